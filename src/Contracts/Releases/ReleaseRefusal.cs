using Revitalization.Contracts.Refusals;

namespace Revitalization.Contracts.Releases;

/// <summary>Why a release is not proposed or approved (发布). In the order checked. Numbers are public: never reuse one.</summary>
public enum ReleaseRefusal
{
    [Refusal(404, "没有这一期发布", "请先由一人提出，再由另一人批准。")]
    ReleaseUnknown = 1,

    [Refusal(409, "发布编号不是下一个", "发布按 1、2、3 连续编号；请用已发布的最大编号加一。")]
    NumberNotNext = 2,

    [Refusal(409, "这一期已经批准", "发布后不可更改；要更正请提出新的一期，并在 corrects 里写明更正哪一期。")]
    AlreadyApproved = 3,

    [Refusal(422, "数据日期晚于今日", "请填写今日或更早的日期。")]
    AsOfInFuture = 4,

    [Refusal(422, "要更正的发布不存在", "corrects 只能是已发布的编号。")]
    CorrectsUnknown = 5,

    [Refusal(422, "说明写法不对", "说明最多 200 个字符，不写个人信息。")]
    NoteMalformed = 6,

    [Refusal(403, "提出人不能批准自己提出的发布", "请由另一位县级工作人员批准。")]
    SamePerson = 7,

    [Refusal(409, "批准的内容不是现在提出的内容", "请重新读取，核对行根后再批准。")]
    RowsChanged = 8,

    [Refusal(409, "提出之后，公开文件又公开了数字", "未公布的数值须连同这些数字重新核算；请重新提出后再批准。")]
    StatedSince = 9,

    [Refusal(409, "有数值达不到保护区间，须写明为什么仍然发布", "以前公布的内容已使这些数值可以推算，这一期怎样隐去都不能挽回；请逐项看过，写明理由后再批准。")]
    OpenUndecided = 10,

    [Refusal(422, "理由写法不对", "请写明为什么仍然发布，1 到 200 个字符，不写个人信息。")]
    OpenReasonMalformed = 11,
}
