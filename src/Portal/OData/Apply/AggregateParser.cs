using Revitalization.Portal.OData.Requests;

namespace Revitalization.Portal.OData.Apply;

/// <summary>Reads <c>Value with sum as Total,$count as Rows</c>.</summary>
internal static class AggregateParser
{
    private const int Most = 20;

    public static IReadOnlyList<AggregateText> Parse(string text)
    {
        var items = TextSplitter.Split(text, ',');
        if (items.Count > Most) throw QueryFaultException.Bad("aggregate 的项太多。");
        return [.. items.Select(item => Item(item.Trim()))];
    }

    private static AggregateText Item(string item)
    {
        var (body, alias) = Aliased(item);
        if (body == "$count") return new AggregateText(null, "$count", alias);
        if (TextSplitter.LastWord(item, "from") >= 0) throw NotOffered.From.Fault("aggregate 的 from");
        var with = TextSplitter.LastWord(body + " ", "with");
        if (with < 0) throw QueryFaultException.Bad("aggregate 的一项应为 表达式 with 方法 as 名称。");
        return new AggregateText(body[..with].Trim(), Method(body[(with + "with".Length)..].Trim()), alias);
    }

    /// <summary>Cuts <c>… as Name</c> off; the name must be usable as a property's.</summary>
    public static (string Body, string Alias) Aliased(string item)
    {
        var at = TextSplitter.LastWord(item, "as");
        if (at < 0) throw QueryFaultException.Bad("每一项都要用 as 起名。");
        var alias = item[(at + "as".Length)..].Trim();
        if (!IsIdentifier(alias)) throw QueryFaultException.Bad("as 后面的名称不能用。");
        return (item[..at].Trim(), alias);
    }

    private static string Method(string method) => method switch
    {
        "sum" or "average" or "min" or "max" or "countdistinct" => method,
        _ when method.Contains('.', StringComparison.Ordinal) => throw NotOffered.Methods.Fault("自定义的聚合方法"),
        _ => throw QueryFaultException.Bad("聚合方法只有 sum、average、min、max、countdistinct、$count。"),
    };

    private static bool IsIdentifier(string text) =>
        text.Length is > 0 and <= 64 && (char.IsLetter(text[0]) || text[0] == '_') && text.All(c => char.IsLetterOrDigit(c) || c == '_');
}
