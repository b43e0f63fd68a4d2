using System.Collections.Frozen;
using System.Globalization;

namespace Revitalization.Portal.OData.Requests;

/// <summary>
/// Reads the text of <c>$expand</c> before ODataLib does: depth, number of items, and that each nested option is known and
/// stands once. A long nested expand would otherwise burn seconds in the parser. <c>$levels</c> is written out, and in place of each <c>$search</c> the library
/// gets a word it can read: its lexer stops at characters Chinese names are written with.
/// </summary>
internal sealed class ExpandText
{
    public const int Deepest = 2;
    private const int MostItems = 20;

    private static readonly FrozenSet<string> Nested =
        new[] { "$filter", "$select", "$orderby", "$top", "$skip", "$count", "$expand", "$search", "$levels" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Later = new[] { "$compute", "$apply" }.ToFrozenSet(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _searches = new(StringComparer.Ordinal);

    private ExpandText()
    {
    }

    /// <summary>The text for ODataLib, and what each stand-in in it searches for.</summary>
    public static (string Plain, IReadOnlyDictionary<string, string> Searches) Read(string text)
    {
        var reader = new ExpandText();
        return (reader.Items(text, 1), reader._searches);
    }

    private string Items(string text, int depth)
    {
        if (depth > Deepest) throw QueryFaultException.Bad($"$expand 最多 {Deepest} 层。");
        var items = TextSplitter.Split(text, ',');
        if (items.Count > MostItems) throw QueryFaultException.Bad("$expand 的项太多。");
        return string.Join(',', items.Select(item => Item(item.Trim(), depth)));
    }

    private string Item(string item, int depth)
    {
        var open = item.IndexOf('(', StringComparison.Ordinal);
        if (open < 0) return item;
        if (!item.EndsWith(')')) throw QueryFaultException.Bad("$expand 的括号不成对。");
        var options = Options(item[(open + 1)..^1]);
        if (options.Remove("$levels", out var levels) && Further(levels, depth) is > 0 and var further)
        {
            var below = $"{item[..open]}({string.Join(';', options.Select(option => $"{option.Key}={option.Value}").Append(string.Create(CultureInfo.InvariantCulture, $"$levels={further}")))})";
            options["$expand"] = options.TryGetValue("$expand", out var others) ? $"{others},{below}" : below;
        }
        if (options.TryGetValue("$search", out var search)) options["$search"] = StandIn(search);
        if (options.TryGetValue("$expand", out var inner)) options["$expand"] = Items(inner, depth + 1);
        return options.Count == 0 ? item[..open] : $"{item[..open]}({string.Join(';', options.Select(option => $"{option.Key}={option.Value}"))})";
    }

    private static Dictionary<string, string> Options(string text)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var option in TextSplitter.Split(text, ';'))
        {
            var equals = option.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0) throw QueryFaultException.Bad("$expand 括号里应为 选项=值。");
            var name = option[..equals].Trim();
            if (Later.Contains(name)) throw NotOffered.InExpand.Fault($"$expand 里的 {name}");
            if (!Nested.Contains(name)) throw QueryFaultException.Bad("$expand 里有不认识的选项。");
            if (!options.TryAdd(name, option[(equals + 1)..])) throw QueryFaultException.Bad($"$expand 里的 {name} 出现了两次。");
        }
        return options;
    }

    // How many levels are to follow the one in hand; "max" is as many as there may be.
    private static int Further(string levels, int depth) => levels.Trim() switch
    {
        "max" => Deepest - depth,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= Deepest => count - 1,
        _ => throw QueryFaultException.Bad($"$levels 应为 1 到 {Deepest} 的整数，或 max。"),
    };

    private string StandIn(string search)
    {
        var name = $"word{(char)('a' + (_searches.Count / 26))}{(char)('a' + (_searches.Count % 26))}";
        _searches[name] = search;
        return name;
    }
}
