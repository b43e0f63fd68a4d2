using Revitalization.Portal.OData.Model;

namespace Revitalization.Portal.OData.Expressions;

/// <summary>The query model's own expressions: typed, free of ODataLib and of SQL, so that another executor can run them.</summary>
public abstract record Expression(DataType Type, bool Nullable);

/// <summary>A column of a row in hand.</summary>
/// <param name="Range">Whose row: <c>$it</c>, or a lambda's variable.</param>
/// <param name="Path">The column's name, such as <c>Value</c>, or <c>Region/Name</c> after a groupby.</param>
public sealed record ColumnExpression(string Range, string Path, DataType Type, bool Nullable) : Expression(Type, Nullable);

/// <summary>A property of the one row that navigations lead to.</summary>
/// <param name="Hops">At least one, all single-valued; the first starts at <paramref name="Range"/>.</param>
public sealed record NavigationExpression(string Range, IReadOnlyList<Navigation> Hops, Property Property)
    : Expression(Property.Type, true);

/// <param name="Value">string, bool, long (Int32, Int64, scaled Decimal, milliseconds), or null.</param>
public sealed record LiteralExpression(DataType Type, object? Value) : Expression(Type, Value is null);

public enum Operator
{
    And, Or, Not, Negate,
    Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual,
    Add, Subtract, Multiply, Divide, Modulo,
}

public sealed record UnaryExpression(Operator Operator, Expression Operand) : Expression(Operand.Type, Operand.Nullable);

/// <summary>Both operands have been brought to one type.</summary>
public sealed record BinaryExpression(Operator Operator, Expression Left, Expression Right, DataType Type)
    : Expression(Type, Left.Nullable || Right.Nullable);

/// <param name="Name">Of <see cref="Functions"/>.</param>
public sealed record CallExpression(string Name, IReadOnlyList<Expression> Arguments, DataType Type)
    : Expression(Type, Arguments.Any(argument => argument.Nullable));

public sealed record InExpression(Expression Operand, IReadOnlyList<LiteralExpression> Values) : Expression(DataType.Boolean, false);

/// <summary><c>any</c> or <c>all</c> over a collection.</summary>
/// <param name="Predicate">Null for a bare <c>any()</c>.</param>
public sealed record QuantifierExpression(
    string Range, IReadOnlyList<Navigation> Hops, Navigation Collection, string Variable, Expression? Predicate, bool All)
    : Expression(DataType.Boolean, false);

/// <summary>How many rows a collection holds (<c>Children/$count</c>).</summary>
public sealed record CountExpression(string Range, IReadOnlyList<Navigation> Hops, Navigation Collection)
    : Expression(DataType.Int64, false);

/// <summary>A term of <c>$search</c>.</summary>
public sealed record SearchExpression(SetModel Set, string Term) : Expression(DataType.Boolean, false);

/// <summary>The row that an expansion's rows belong to: bound anew for each row, in one prepared statement.</summary>
public sealed record OwnerExpression(DataType Type) : Expression(Type, false);
