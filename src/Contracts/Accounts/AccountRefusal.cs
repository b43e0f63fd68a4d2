using Revitalization.Contracts.Refusals;

namespace Revitalization.Contracts.Accounts;

/// <summary>Why an account is not changed or let in (账号). Numbers are public: never reuse one.</summary>
public enum AccountRefusal
{
    [Refusal(404, "没有这个账号", "请核对账号名。")]
    AccountUnknown = 1,

    [Refusal(403, "账号已停用", "请联系安全管理员。")]
    AccountDisabled = 2,

    [Refusal(403, "不能更改自己的角色、范围或停用状态", "请由另一位安全管理员办理。")]
    OwnAccount = 3,

    [Refusal(422, "没有这个角色", "请从接口说明所列的角色中选一个。")]
    RoleUnknown = 4,

    [Refusal(422, "管辖范围写法不对", "请写成 region:510823 或 partnership:代码。")]
    ScopeMalformed = 5,

    [Refusal(422, "管辖范围过多", "一个账号最多 50 项,请合并为上一级地区。")]
    ScopesTooMany = 6,

    [Refusal(409, "该密钥编号已用过", "请换一个编号;已发出的密钥不能再次显示。")]
    ApiKeyExists = 7,

    [Refusal(422, "密钥过多", "一个账号最多 10 个密钥,请先撤销不用的。")]
    ApiKeysTooMany = 8,

    [Refusal(422, "密钥有效期不对", "请填写明天起两年以内的日期。")]
    ApiKeyTermInvalid = 9,

    /// <summary>One answer for a wrong account, password, key or session: it must not tell which exist.</summary>
    [Refusal(401, "账号、密码或密钥不对", "请核对后重试;连续五次不对将锁定十五分钟。")]
    CredentialsWrong = 10,

    [Refusal(423, "账号已锁定", "连续多次密码不对,请十五分钟后再试。")]
    AccountLocked = 11,

    [Refusal(422, "密码太弱", "请用 12 至 128 个字符,不含账号名。")]
    PasswordWeak = 12,

    [Refusal(422, "账号名不对", "请用 3 至 40 个小写字母、数字或连字符。")]
    NameMalformed = 13,

    [Refusal(422, "岗位写法不对", "请填写 1 至 60 个字符的岗位名称,不写个人姓名。")]
    PostMalformed = 14,

    [Refusal(422, "不能由本人顶岗", "请另选一位同岗位的人员。")]
    StandInSame = 15,

    [Refusal(422, "顶岗人与请假人角色不同", "请选与请假人同为村级、乡镇或县级角色的人员；其他角色不设顶岗。")]
    StandInRoleDiffers = 16,

    [Refusal(422, "顶岗日期不对", "开始日期不得早于今日，结束日期不得早于开始日期。")]
    StandInDaysWrong = 17,

    [Refusal(422, "顶岗时间过长", "一次顶岗最多 90 天；更长的请由安全管理员调整管辖范围。")]
    StandInTooLong = 18,

    [Refusal(422, "顶岗过多", "一人最多同时顶三个岗，请另选人员。")]
    StandInsTooMany = 19,

    [Refusal(404, "没有这次顶岗", "请核对请假人账号和顶岗编号。")]
    StandInUnknown = 20,
}
