using System.Globalization;
using Revitalization.Portal.OData.Model;

namespace Revitalization.Portal.OData.Expressions;

/// <summary>
/// Reads what most callers write, columns compared with constants and joined by <c>and</c> and <c>or</c>, without ODataLib, which takes longer to read a
/// page's filter than the cube to find its rows. It gives the same expressions (a test holds both beside each other) or null: then ODataLib
/// reads the text, and says what is wrong with it.
/// </summary>
internal ref struct PlainExpressions
{
    private const int Deepest = 20, MostParts = 200, LongestInteger = 9;

    private readonly Shape _shape;
    private readonly ReadOnlySpan<char> _text;
    private int _at, _depth, _parts;

    private PlainExpressions(Shape shape, string text)
    {
        _shape = shape;
        _text = text;
    }

    /// <summary>A condition, or null.</summary>
    public static Expression? Condition(Shape shape, string text)
    {
        var reader = new PlainExpressions(shape, text);
        return reader.Or() is { Type: DataType.Boolean } read && reader.Rest().IsEmpty ? read : null;
    }

    /// <summary>A column by its name alone, or null.</summary>
    public static ColumnExpression? Column(Shape shape, string name) =>
        shape.Find(name) is { } column && IsName(name) ? new ColumnExpression(Paths.It, column.Path, column.Type, column.Nullable) : null;

    private Expression? Or()
    {
        var left = And();
        while (left is not null && Takes(" or ")) left = And() is { } right ? Typing.Binary(Operator.Or, left, right) : null;
        return left;
    }

    private Expression? And()
    {
        var left = Part();
        while (left is not null && Takes(" and ")) left = Part() is { } right ? Typing.Binary(Operator.And, left, right) : null;
        return left;
    }

    private Expression? Part()
    {
        if (++_parts > MostParts) return null;
        if (Takes("("))
        {
            var inner = ++_depth > Deepest ? null : Or();
            _depth--;
            return inner is not null && Takes(")") ? inner : null;
        }
        var name = Name();
        if (name.Length == 0) return null;
        return Takes("(") ? Call(name) : Column(_shape, name) is { } column ? Comparison(column) : null;
    }

    // Only texts: for them nothing is converted.
    private CallExpression? Call(string name)
    {
        if (name is not ("startswith" or "endswith" or "contains") || Column(_shape, Name()) is not { Type: DataType.Text } column || !Takes(",")) return null;
        _ = Takes(" ");
        return Text() is { } text && Takes(")") ? new CallExpression(name, [column, text], DataType.Boolean) : null;
    }

    private BinaryExpression? Comparison(ColumnExpression column)
    {
        Operator? op = Takes(" eq ") ? Operator.Equal : Takes(" ne ") ? Operator.NotEqual : Takes(" lt ") ? Operator.Less
            : Takes(" le ") ? Operator.LessOrEqual : Takes(" gt ") ? Operator.Greater : Takes(" ge ") ? Operator.GreaterOrEqual : null;
        var constant = op is null ? null : column.Type == DataType.Text ? Text() : column.Type is DataType.Int32 or DataType.Decimal ? Integer() : null;
        return constant is null ? null : Typing.Binary(op!.Value, column, constant);
    }

    private LiteralExpression? Text()
    {
        if (!Takes("'")) return null;
        var length = Rest().IndexOf('\'');
        if (length < 0 || (length + 1 < Rest().Length && Rest()[length + 1] == '\'')) return null; // A doubled quote is the other's.
        var text = Rest()[..length].ToString();
        _at += length + 1;
        return new LiteralExpression(DataType.Text, text);
    }

    private LiteralExpression? Integer()
    {
        var length = 0;
        while (length < Rest().Length && char.IsAsciiDigit(Rest()[length])) length++;
        if (length is 0 or > LongestInteger || (length < Rest().Length && Rest()[length] is not (' ' or ')'))) return null;
        var number = long.Parse(Rest()[..length], NumberStyles.None, CultureInfo.InvariantCulture);
        _at += length;
        return new LiteralExpression(DataType.Int64, number);
    }

    private string Name()
    {
        var length = 0;
        while (length < Rest().Length && char.IsAsciiLetter(Rest()[length])) length++;
        var name = Rest()[..length].ToString();
        _at += length;
        return name;
    }

    private bool Takes(string word)
    {
        if (!Rest().StartsWith(word, StringComparison.Ordinal)) return false;
        _at += word.Length;
        return true;
    }

    private readonly ReadOnlySpan<char> Rest() => _text[_at..];

    private static bool IsName(string text) => text.All(char.IsAsciiLetter) && text is not ("" or "true" or "false" or "null" or "not" or "INF" or "NaN");
}
