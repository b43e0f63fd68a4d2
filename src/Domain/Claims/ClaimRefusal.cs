using Revitalization.Contracts.Refusals;

namespace Revitalization.Domain.Claims;

/// <summary>Why a stated figure cannot be taken up for checking. Numbers and names are public: never reuse one.</summary>
public enum ClaimRefusal
{
    [Refusal(422, "表述日期晚于今日", "请核对表述日期。")]
    DayInFuture = 1,

    [Refusal(422, "文字过长或为空", "表述不超过500字，出处和各项名称不超过100字。")]
    TextImplausible = 2,

    [Refusal(422, "数字格式不正确", "请填写半角数字，整数不超过15位、小数不超过6位；文件未写明的项留空。")]
    NumberMalformed = 3,

    [Refusal(422, "小数位数不正确", "小数位数为0至6，且不得少于表述数字的小数位数。")]
    DecimalsOutside = 4,

    [Refusal(422, "项数与核算方法不符", "占比、平均、增幅、基期数和合理性须两项；乘积之和须成对；最多50项。")]
    InputsMiscounted = 5,

    [Refusal(422, "单位与核算方法不符", "相加、相比的各项单位须一致（元与万元可换算）；占比和增幅以百分比表述。")]
    UnitsContradicted = 6,

    [Refusal(422, "本县政策包当日没有此项规定", "请核对规定编号；合理性核验须指明一项区间规定。")]
    RuleUnknown = 7,

    [Refusal(422, "未写明表述的数字", "没有表述数字的，须指明要核对的政策规定。")]
    StatedMissing = 8,

    [Refusal(422, "不是县级行政区划代码", "请填写六位县级代码。")]
    CountyUnknown = 9,
}
