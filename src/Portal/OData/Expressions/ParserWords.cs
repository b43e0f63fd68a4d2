using System.Globalization;
using System.Text.RegularExpressions;
using Revitalization.Portal.OData.Requests;

namespace Revitalization.Portal.OData.Expressions;

/// <summary>
/// What ODataLib says of a text that it cannot read, in Chinese: what is wrong, at which character, and the text there. It says so in English
/// sentences only; one that is not known here still gives its place, where it names one.
/// </summary>
internal static partial class ParserWords
{
    private const int Shown = 30, LongestDetail = 500;

    private static readonly (Func<Regex> Said, string Meant)[] Sentences =
    [
        (NoProperty, "没有列“{0}”"),
        (NoFunction, "没有函数“{0}”"),
        (WrongArguments, "函数“{0}”的参数个数或类型不对"),
        (Incompatible, "“{2}”两边的类型不同（{0} 与 {1}），不能这样运算"),
        (NotComparable, "“{1}”不能用于 {0} 类型"),
        (BadLiteral, "“{1}”不是 {0} 类型的值"),
        (Unterminated, "引号没有成对"),
        (Invalid, "有不认识的字符“{0}”"),
        (NoExpression, "这里应当有一个表达式"),
        (NoDigit, "这里应当有数字"),
        (NoName, "这里应当有一个名称"),
        (NoComma, "这里应当是“)”或“,”"),
        (NoOperator, "这里应当是“)”或运算符"),
        (NoSign, "这里应当是“{0}”"),
        (TooDeep, "嵌套太深"),
    ];

    public static QueryFaultException Fault(string option, string text, string said)
    {
        var meant = Sentences.Select(sentence => (Match: sentence.Said().Match(said), sentence.Meant)).FirstOrDefault(sentence => sentence.Match.Success);
        var reason = meant.Match is { } match ? string.Format(CultureInfo.InvariantCulture, meant.Meant, [.. match.Groups.Values.Skip(1).Select(group => (object)Cut(group.Value))]) : "写法有误";
        return new(400, "query-invalid", $"{option} 读不懂：{Place(text, said, meant.Match)}{reason}。") { ParserDetail = said.Length > LongestDetail ? said[..LongestDetail] : said };
    }

    // A place that the parser states is the end of what it stumbled over, or its beginning: what stands on both sides is shown.
    private static string Place(string text, string said, Match? match)
    {
        if (text.Length == 0) return "";
        if (Position().Match(said) is { Success: true } stated && int.TryParse(stated.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var at))
            return $"第 {Math.Min(at + 1, text.Length)} 个字符附近（“{Around(text, Math.Min(at, text.Length))}”），";
        var named = match?.Groups.Values.Skip(1).Select(group => text.IndexOf(group.Value, StringComparison.Ordinal)).FirstOrDefault(found => found >= 0, -1) ?? -1;
        return named < 0 ? $"“{Cut(text)}”里，" : $"第 {named + 1} 个字符起（“{Cut(text[named..])}”），";
    }

    private static string Around(string text, int at)
    {
        var (from, to) = (Math.Max(0, at - (Shown / 2)), Math.Min(text.Length, at + (Shown / 2)));
        return $"{(from > 0 ? "…" : "")}{text[from..to]}{(to < text.Length ? "…" : "")}";
    }

    private static string Cut(string text) => text.Length <= Shown ? text : text[..Shown] + "…";

    private const RegexOptions Plain = RegexOptions.CultureInvariant;
    private const int Milliseconds = 1000;

    [GeneratedRegex("at (?:position )?'?([0-9]+)'?(?: in '|\\.$|$)", Plain, Milliseconds)]
    private static partial Regex Position();

    [GeneratedRegex("^Could not find a property named '([^']*)'", Plain, Milliseconds)]
    private static partial Regex NoProperty();

    [GeneratedRegex("^An unknown function with name '([^']*)'", Plain, Milliseconds)]
    private static partial Regex NoFunction();

    [GeneratedRegex("^No function signature for the function with name '([^']*)'", Plain, Milliseconds)]
    private static partial Regex WrongArguments();

    [GeneratedRegex("^A binary operator with incompatible types was detected\\. Found operand types '([^']*)' and '([^']*)' for operator kind '([^']*)'", Plain, Milliseconds)]
    private static partial Regex Incompatible();

    [GeneratedRegex("^A unary operator with an incompatible type was detected\\. Found operand type '([^']*)' for operator kind '([^']*)'", Plain, Milliseconds)]
    private static partial Regex NotComparable();

    [GeneratedRegex("^Unrecognized '([^']*)' literal '(.*)' at '", Plain | RegexOptions.Singleline, Milliseconds)]
    private static partial Regex BadLiteral();

    [GeneratedRegex("unterminated (?:string )?literal", Plain, Milliseconds)]
    private static partial Regex Unterminated();

    [GeneratedRegex("^Syntax error: character '([^']*)' is not valid", Plain, Milliseconds)]
    private static partial Regex Invalid();

    [GeneratedRegex("^Expression expected at position", Plain, Milliseconds)]
    private static partial Regex NoExpression();

    [GeneratedRegex("^A digit was expected at position", Plain, Milliseconds)]
    private static partial Regex NoDigit();

    [GeneratedRegex("^An identifier was expected at position", Plain, Milliseconds)]
    private static partial Regex NoName();

    [GeneratedRegex(@"^'\)' or ',' expected at position", Plain, Milliseconds)]
    private static partial Regex NoComma();

    [GeneratedRegex(@"^'\)' or operator expected at position", Plain, Milliseconds)]
    private static partial Regex NoOperator();

    [GeneratedRegex("^'([^']*)' expected at position", Plain, Milliseconds)]
    private static partial Regex NoSign();

    [GeneratedRegex("[Rr]ecursion (?:depth|limit)", Plain, Milliseconds)]
    private static partial Regex TooDeep();
}
