using Revitalization.Contracts.Refusals;

namespace Revitalization.Contracts.Households;

/// <summary>What is wrong with a person's fields, checked before they are sealed (人员信息). Numbers are public: never reuse one.</summary>
public enum PersonRefusal
{
    [Refusal(422, "姓名写法不对", "请填写 1 至 50 个字符的姓名。")]
    NameMalformed = 1,

    [Refusal(422, "没有身份证号时须填写出生日期和性别", "请补填出生日期和性别。")]
    BirthUnstated = 3,

    [Refusal(422, "出生日期或性别与身份证号不一致", "请以身份证号为准,或更正身份证号。")]
    BirthContradicted = 4,

    [Refusal(422, "联系电话写法不对", "请填写 5 至 20 位数字,可含连字符。")]
    PhoneMalformed = 5,

    [Refusal(422, "银行账号写法不对", "请填写 8 至 32 位数字。")]
    BankAccountMalformed = 6,

    [Refusal(422, "健康状况过长", "请不超过 200 个字符。")]
    HealthTooLong = 7,

    [Refusal(422, "该项取值不在字典中", "请从接口说明所列的取值中选一个。")]
    TermUnknown = 8,

    [Refusal(422, "保存期限未满,不能删除", "请在保存期限届满后再办理。")]
    RetentionNotEnded = 9,

    [Refusal(404, "该户没有这个成员", "请核对成员编号。")]
    MemberNotFound = 10,
}
