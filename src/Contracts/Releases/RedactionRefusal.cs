using Revitalization.Contracts.Refusals;

namespace Revitalization.Contracts.Releases;

/// <summary>Why a row of a published release is not redacted (隐去). In the order checked. Numbers are public: never reuse one.</summary>
public enum RedactionRefusal
{
    [Refusal(404, "没有这次隐去", "请先由一人提出，再由另一人批准。")]
    RedactionUnknown = 1,

    [Refusal(404, "没有这个发布渠道", "渠道是 public 或 province。")]
    ChannelUnknown = 2,

    [Refusal(409, "隐去编号不是下一个", "隐去按 1、2、3 连续编号；请用已完成的最大编号加一。")]
    NumberNotNext = 3,

    [Refusal(409, "这次隐去已经批准", "批准后不可更改；要再隐去一行请用下一个编号。")]
    AlreadyApproved = 4,

    [Refusal(422, "理由写法不对", "请写明为什么隐去，1 到 200 个字符；理由会公开，不要重复泄露的内容。")]
    ReasonMalformed = 5,

    [Refusal(404, "没有这一行", "请核对发布编号和行号，如 Observations/510823/2023-Q3/households；已隐去的行不能再找到。")]
    RowUnknown = 6,

    [Refusal(403, "提出人不能批准自己提出的隐去", "请由另一位县级工作人员批准。")]
    SamePerson = 7,

    [Refusal(409, "批准的不是现在提出的那一行", "请重新读取，核对叶散列后再批准。")]
    RowChanged = 8,
}
