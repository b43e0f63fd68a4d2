using System.Globalization;
using Revitalization.Portal.OData.Expressions;
using Revitalization.Portal.OData.Requests;

namespace Revitalization.Portal.OData.Apply;

/// <summary>
/// Our own parser of <c>$apply</c>: ODataLib's rejects concat, identity, topcount, bottomcount and more. It cuts the text into
/// transformations; expressions inside are left to ODataLib.
/// </summary>
internal static class ApplyParser
{
    private const int MostSteps = 30;
    private const int Deepest = 6;

    public static IReadOnlyList<Transformation> Parse(string text, int depth = 0)
    {
        if (depth > Deepest) throw QueryFaultException.Bad("$apply 嵌套太深。");
        var steps = TextSplitter.Split(text, '/');
        if (steps.Count > MostSteps) throw QueryFaultException.Bad("$apply 的步骤太多。");
        return [.. steps.Select(step => Step(step.Trim(), depth))];
    }

    private static Transformation Step(string text, int depth)
    {
        if (text == "identity") return new Transformation.Identity();
        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open <= 0 || !text.EndsWith(')')) throw QueryFaultException.Bad("$apply 的一步读不懂。");
        var inside = text[(open + 1)..^1];
        return text[..open].Trim() switch
        {
            "filter" => new Transformation.Filter(inside),
            "search" => new Transformation.Search(inside),
            "compute" => new Transformation.Compute(inside),
            "orderby" => new Transformation.OrderBy(inside),
            "skip" => new Transformation.Skip(Whole(inside)),
            "top" => new Transformation.Top(Whole(inside)),
            "topcount" => Best(PortionKind.Count, inside, least: false),
            "bottomcount" => Best(PortionKind.Count, inside, least: true),
            "topsum" => Best(PortionKind.Sum, inside, least: false),
            "bottomsum" => Best(PortionKind.Sum, inside, least: true),
            "toppercent" => Best(PortionKind.Percent, inside, least: false),
            "bottompercent" => Best(PortionKind.Percent, inside, least: true),
            "aggregate" => new Transformation.Aggregate(AggregateParser.Parse(inside)),
            "groupby" => GroupBy(inside, depth),
            "concat" => Concat(inside, depth),
            "expand" or "join" or "outerjoin" or "nest" or "addnested" => throw NotOffered.Nested.Fault($"$apply 的 {text[..open].Trim()}"),
            "ancestors" or "descendants" or "traverse" => throw NotOffered.Hierarchies.Fault($"$apply 的 {text[..open].Trim()}"),
            _ => throw QueryFaultException.Bad("$apply 里有不认识的步骤。"),
        };
    }

    public static long Whole(string text) =>
        long.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= int.MaxValue
            ? count
            : throw QueryFaultException.Bad("这里应是一个不大于 2147483647 的非负整数。");

    private static Transformation.Best Best(PortionKind kind, string text, bool least)
    {
        var parts = TextSplitter.Split(text, ',');
        if (parts.Count != 2) throw QueryFaultException.Bad("top 和 bottom 之类的步骤要有一个数和一个表达式。");
        return new Transformation.Best(kind, kind == PortionKind.Count ? Whole(parts[0]) : Amount(parts[0], kind), parts[1].Trim(), least);
    }

    private static long Amount(string text, PortionKind kind)
    {
        var readable = decimal.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount);
        if (!readable || amount <= 0) throw QueryFaultException.Bad("这里应是一个大于零的数。");
        if (kind == PortionKind.Percent && amount > 100) throw QueryFaultException.Bad("百分比不能大于 100。");
        return (long)Literals.Decimal(amount).Value!;
    }

    private static Transformation GroupBy(string text, int depth)
    {
        const int MostKeys = 20;
        var parts = TextSplitter.Split(text, ',');
        var first = parts[0].Trim();
        if (parts.Count > 2 || !first.StartsWith('(') || !first.EndsWith(')')) throw QueryFaultException.Bad("groupby 应为 groupby((列,…),步骤)。");
        var keys = TextSplitter.Split(first[1..^1], ',').Select(key => key.Trim()).ToList();
        var levels = Rollup.Levels(keys);
        if (levels.Any(level => level.Count > MostKeys || level.Any(key => key.Length == 0) || level.Distinct(StringComparer.Ordinal).Count() != level.Count))
            throw QueryFaultException.Bad("groupby 的列是空的、重复或太多。");
        var inner = parts.Count == 1 ? [] : Parse(parts[1], depth + 1);
        if (levels.Count > 1 && inner.Count > 0 && !inner.Any(step => step is Transformation.Aggregate)) throw NotOffered.Rollups.Fault("rollup 里没有 aggregate 的步骤");
        var groups = levels.Select(level => new Transformation.GroupBy(level, inner)).ToList();
        return groups.Count == 1 ? groups[0] : new Transformation.Concat([.. groups.Select(group => (IReadOnlyList<Transformation>)[group])]);
    }

    private static Transformation.Concat Concat(string text, int depth)
    {
        const int MostBranches = 8;
        var branches = TextSplitter.Split(text, ',');
        if (branches.Count is < 2 or > MostBranches) throw QueryFaultException.Bad($"concat 要有 2 到 {MostBranches} 支。");
        return new Transformation.Concat([.. branches.Select(branch => Parse(branch, depth + 1))]);
    }
}
