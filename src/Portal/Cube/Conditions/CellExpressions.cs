using System.Runtime.CompilerServices;
using Revitalization.Portal.OData.Expressions;

namespace Revitalization.Portal.Cube.Conditions;

/// <summary>
/// Expressions as functions of a row, with the three truth values of SQL and null where <c>ExpressionSql</c> has it. Arithmetic is
/// left to SQL, whose refusals depend on which row comes first.
/// </summary>
internal static class CellExpressions
{
    /// <param name="leaf">Reads columns; null for one it does not know.</param>
    /// <returns>Null where a part was never taught.</returns>
    public static Func<T, Cell>? Compile<T>(Expression expression, Func<Expression, Func<T, Cell>?> leaf)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return expression switch
        {
            LiteralExpression literal => Constant<T>(Cell.From(literal.Value)),
            UnaryExpression { Operator: Operator.Not } not => Not(Definite(not.Operand, leaf)),
            BinaryExpression { Operator: Operator.And or Operator.Or } joined =>
                Join(joined.Operator, Compile(joined.Left, leaf), Compile(joined.Right, leaf)),
            BinaryExpression { Operator: >= Operator.Equal and <= Operator.GreaterOrEqual } comparison =>
                Comparison(comparison, Compile(comparison.Left, leaf), Compile(comparison.Right, leaf)),
            CallExpression call => TextCalls.Compile(call.Name, call.Arguments.Select(argument => Compile(argument, leaf)).ToList()),
            InExpression among => In(among, Compile(among.Operand, leaf)),
            _ => leaf(expression),
        };
    }

    // A comparison with null is false where it is negated; see ExpressionSql.
    private static Func<T, Cell>? Definite<T>(Expression expression, Func<Expression, Func<T, Cell>?> leaf) => expression switch
    {
        BinaryExpression { Operator: >= Operator.Less and <= Operator.GreaterOrEqual, Nullable: true } => IsTrue(Compile(expression, leaf)),
        BinaryExpression { Operator: Operator.And or Operator.Or } joined =>
            Join(joined.Operator, Definite(joined.Left, leaf), Definite(joined.Right, leaf)),
        _ => Compile(expression, leaf),
    };

    private static Func<T, Cell> Constant<T>(Cell cell) => _ => cell;

    private static Func<T, Cell>? IsTrue<T>(Func<T, Cell>? operand) => operand is null ? null : row => Cell.Of(operand(row).IsTrue);

    private static Func<T, Cell>? Not<T>(Func<T, Cell>? operand) =>
        operand is null ? null : row => operand(row) is { HasValue: true } cell ? Cell.Of(!cell.IsTrue) : Cell.Null;

    private static Func<T, Cell>? Join<T>(Operator op, Func<T, Cell>? left, Func<T, Cell>? right)
    {
        if (left is null || right is null) return null;
        var decides = op == Operator.Or; // One true decides an or, one false an and.
        return row =>
        {
            var one = left(row);
            if (one.HasValue && one.IsTrue == decides) return Cell.Of(decides);
            var other = right(row);
            if (other.HasValue && other.IsTrue == decides) return Cell.Of(decides);
            return one.HasValue && other.HasValue ? Cell.Of(!decides) : Cell.Null;
        };
    }

    private static Func<T, Cell>? Comparison<T>(BinaryExpression comparison, Func<T, Cell>? left, Func<T, Cell>? right)
    {
        if (left is null || right is null) return null;
        return comparison.Operator switch
        {
            Operator.Equal when IsSure(comparison) => Compared(left, right, order => order == 0),
            Operator.Equal => row => Cell.Of(Cell.Compare(left(row), right(row)) == 0),
            Operator.NotEqual => row => Cell.Of(Cell.Compare(left(row), right(row)) != 0),
            Operator.Less => Compared(left, right, order => order < 0),
            Operator.LessOrEqual => Compared(left, right, order => order <= 0),
            Operator.Greater => Compared(left, right, order => order > 0),
            _ => Compared(left, right, order => order >= 0),
        };
    }

    private static bool IsSure(BinaryExpression binary) =>
        binary.Left is LiteralExpression { Value: not null } || binary.Right is LiteralExpression { Value: not null } || !binary.Nullable;

    private static Func<T, Cell> Compared<T>(Func<T, Cell> left, Func<T, Cell> right, Func<int, bool> holds) => row =>
    {
        var (one, other) = (left(row), right(row));
        return one.HasValue && other.HasValue ? Cell.Of(holds(Cell.Compare(one, other))) : Cell.Null;
    };

    private static Func<T, Cell>? In<T>(InExpression among, Func<T, Cell>? operand)
    {
        if (operand is null) return null;
        var values = among.Values.Select(value => Cell.From(value.Value)).ToHashSet();
        return row => Cell.Of(values.Contains(operand(row)));
    }
}

/// <summary>The functions over texts that the cube was taught.</summary>
internal static class TextCalls
{
    public static Func<T, Cell>? Compile<T>(string name, List<Func<T, Cell>?> arguments)
    {
        if (arguments.Any(argument => argument is null)) return null;
        return name switch
        {
            "contains" => Two(arguments, (text, part) => Cell.Of(text.Contains(part, StringComparison.Ordinal))),
            "startswith" => Two(arguments, (text, part) => Cell.Of(text.StartsWith(part, StringComparison.Ordinal))),
            "endswith" => EndsWith(arguments),
            "concat" => Two(arguments, (text, part) => Cell.Of(text + part)),
            "tolower" => One(arguments, text => Cell.Of(text.ToLowerInvariant())),
            "toupper" => One(arguments, text => Cell.Of(text.ToUpperInvariant())),
            "trim" => One(arguments, text => Cell.Of(text.Trim())),
            _ => null,
        };
    }

    private static Func<T, Cell> One<T>(List<Func<T, Cell>?> arguments, Func<string, Cell> function)
    {
        var argument = arguments[0]!;
        return row => argument(row).Text is { } text ? function(text) : Cell.Null;
    }

    private static Func<T, Cell> Two<T>(List<Func<T, Cell>?> arguments, Func<string, string, Cell> function)
    {
        var (first, second) = (arguments[0]!, arguments[1]!);
        return row => first(row).Text is { } text && second(row).Text is { } part ? function(text, part) : Cell.Null;
    }

    // SQL's form of it is true for an empty end even where the text is null.
    private static Func<T, Cell> EndsWith<T>(List<Func<T, Cell>?> arguments)
    {
        var (first, second) = (arguments[0]!, arguments[1]!);
        return row => second(row).Text switch
        {
            null => Cell.Null,
            "" => Cell.Of(true),
            var end => first(row).Text is { } text ? Cell.Of(text.EndsWith(end, StringComparison.Ordinal)) : Cell.Null,
        };
    }
}
