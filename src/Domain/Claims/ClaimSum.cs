using System.Diagnostics;

namespace Revitalization.Domain.Claims;

/// <summary>The figure computed anew, with its working; no value where the inputs do not suffice, and then the working says why.</summary>
internal readonly record struct ClaimSum(ExactNumber? Value, string Working)
{
    public static ClaimSum Of(StatedFigure figure)
    {
        if (figure.Inputs.FirstOrDefault(input => input.Value.Length == 0) is { } missing) return new(null, $"文件未写明“{missing.Name}”，无法核算。");
        var inputs = figure.Inputs.Select(input => (Value: ExactNumber.Read(input.Value, out _) ?? throw new ArgumentException("A figure that was not checked.", nameof(figure)), input.Unit)).ToArray();
        return figure.Kind switch
        {
            ClaimKind.Sum => new(inputs.Aggregate((ExactNumber)0, (sum, each) => sum + each.Value.To(each.Unit, figure.Unit)), string.Join(" + ", inputs.Select(Said))),
            ClaimKind.Share => Quotient(inputs, inputs[1].Unit, 100),
            ClaimKind.Average or ClaimKind.Plausibility => Quotient(inputs, figure.Unit, 1),
            ClaimKind.Growth => Growth(inputs),
            ClaimKind.Previous => Previous(inputs, figure.Unit),
            ClaimKind.ProductSum => Products(inputs, figure.Unit),
            _ => throw new UnreachableException($"No sum for {figure.Kind}."),
        };
    }

    private static ClaimSum Quotient((ExactNumber Value, ClaimUnit Unit)[] inputs, ClaimUnit unit, long times) => inputs[1].Value.IsZero
        ? new(null, "除数为零，无法核算。")
        : new(inputs[0].Value.To(inputs[0].Unit, unit) * times / inputs[1].Value, $"{Said(inputs[0])} ÷ {Said(inputs[1])}");

    private static ClaimSum Growth((ExactNumber Value, ClaimUnit Unit)[] inputs)
    {
        if (inputs[1].Value.IsZero) return new(null, "基期数为零，无法核算增幅。");
        var before = inputs[1].Value;
        return new((inputs[0].Value.To(inputs[0].Unit, inputs[1].Unit) - before) * 100 / before, $"（{Said(inputs[0])} − {Said(inputs[1])}）÷ {Said(inputs[1])}");
    }

    private static ClaimSum Previous((ExactNumber Value, ClaimUnit Unit)[] inputs, ClaimUnit unit)
    {
        var growth = inputs[1].Value + 100;
        return growth.IsZero
            ? new(null, "下降百分之百，无从推算基期数。")
            : new(inputs[0].Value.To(inputs[0].Unit, unit) * 100 / growth, $"{Said(inputs[0])} ÷（1 + {Said(inputs[1])}）");
    }

    private static ClaimSum Products((ExactNumber Value, ClaimUnit Unit)[] inputs, ClaimUnit unit)
    {
        var sum = (ExactNumber)0;
        var words = new List<string>(inputs.Length / 2);
        foreach (var pair in inputs.Chunk(2))
        {
            sum += pair[0].Value * pair[1].Value.To(pair[1].Unit, unit);
            words.Add($"{Said(pair[0])} × {Said(pair[1])}");
        }
        return new(sum, string.Join(" + ", words));
    }

    private static string Said((ExactNumber Value, ClaimUnit Unit) input) => $"{input.Value.Written()}{ClaimUnits.Word(input.Unit)}";
}
