namespace Revitalization.Portal.OData.Requests;

/// <summary>What OData knows and this service does not do (501): what, and what does the same. The refusals say it, and the data page lists it.</summary>
public sealed record NotOffered(string What, string Instead)
{
    public static readonly NotOffered Nested = new(
        "$apply 的 expand、nest、addnested、join、outerjoin", "请按导航列分组，如 groupby((Region/Name))，或用 $expand 读没有聚合的行。");

    public static readonly NotOffered Hierarchies = new(
        "$apply 的 ancestors、descendants、traverse", "区划代码逐级包含：下级用 startswith(RegionCode,'5108')，上级用 Region/Parent/Code，或在 Regions 上 $expand=Children($levels=2)。");

    public static readonly NotOffered WithinGroups = new(
        "groupby 里除 filter、search、compute、top…、bottom…、aggregate 之外的步骤", "请写在 groupby 的后面。");

    public static readonly NotOffered Rollups = new("一个 groupby 里有几个 rollup，或 rollup 里没有 aggregate", "请用 concat 把几个 groupby 的结果接起来。");

    public static readonly NotOffered From = new("aggregate 的 from", "请写成前后两个 groupby：先按细的分组，再按粗的分组。");

    public static readonly NotOffered Methods = new("自定义的聚合方法", "方法有 sum、average、min、max、countdistinct 和 $count。");

    public static readonly NotOffered Now = new("函数 now", "同一个地址应当总有同样的答复；请写出日期，如 ClosesOn ge 2026-01-01。");

    public static readonly NotOffered OtherFunctions = new(
        "$metadata 的 FilterFunctions 里没有的函数（cast、isof、geo.*、matchesPattern、totaloffsetminutes 等）", "请用 FilterFunctions 里的函数；文字用 contains、startswith、endswith。");

    public static readonly NotOffered Search = new("没有可搜索文字的集合上的 $search，聚合之后的 $search", "请用 $filter 的 contains；哪些集合可以搜索，见 $metadata 的 SearchRestrictions。");

    public static readonly NotOffered InExpand = new("$expand 里的 $apply、$compute、$ref 和类型转换", "请直接读那个集合，用 $filter 写出条件。");

    public static readonly NotOffered Lists = new("in 右边不是常量列表", "请写出各个值，如 RegionCode in ('510823','510824')。");

    public static readonly NotOffered Across = new("$crossjoin、$all、$entity", "请分别读各个集合，可以放在一个 $batch 里。");

    public static readonly NotOffered InBatches = new("$batch 里的 atomicityGroup、if、对别的请求的引用，批中的批", "请把各个请求写成互不相干的。");

    /// <summary>All of them, as the data page lists them.</summary>
    public static IReadOnlyList<NotOffered> All { get; } =
        [Nested, Hierarchies, WithinGroups, Rollups, From, Methods, Now, OtherFunctions, Search, InExpand, Lists, Across, InBatches];

    /// <param name="found">What of it was asked for.</param>
    public QueryFaultException Fault(string found) => new(501, "not-supported", $"不支持 {found}。{Instead}");
}
