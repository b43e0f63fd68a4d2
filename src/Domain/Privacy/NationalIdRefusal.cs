using Revitalization.Contracts.Refusals;

namespace Revitalization.Domain.Privacy;

/// <summary>Why a text is no citizen's identity number (公民身份号码, GB 11643). In the order checked.</summary>
public enum NationalIdRefusal
{
    [Refusal(422, "缺少证件号码", "请填写18位公民身份号码。")]
    Missing = 1,

    [Refusal(422, "15位旧证件号码不再使用", "请填写18位公民身份号码。")]
    OldFifteenDigits = 2,

    [Refusal(422, "证件号码格式不正确", "公民身份号码为18位，前17位为数字，末位为数字或X。")]
    Malformed = 3,

    [Refusal(422, "证件号码地址码不正确", "前6位应为行政区划代码，请核对。")]
    RegionImplausible = 4,

    [Refusal(422, "证件号码出生日期不正确", "第7至14位应为真实的出生日期，请核对。")]
    BirthDateInvalid = 5,

    [Refusal(422, "证件号码出生日期晚于今日", "请核对证件号码。")]
    BirthDateInFuture = 6,

    [Refusal(422, "证件号码校验位不正确", "末位校验码不符，请逐位核对。")]
    CheckDigitWrong = 7,
}
