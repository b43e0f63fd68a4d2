using System.Collections.Frozen;

namespace Revitalization.Portal.OData.Requests;

/// <summary>
/// Looks at the text of <c>$expand</c> before ODataLib does: depth, number of items, and that each nested option is known and
/// stands once. A long nested expand would otherwise burn seconds in the parser.
/// </summary>
internal static class ExpandText
{
    public const int Deepest = 2;
    private const int MostItems = 20;

    private static readonly FrozenSet<string> Nested =
        new[] { "$filter", "$select", "$orderby", "$top", "$skip", "$count", "$expand", "$search" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Later =
        new[] { "$levels", "$compute", "$apply" }.ToFrozenSet(StringComparer.Ordinal);

    public static void Check(string text, int depth = 1)
    {
        if (depth > Deepest) throw QueryFaultException.Bad($"$expand 最多 {Deepest} 层。");
        var items = TextSplitter.Split(text, ',');
        if (items.Count > MostItems) throw QueryFaultException.Bad("$expand 的项太多。");
        foreach (var item in items) CheckItem(item.Trim(), depth);
    }

    private static void CheckItem(string item, int depth)
    {
        var open = item.IndexOf('(', StringComparison.Ordinal);
        if (open < 0) return;
        if (!item.EndsWith(')')) throw QueryFaultException.Bad("$expand 的括号不成对。");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var option in TextSplitter.Split(item[(open + 1)..^1], ';'))
        {
            var equals = option.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0) throw QueryFaultException.Bad("$expand 括号里应为 选项=值。");
            var name = option[..equals].Trim();
            if (Later.Contains(name)) throw QueryFaultException.Unsupported($"$expand 里的 {name}");
            if (!Nested.Contains(name)) throw QueryFaultException.Bad("$expand 里有不认识的选项。");
            if (!seen.Add(name)) throw QueryFaultException.Bad($"$expand 里的 {name} 出现了两次。");
            if (name == "$expand") Check(option[(equals + 1)..], depth + 1);
        }
    }
}
