using Revitalization.Contracts.Refusals;

namespace Revitalization.Domain.Villages;

/// <summary>Why a command to a village is refused. Numbers and names are public: never reuse one.</summary>
public enum VillageRefusal
{
    [Refusal(404, "该村未登记", "请先登记该村，或核对村代码。")]
    NotRegistered = 1,

    [Refusal(422, "村代码格式不正确", "村代码为12位数字。")]
    CodeMalformed = 2,

    [Refusal(422, "村代码不属于已知的乡镇", "村代码前9位应为已收录乡镇的代码，请核对。")]
    RegionOutside = 3,

    [Refusal(422, "缺少村名", "请填写村(社区)名称。")]
    NameMissing = 4,

    [Refusal(422, "村名过长", "村名不超过60字。")]
    NameTooLong = 5,

    [Refusal(422, "村类型相互矛盾", "低收入村或为省级或为县级，不能同时选择。")]
    KindsContradict = 6,

    [Refusal(422, "日期晚于今日", "请填写实际日期。")]
    DayInFuture = 7,

    [Refusal(422, "日期过早", "日期不得早于1949年10月1日，请核对。")]
    DayTooEarly = 8,

    [Refusal(409, "该村代码已登记，设立日期不同", "请核对村代码和设立日期。")]
    AlreadyRegistered = 9,

    [Refusal(422, "日期早于该村设立之日", "请核对日期。")]
    BeforeFormation = 10,

    [Refusal(409, "该村已撤并", "请改用承接该村的新村代码。")]
    Dissolved = 11,

    [Refusal(422, "缺少承接村", "撤并、分设须写明承接的村。")]
    SuccessorMissing = 12,

    [Refusal(422, "分设须有两个以上承接村", "只有一个承接村的，请登记并村。")]
    SuccessorsTooFew = 13,

    [Refusal(422, "承接村重复或为本村", "请核对承接村代码。")]
    SuccessorTwice = 14,

    [Refusal(422, "承接村未登记或当日未设立", "请先登记承接村，并核对日期。")]
    SuccessorUnknown = 15,

    [Refusal(422, "来源村未登记", "请先登记来源村。")]
    PredecessorUnknown = 16,

    [Refusal(409, "该日之后还有登记事项", "请核对撤并日期。")]
    LaterFacts = 17,

    [Refusal(422, "承接或来源的村过多", "一次建制调整不超过50个村。")]
    TooMany = 18,
}
