using Revitalization.Contracts.Refusals;

namespace Revitalization.Domain.Money;

/// <summary>Why a text is no amount. An amount is never repaired silently.</summary>
public enum MoneyRefusal
{
    [Refusal(422, "金额为空", "请填写金额；没有的填0。")]
    Missing = 1,

    [Refusal(422, "金额格式不正确", "请填写以元为单位的数字，如1234.50或1,234.50，不带单位和其他字符。")]
    Malformed = 2,

    [Refusal(422, "金额小数超过两位", "金额精确到分，请改为不超过两位小数。")]
    TooPrecise = 3,

    [Refusal(422, "金额为负", "该栏不得为负数。")]
    Negative = 4,

    [Refusal(422, "金额超出范围", "请核对金额和单位。")]
    TooLarge = 5,
}
