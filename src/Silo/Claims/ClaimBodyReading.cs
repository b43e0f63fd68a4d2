using System.Collections.Immutable;
using Revitalization.Contracts.Claims;
using Revitalization.Contracts.Households;
using Revitalization.Domain.Claims;
using Revitalization.Domain.Commands;
using Revitalization.Silo.Households;

namespace Revitalization.Silo.Claims;

/// <summary>A body of the API as a stated figure, or the field that says nothing we know; and back.</summary>
internal static class ClaimBodyReading
{
    public static (StatedFigure? Figure, Refused? Broken) Read(ClaimBody body)
    {
        if (Terms.Find<ClaimKind>(body.Kind) is not { } kind) return (null, PersonRefusal.TermUnknown.On("kind"));
        if (Terms.Find<ClaimUnit>(body.Unit) is not { } unit) return (null, PersonRefusal.TermUnknown.On("unit"));
        var inputs = ImmutableArray.CreateBuilder<ClaimFigure>(body.Inputs.Count);
        foreach (var input in body.Inputs)
        {
            if (Terms.Find<ClaimUnit>(input.Unit) is not { } of) return (null, PersonRefusal.TermUnknown.On("inputs.unit"));
            inputs.Add(new(input.Name, input.Value, of));
        }
        return (new(body.Statement, kind, body.Stated, unit, body.Decimals, inputs.ToImmutable(), body.Document, body.Rule), null);
    }

    public static ClaimBody Write(DateOnly on, StatedFigure figure) => new(
        on, figure.Statement, Terms.Code(figure.Kind), figure.Stated, Terms.Code(figure.Unit), figure.Decimals,
        [.. figure.Inputs.Select(input => new ClaimInput(input.Name, input.Value, Terms.Code(input.Unit)))], figure.Document, figure.Rule);
}
