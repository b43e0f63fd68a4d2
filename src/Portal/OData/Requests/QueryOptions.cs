using System.Collections.Frozen;

namespace Revitalization.Portal.OData.Requests;

/// <summary>
/// The options of one address, each at most once and each known: ODataLib accepts unknown and repeated ones silently, and a
/// mistyped <c>$fliter</c> would answer everything. Names may leave the <c>$</c> off (OData 4.01).
/// </summary>
public sealed class QueryOptions
{
    /// <summary>Longer addresses are refused before anything is parsed.</summary>
    public const int LongestQuery = 8 * 1024;

    private const int MostOptions = 40;

    private static readonly FrozenSet<string> Known = new[]
    {
        "$filter", "$select", "$orderby", "$top", "$skip", "$count", "$expand", "$search", "$compute", "$apply", "$format",
        "$skiptoken", "$deltatoken", "asOf",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    private QueryOptions()
    {
    }

    /// <summary>Parameter aliases (<c>@p</c>) and their values.</summary>
    public IEnumerable<KeyValuePair<string, string>> Aliases => _values.Where(option => option.Key[0] == '@');

    public string? this[string name] => _values.GetValueOrDefault(name);

    public IEnumerable<KeyValuePair<string, string>> All => _values;

    /// <param name="query">With or without its question mark, still encoded.</param>
    public static QueryOptions Parse(string? query)
    {
        var options = new QueryOptions();
        if (string.IsNullOrEmpty(query)) return options;
        if (query.Length > LongestQuery) throw new QueryFaultException(414, "address-too-long", "地址太长。");
        var parts = query.TrimStart('?').Split('&', MostOptions + 1);
        if (parts.Length > MostOptions) throw QueryFaultException.Bad("查询选项太多。");
        foreach (var part in parts) options.Add(part);
        return options;
    }

    /// <summary>Refuses what this resource does not take.</summary>
    public void AllowOnly(params ReadOnlySpan<string> names)
    {
        foreach (var name in _values.Keys)
        {
            if (name[0] != '@' && !names.Contains(name)) throw QueryFaultException.Bad($"这个资源不接受选项 {name}。");
        }
    }

    private void Add(string part)
    {
        if (part.Length == 0) throw QueryFaultException.Bad("有一个空的查询选项。");
        var equals = part.IndexOf('=', StringComparison.Ordinal);
        var name = Decode(equals < 0 ? part : part[..equals]);
        var value = equals < 0 ? "" : Decode(part[(equals + 1)..]);
        if (!_values.TryAdd(Name(name), value)) throw QueryFaultException.Bad($"选项 {Name(name)} 出现了两次。");
    }

    private static string Name(string name)
    {
        if (name.Length > 1 && name[0] == '@' && name.Skip(1).All(c => char.IsAsciiLetterOrDigit(c) || c == '_')) return name;
        if (Known.Contains(name)) return name;
        if (Known.Contains("$" + name)) return "$" + name;
        throw QueryFaultException.Bad($"没有选项 {(name.Length > 40 ? name[..40] + "…" : name)}。");
    }

    private static string Decode(string text)
    {
        var decoded = Uri.UnescapeDataString(text.Replace('+', ' '));
        if (decoded.Contains('\uFFFD', StringComparison.Ordinal) || decoded.Any(c => c < ' ' && c is not '\t' and not '\n' and not '\r'))
            throw QueryFaultException.Bad("地址里有不能读的字符。");
        return decoded;
    }
}
