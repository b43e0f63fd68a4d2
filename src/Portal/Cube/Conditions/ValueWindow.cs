using Revitalization.Portal.Cube.Files;
using Revitalization.Portal.OData.Expressions;

namespace Revitalization.Portal.Cube.Conditions;

/// <summary>The values that conditions of the common forms let pass: from one number to another, and perhaps the suppressed.</summary>
internal readonly record struct ValueWindow(long Least, long Most, bool Suppressed)
{
    public static readonly ValueWindow All = new(long.MinValue + 1, long.MaxValue, true);

    public bool IsAll => this == All;

    public bool Holds(long value) => value == CubeFile.Missing ? Suppressed : value >= Least && value <= Most;

    public ValueWindow And(ValueWindow other) => new(Math.Max(Least, other.Least), Math.Min(Most, other.Most), Suppressed && other.Suppressed);

    /// <summary>Null where the condition is of another form.</summary>
    public static ValueWindow? Of(Expression condition) =>
        condition is BinaryExpression { Left: ColumnExpression { Range: Paths.It, Path: "Value" }, Right: LiteralExpression { Value: var value } } compared
            ? Of(compared.Operator, value as long?)
            : null;

    private static ValueWindow? Of(Operator op, long? value) => (op, value) switch
    {
        (Operator.Equal, null) => new(0, -1, true),
        (Operator.NotEqual, null) => All with { Suppressed = false },
        (Operator.Equal, { } exact) => new(exact, exact, false),
        (Operator.Less, { } most) => new(All.Least, most == long.MinValue ? most : most - 1, false),
        (Operator.LessOrEqual, { } most) => new(All.Least, most, false),
        (Operator.Greater, { } least) => least == long.MaxValue ? new(0, -1, false) : new(least + 1, All.Most, false),
        (Operator.GreaterOrEqual, { } least) => new(least, All.Most, false),
        _ => null,
    };
}
