using System.Runtime.CompilerServices;
using Microsoft.OData.UriParser;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.OData.Requests;

namespace Revitalization.Portal.OData.Expressions;

/// <summary>From ODataLib's tree to ours. A node that is not listed here is not supported: 501, never a guess.</summary>
internal sealed class Translator(Shape shape, IReadOnlyDictionary<string, QueryNode> aliases)
{
    private int _expansions;

    public Expression Translate(QueryNode node)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return node switch
        {
            ConstantNode constant => Literals.From(constant),
            ConvertNode convert => Translate(convert.Source),
            BinaryOperatorNode binary => Typing.Binary(Of(binary.OperatorKind), Translate(binary.Left), Translate(binary.Right)),
            UnaryOperatorNode unary => Unary(unary),
            SingleValuePropertyAccessNode property => Paths.Column(shape, property),
            SingleValueFunctionCallNode call => Call(call),
            InNode among => In(among),
            AnyNode any => Quantifier(any, all: false),
            AllNode all => Quantifier(all, all: true),
            CountNode count => Count(count),
            ParameterAliasNode alias => Alias(alias),
            _ => throw QueryFaultException.Unsupported(node.Kind.ToString()),
        };
    }

    // An alias may name an alias; a ring of them must end.
    private Expression Alias(ParameterAliasNode alias) =>
        aliases.TryGetValue(alias.Alias, out var value) && value is not null && ++_expansions <= 20
            ? Translate(value)
            : throw QueryFaultException.Bad($"参数 {alias.Alias} 没有值。");

    private Expression Unary(UnaryOperatorNode unary)
    {
        var operand = Translate(unary.Operand);
        if (unary.OperatorKind == UnaryOperatorKind.Not) return new UnaryExpression(Operator.Not, Typing.As(operand, DataType.Boolean));
        if (!Typing.IsNumber(operand.Type)) throw QueryFaultException.Bad("负号只用于数。");
        if (operand is not LiteralExpression { Value: long value } literal) return new UnaryExpression(Operator.Negate, operand);
        if (value == long.MinValue) throw QueryFaultException.Bad("数值太大。");
        return new LiteralExpression(literal.Type, -value);
    }

    private CallExpression Call(SingleValueFunctionCallNode call)
    {
        if (!Functions.All.TryGetValue(call.Name, out var signatures)) throw (call.Name == "now" ? NotOffered.Now : NotOffered.OtherFunctions).Fault($"函数 {call.Name}");
        var arguments = call.Parameters.Select(Translate).ToList();
        foreach (var signature in signatures)
        {
            if (Fits(signature, arguments))
                return new CallExpression(call.Name, [.. arguments.Select((argument, at) => Typing.As(argument, signature.Takes[at]))], signature.Gives);
        }
        throw QueryFaultException.Bad($"函数 {call.Name} 的参数不对。");
    }

    private static bool Fits(Functions.Signature signature, List<Expression> arguments) =>
        arguments.Count <= signature.Takes.Count && arguments.Count >= signature.Takes.Count - signature.Optional
        && arguments.Select((argument, at) => Fits(argument, signature.Takes[at])).All(fits => fits);

    private static bool Fits(Expression argument, DataType type) =>
        argument is LiteralExpression { Value: null } || argument.Type == type
        || (Typing.IsNumber(type) && Typing.IsNumber(argument.Type) && (type == DataType.Decimal || argument.Type != DataType.Decimal));

    private InExpression In(InNode among)
    {
        const int Most = 500;
        var operand = Translate(among.Left);
        if (among.Right is not CollectionConstantNode collection) throw NotOffered.Lists.Fault("in 右边不是常量列表");
        if (collection.Collection.Count > Most) throw QueryFaultException.Bad("in 的值太多。");
        return new InExpression(operand, [.. collection.Collection.Select(value => Value(value, operand))]);
    }

    private static LiteralExpression Value(ConstantNode value, Expression operand)
    {
        var literal = Literals.From(value);
        return Typing.IsNumber(operand.Type) && Typing.IsNumber(literal.Type) && operand.Type != DataType.Decimal && literal.Type == DataType.Decimal
            ? throw QueryFaultException.Bad("整数与小数不能相比。")
            : (LiteralExpression)Typing.As(literal, operand.Type);
    }

    private QuantifierExpression Quantifier(LambdaNode lambda, bool all)
    {
        var (range, hops, collection) = Paths.Collection(shape, lambda.Source);
        if (lambda.CurrentRangeVariable is null || (lambda is AnyNode && IsTrue(lambda.Body)))
            return new QuantifierExpression(range, hops, collection, "", null, all);
        var body = Typing.As(Translate(lambda.Body), DataType.Boolean);
        return new QuantifierExpression(range, hops, collection, lambda.CurrentRangeVariable.Name, body, all);
    }

    private static bool IsTrue(QueryNode body) => body is ConstantNode { Value: true };

    private CountExpression Count(CountNode count)
    {
        var (range, hops, collection) = Paths.Collection(shape, count.Source);
        return new CountExpression(range, hops, collection);
    }

    private static Operator Of(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.And => Operator.And,
        BinaryOperatorKind.Or => Operator.Or,
        BinaryOperatorKind.Equal => Operator.Equal,
        BinaryOperatorKind.NotEqual => Operator.NotEqual,
        BinaryOperatorKind.LessThan => Operator.Less,
        BinaryOperatorKind.LessThanOrEqual => Operator.LessOrEqual,
        BinaryOperatorKind.GreaterThan => Operator.Greater,
        BinaryOperatorKind.GreaterThanOrEqual => Operator.GreaterOrEqual,
        BinaryOperatorKind.Add => Operator.Add,
        BinaryOperatorKind.Subtract => Operator.Subtract,
        BinaryOperatorKind.Multiply => Operator.Multiply,
        BinaryOperatorKind.Divide => Operator.Divide,
        BinaryOperatorKind.Modulo => Operator.Modulo,
        _ => throw QueryFaultException.Unsupported($"运算 {kind}"),
    };
}
