using Revitalization.Contracts.Refusals;

namespace Revitalization.Contracts.Commands;

/// <summary>Why a read is refused (查询). Numbers are public: never reuse one.</summary>
public enum QueryRefusal
{
    [Refusal(400, "翻页标记不对", "请原样使用上一页给出的 nextCursor。")]
    CursorInvalid = 1,

    [Refusal(400, "每页条数超出范围", "请填写 1 至 200。")]
    LimitOutOfRange = 2,

    [Refusal(400, "日期晚于今天", "请填写今天或以前的日期。")]
    DayInFuture = 3,

    [Refusal(400, "读取目的不在清单中", "请从接口说明所列的目的中选一个。")]
    PurposeUnknown = 4,

    [Refusal(503, "刚写入的内容还没有进入台账", "请稍后再读,或去掉 after 参数。")]
    NotYetProjected = 5,

    [Refusal(404, "没有这一户", "请核对户编号。")]
    HouseholdNotFound = 6,

    [Refusal(404, "没有这个村", "请核对村代码。")]
    VillageNotFound = 7,

    [Refusal(404, "没有这个地区", "请核对行政区划代码。")]
    RegionNotFound = 8,

    [Refusal(404, "没有这个投影", "请从投影清单中选一个。")]
    ProjectionNotFound = 9,

    [Refusal(400, "筛选条件的取值不在清单中", "请从接口说明所列的取值中选一个。")]
    FilterUnknown = 10,

    [Refusal(400, "没有这个筛选条件", "请只使用接口说明所列的条件，并核对拼写。")]
    ParameterUnknown = 11,
}
