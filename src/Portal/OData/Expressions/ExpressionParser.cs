using Microsoft.OData;
using Microsoft.OData.UriParser;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.OData.Requests;

namespace Revitalization.Portal.OData.Expressions;

/// <summary>
/// ODataLib's parser behind a wall: bounded, and whatever it throws on strange input (it throws NullReference, ArgumentNull,
/// Overflow and more) becomes a 400 that says what could not be read.
/// </summary>
internal sealed class ExpressionParser(IEnumerable<KeyValuePair<string, string>> aliases)
{
    private const int LongestPlain = 4 * 1024;

    private readonly List<KeyValuePair<string, string>> _aliases = [.. aliases];
    private IReadOnlyDictionary<string, string> _searches = new Dictionary<string, string>();

    public Expression Filter(Shape shape, string text)
    {
        if (_aliases.Count == 0 && text.Length <= LongestPlain && PlainExpressions.Condition(shape, text) is { } plain) return plain;
        return FilterByLibrary(shape, text);
    }

    /// <summary>As ODataLib reads it, however plain it is: the judge of <see cref="PlainExpressions"/>.</summary>
    internal Expression FilterByLibrary(Shape shape, string text)
    {
        var (parser, translator) = Open(shape, "$filter", text);
        var clause = Guarded("$filter", () => parser.ParseFilter(), text);
        return Typing.As(Guarded("$filter", () => translator(parser).Translate(clause.Expression), text), DataType.Boolean);
    }

    /// <summary>Any expression of one value: ODataLib reads it as a sort key.</summary>
    public Expression Value(Shape shape, string text)
    {
        if (_aliases.Count == 0 && PlainExpressions.Column(shape, text) is { } column) return column;
        var keys = OrderBy(shape, text);
        if (keys.Count != 1 || keys[0].Descending) throw QueryFaultException.Bad("这里应是一个表达式。");
        return keys[0].Expression;
    }

    public IReadOnlyList<SortKey> OrderBy(Shape shape, string text)
    {
        const int Most = 20;
        var (parser, translator) = Open(shape, "$orderby", text);
        var keys = new List<SortKey>();
        var first = Guarded("$orderby", () => parser.ParseOrderBy(), text);
        for (var clause = first; clause is not null; clause = clause.ThenBy)
        {
            var expression = clause.Expression;
            keys.Add(new SortKey(Guarded("$orderby", () => translator(parser).Translate(expression), text), clause.Direction == OrderByDirection.Descending));
            if (keys.Count > Most) throw QueryFaultException.Bad("$orderby 的项太多。");
        }
        return keys;
    }

    public SelectExpandClause? SelectExpand(Shape shape, string? select, string? expand)
    {
        if (select is null && expand is null) return null;
        if (expand is not null) (expand, _searches) = ExpandText.Read(expand);
        if (select is not null) TextSplitter.CheckPairs(select);
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        if (select is not null) options["$select"] = select;
        if (expand is not null) options["$expand"] = expand;
        var parser = Guarded("$select", () => Parser(shape, options));
        return Guarded("$select/$expand", () => parser.ParseSelectAndExpand(), expand is null ? select! : select is null ? expand : "");
    }

    /// <summary>What an expansion's <c>$search</c> said: the library was given a stand-in.</summary>
    public string Searched(SearchClause search) =>
        search.Expression is SearchTermNode { Text: var stand } && _searches.TryGetValue(stand, out var text) ? text : throw QueryFaultException.Bad("$expand 里的 $search 读不懂。");

    public static Expression Translated(Shape shape, QueryNode node) =>
        Guarded("$expand", () => new Translator(shape, new Dictionary<string, QueryNode>()).Translate(node));

    private (ODataQueryOptionParser Parser, Func<ODataQueryOptionParser, Translator> Translator) Open(Shape shape, string option, string text)
    {
        if (string.IsNullOrWhiteSpace(text)) throw QueryFaultException.Bad($"{option} 是空的。");
        TextSplitter.CheckPairs(text);
        var parser = Guarded(option, () => Parser(shape, new(StringComparer.Ordinal) { [option] = text }), text);
        return (parser, used => new Translator(shape, new Dictionary<string, QueryNode>(
            used.ParameterAliasNodes.Select(node => KeyValuePair.Create(node.Key, (QueryNode)node.Value)))));
    }

    private ODataQueryOptionParser Parser(Shape shape, Dictionary<string, string> options)
    {
        foreach (var (name, value) in _aliases) options[name] = value;
        var (type, source) = shape.Edm();
        var parser = new ODataQueryOptionParser(EdmDisclosure.Model, type, source, options);
        parser.Settings.MaximumExpansionDepth = ExpandText.Deepest;
        parser.Settings.MaximumExpansionCount = 20;
        return parser;
    }

    // OData has them, and ODataLib has never heard of them.
    private static readonly string[] UnknownToLibrary = ["matchesPattern", "hassubset", "hassubsequence"];

    /// <param name="text">What is parsed, so that a refusal can show the place; empty where it is several texts.</param>
    private static T Guarded<T>(string option, Func<T?> parse, string text = "")
        where T : class
    {
        try
        {
            return parse() ?? throw QueryFaultException.Bad($"{option} 读不懂。");
        }
        catch (Exception strange) when (strange is ODataException or NullReferenceException or ArgumentException or OverflowException
            or FormatException or InvalidCastException or InvalidOperationException or IndexOutOfRangeException or KeyNotFoundException
            or NotSupportedException or NotImplementedException or InsufficientExecutionStackException)
        {
            if (UnknownToLibrary.FirstOrDefault(name => strange.Message.Contains($"'{name}'", StringComparison.Ordinal)) is { } known) throw NotOffered.OtherFunctions.Fault($"函数 {known}");
            throw strange is ODataException said ? ParserWords.Fault(option, text, said.Message) : QueryFaultException.Bad($"{option} 读不懂。");
        }
    }
}

/// <param name="Expression">Evaluated on the shape it is written for.</param>
public sealed record SortKey(Expression Expression, bool Descending);
