using Revitalization.Contracts.Refusals;

namespace Revitalization.Contracts.Releases;

/// <summary>Why the key that signs a channel is not changed (换钥). In the order checked. Numbers are public: never reuse one.</summary>
public enum KeyChangeRefusal
{
    [Refusal(404, "没有这次换钥", "请先由一名系统管理员或安全管理员提出，再由另一名批准。")]
    ChangeUnknown = 1,

    [Refusal(404, "没有这个发布渠道", "渠道是 public、province 或 documents。")]
    ChannelUnknown = 2,

    [Refusal(409, "换钥编号不是下一个", "换钥按 1、2、3 连续编号；请用已完成的最大编号加一。")]
    NumberNotNext = 3,

    [Refusal(409, "这次换钥已经批准", "批准后不可更改；要再换一次请用下一个编号。")]
    AlreadyApproved = 4,

    [Refusal(422, "理由写法不对", "请写明为什么换钥，1 到 200 个字符，不写个人信息。")]
    ReasonMalformed = 5,

    [Refusal(403, "提出人不能批准自己提出的换钥", "请由另一名系统管理员或安全管理员批准。")]
    SamePerson = 6,
}
