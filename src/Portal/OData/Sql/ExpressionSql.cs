using System.Runtime.CompilerServices;
using Revitalization.Portal.OData.Expressions;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.OData.Requests;

namespace Revitalization.Portal.OData.Sql;

/// <summary>Expressions as SQL text. Names come from our own model; values only as parameters.</summary>
internal sealed class ExpressionSql(SqlParameters parameters)
{
    public string Write(Expression expression, SqlScope scope)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return expression switch
        {
            LiteralExpression literal => parameters.Add(literal.Value),
            OwnerExpression => "@owner",
            ColumnExpression column => scope.Column(column.Range, column.Path),
            NavigationExpression navigation => NavigationSql.Value(navigation.Range, navigation.Hops, navigation.Property.Name, scope),
            UnaryExpression { Operator: Operator.Not } not => $"(NOT {Definite(not.Operand, scope)})",
            UnaryExpression negate => $"num_sub(0, {Write(negate.Operand, scope)})",
            BinaryExpression binary => Binary(binary, scope),
            CallExpression call => FunctionSql.Write(call, [.. call.Arguments.Select(argument => Write(argument, scope))]),
            InExpression among => In(among, scope),
            QuantifierExpression quantifier => Quantifier(quantifier, scope),
            CountExpression count => NavigationSql.Count(count, scope),
            SearchExpression search => SearchSql.Write(search, scope, parameters),
            _ => throw QueryFaultException.Unsupported(expression.GetType().Name),
        };
    }

    // A comparison with null is false, so its negation is true; SQL would leave both unknown.
    private string Definite(Expression expression, SqlScope scope) => expression switch
    {
        BinaryExpression { Operator: >= Operator.Less and <= Operator.GreaterOrEqual, Nullable: true } => $"COALESCE({Write(expression, scope)}, 0)",
        BinaryExpression { Operator: Operator.And } both => $"({Definite(both.Left, scope)} AND {Definite(both.Right, scope)})",
        BinaryExpression { Operator: Operator.Or } either => $"({Definite(either.Left, scope)} OR {Definite(either.Right, scope)})",
        _ => Write(expression, scope),
    };

    private string Binary(BinaryExpression binary, SqlScope scope)
    {
        var (left, right) = (Write(binary.Left, scope), Write(binary.Right, scope));
        var exact = binary.Type == DataType.Decimal;
        return binary.Operator switch
        {
            Operator.And => $"({left} AND {right})",
            Operator.Or => $"({left} OR {right})",
            Operator.Equal => $"({left} {(IsSure(binary) ? "=" : "IS")} {right})",
            Operator.NotEqual => $"({left} IS NOT {right})",
            Operator.Less => $"({left} < {right})",
            Operator.LessOrEqual => $"({left} <= {right})",
            Operator.Greater => $"({left} > {right})",
            Operator.GreaterOrEqual => $"({left} >= {right})",
            Operator.Add => $"num_add({left}, {right})",
            Operator.Subtract => $"num_sub({left}, {right})",
            Operator.Multiply => $"{(exact ? "dec_mul" : "int_mul")}({left}, {right})",
            Operator.Divide => $"{(exact ? "dec_div" : "int_div")}({left}, {right})",
            Operator.Modulo => $"dec_mod({left}, {right})",
            _ => throw QueryFaultException.Unsupported(binary.Operator.ToString()),
        };
    }

    // With "=" SQLite uses its indexes best; it differs from IS only where both sides can be null.
    private static bool IsSure(BinaryExpression binary) =>
        binary.Left is LiteralExpression { Value: not null } || binary.Right is LiteralExpression { Value: not null }
        || binary.Right is OwnerExpression || !binary.Nullable;

    private string In(InExpression among, SqlScope scope)
    {
        var operand = Write(among.Operand, scope);
        var values = among.Values.Where(value => value.Value is not null).Select(value => parameters.Add(value.Value)).ToList();
        var listed = values.Count == 0 ? "0" : $"COALESCE({operand} IN ({string.Join(", ", values)}), 0)";
        return among.Values.Count == values.Count ? listed : $"({listed} OR {operand} IS NULL)";
    }

    private string Quantifier(QuantifierExpression quantifier, SqlScope scope)
    {
        var alias = scope.NewAlias();
        var target = Disclosure.Sets[quantifier.Collection.Target];
        var from = NavigationSql.From(quantifier.Range, quantifier.Hops, quantifier.Collection, alias, scope);
        if (quantifier.Predicate is null) return quantifier.All ? "1" : $"EXISTS (SELECT 1 {from})";
        var inner = scope.With(quantifier.Variable, alias, target);
        var predicate = $"COALESCE({Write(quantifier.Predicate, inner)}, 0)";
        return quantifier.All ? $"(NOT EXISTS (SELECT 1 {from} AND NOT {predicate}))" : $"EXISTS (SELECT 1 {from} AND {predicate})";
    }
}
