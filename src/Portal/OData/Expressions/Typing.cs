using Revitalization.Portal.OData.Model;
using Revitalization.Portal.OData.Requests;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.OData.Expressions;

/// <summary>Brings operands to one type. Whole numbers widen to Int64 and then to Decimal; nothing else converts by itself.</summary>
internal static class Typing
{
    public static BinaryExpression Binary(Operator op, Expression left, Expression right) => op switch
    {
        Operator.And or Operator.Or => new(op, As(left, DataType.Boolean), As(right, DataType.Boolean), DataType.Boolean),
        >= Operator.Equal and <= Operator.GreaterOrEqual => Comparison(op, left, right),
        _ => Arithmetic(op, left, right),
    };

    public static bool IsNumber(DataType type) => type is DataType.Int32 or DataType.Int64 or DataType.Decimal;

    /// <summary>The expression at that type; a constant is converted here, all else by the executor.</summary>
    public static Expression As(Expression expression, DataType type)
    {
        if (expression is LiteralExpression { Value: null }) return new LiteralExpression(type, null);
        if (expression.Type == type || (type == DataType.Int64 && expression.Type == DataType.Int32)) return expression;
        if (type == DataType.Decimal && IsNumber(expression.Type)) return ToDecimal(expression);
        throw QueryFaultException.Bad($"这里应为 {type}，却是 {expression.Type}。");
    }

    private static BinaryExpression Comparison(Operator op, Expression left, Expression right)
    {
        if (left is LiteralExpression { Value: null } && right is LiteralExpression { Value: null })
            return new(op, left, right, DataType.Boolean);
        if (left is LiteralExpression { Value: null }) return new(op, As(left, right.Type), right, DataType.Boolean);
        if (right is LiteralExpression { Value: null }) return new(op, left, As(right, left.Type), DataType.Boolean);
        var (one, other) = Common(left, right);
        return new(op, one, other, DataType.Boolean);
    }

    private static BinaryExpression Arithmetic(Operator op, Expression left, Expression right)
    {
        if (left is LiteralExpression { Value: null }) left = As(left, right.Type);
        if (right is LiteralExpression { Value: null }) right = As(right, left.Type);
        if (!IsNumber(left.Type) || !IsNumber(right.Type)) throw QueryFaultException.Bad("算术只用于数。");
        var (one, other) = Common(left, right);
        return new(op, one, other, one.Type == DataType.Decimal ? DataType.Decimal : DataType.Int64);
    }

    private static (Expression, Expression) Common(Expression left, Expression right)
    {
        if (IsNumber(left.Type) && IsNumber(right.Type))
        {
            var type = left.Type == DataType.Decimal || right.Type == DataType.Decimal ? DataType.Decimal : DataType.Int64;
            return (As(left, type), As(right, type));
        }
        return left.Type == right.Type ? (left, right) : throw QueryFaultException.Bad($"{left.Type} 与 {right.Type} 不能相比。");
    }

    private static Expression ToDecimal(Expression expression) => expression is LiteralExpression { Value: long whole }
        ? Literals.Decimal(whole)
        : new CallExpression("$decimal", [expression, new LiteralExpression(DataType.Int64, SqlFunctions.Scale)], DataType.Decimal);
}
