using System.Globalization;
using Revitalization.Portal.OData.Expressions;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.OData.Requests;

namespace Revitalization.Portal.OData.Http;

/// <summary>One step of a resource's address.</summary>
internal sealed record PathStep(string Name, string? Keys);

/// <summary>Addresses: a set, an entity by its key, and what hangs from it.</summary>
internal static class ODataPath
{
    private const int MostSteps = 5;

    public static IReadOnlyList<PathStep> Split(string path)
    {
        if (path.Length > 1024) throw QueryFaultException.NotFound();
        var steps = TextSplitter.Split(path.Trim('/'), '/');
        return steps.Count <= MostSteps ? [.. steps.Select(Step)] : throw QueryFaultException.NotFound();
    }

    /// <summary>The condition that a row has this key: <c>('510823')</c>, <c>(3)</c> or <c>(RegionCode='…',Period='…',…)</c>.</summary>
    public static Expression Key(Shape shape, string keys)
    {
        var set = shape.Entity!;
        var parts = TextSplitter.Split(keys, ',');
        if (parts.Count != set.Key.Count) throw QueryFaultException.Bad($"{set.Name} 的键有 {set.Key.Count} 个部分。");
        var named = parts.Select(part => Named(part.Trim(), set)).ToList();
        if (named.Select(one => one.Name).Distinct(StringComparer.Ordinal).Count() != parts.Count) throw QueryFaultException.Bad("键的一部分出现了两次。");
        return named.Select(one => Equal(shape, one.Name, one.Value)).Aggregate((left, right) => Typing.Binary(Operator.And, left, right));
    }

    /// <summary>An entity's address from the service's root.</summary>
    /// <param name="key">Its values, in the order of the set's key.</param>
    public static string Address(SetModel set, IReadOnlyList<object> key)
    {
        var parts = set.Key.Select((name, at) => (Name: name, Text: Text(set.Find(name)!.Type, key[at])));
        return $"{set.Name}({(set.Key.Count == 1 ? Text(set.Find(set.Key[0])!.Type, key[0]) : string.Join(',', parts.Select(part => $"{part.Name}={part.Text}")))})";
    }

    public static Expression Equal(Shape shape, string property, LiteralExpression value)
    {
        var column = shape.Find(property)!;
        return Typing.Binary(Operator.Equal, new ColumnExpression(Paths.It, property, column.Type, column.Nullable), value);
    }

    private static string Text(DataType type, object value) => type == DataType.Text
        ? $"'{Uri.EscapeDataString(((string)value).Replace("'", "''", StringComparison.Ordinal))}'"
        : Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private static PathStep Step(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open < 0) return new PathStep(text, null);
        return text.EndsWith(')') ? new PathStep(text[..open], text[(open + 1)..^1]) : throw QueryFaultException.Bad("地址里的括号不成对。");
    }

    private static (string Name, LiteralExpression Value) Named(string part, SetModel set)
    {
        var equals = part.StartsWith('\'') ? -1 : part.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0 && set.Key.Count > 1) throw QueryFaultException.Bad("键的每一部分都要写名称。");
        var name = equals < 0 ? set.Key[0] : part[..equals].Trim();
        if (!set.Key.Contains(name)) throw QueryFaultException.Bad("键里有不认识的名称。");
        return (name, Literal(part[(equals + 1)..].Trim(), set.Find(name)!.Type));
    }

    private static LiteralExpression Literal(string text, DataType type)
    {
        if (type == DataType.Text && text.Length >= 2 && text[0] == '\'' && text[^1] == '\'')
            return new LiteralExpression(type, text[1..^1].Replace("''", "'", StringComparison.Ordinal));
        if (type == DataType.Guid && Guid.TryParseExact(text, "D", out var id)) return new LiteralExpression(type, id.ToString("D"));
        return type == DataType.Int32 && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? new LiteralExpression(type, (long)number)
            : throw QueryFaultException.Bad("键的值读不懂。");
    }
}
