using Revitalization.Portal.OData.Expressions;

namespace Revitalization.Portal.OData.Apply;

/// <summary>Whether an expression's number comes from Observations' Value, through whatever was computed in between.</summary>
internal static class Origins
{
    public static bool OfValue(Shape shape, Expression expression) => expression switch
    {
        ColumnExpression { Range: Paths.It } column => shape.Find(column.Path)?.OfValue ?? false,
        UnaryExpression unary => OfValue(shape, unary.Operand),
        BinaryExpression binary => OfValue(shape, binary.Left) || OfValue(shape, binary.Right),
        CallExpression call => call.Arguments.Any(argument => OfValue(shape, argument)),
        _ => false,
    };
}
