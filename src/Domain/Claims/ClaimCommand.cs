using System.Collections.Immutable;

namespace Revitalization.Domain.Claims;

/// <summary>A command to one stated figure (表述); its stream is <c>claim/{county}/{claim}</c>.</summary>
[GenerateSerializer, Immutable, Alias("claim-command")]
public abstract record ClaimCommand([property: Id(0)] DateOnly On);

/// <summary>Puts the statement, its figure and what it can be computed from; stating the same again changes nothing.</summary>
[GenerateSerializer, Immutable, Alias("put-claim")]
public sealed record PutClaim(DateOnly On, [property: Id(1)] StatedFigure Figure) : ClaimCommand(On);

/// <summary>A figure somebody stated, as written: numbers stay text, so that what is compared is what was printed.</summary>
/// <param name="Stated">In <paramref name="Unit"/>; empty where only a rule is to be met.</param>
/// <param name="Decimals">To how many decimals the figure is stated; the computed one is rounded half up to as many.</param>
/// <param name="Rule">Id of a rule of the county's policy pack that the computed figure must meet.</param>
[GenerateSerializer, Immutable, Alias("stated-figure")]
public sealed record StatedFigure(
    [property: Id(0)] string Statement, [property: Id(1)] ClaimKind Kind, [property: Id(2)] string Stated, [property: Id(3)] ClaimUnit Unit,
    [property: Id(4)] int Decimals, [property: Id(5)] ImmutableArray<ClaimFigure> Inputs, [property: Id(6)] string Document, [property: Id(7)] string? Rule)
{
    public bool Equals(StatedFigure? other) =>
        other is not null && (Statement, Kind, Stated, Unit, Decimals, Document, Rule)
            == (other.Statement, other.Kind, other.Stated, other.Unit, other.Decimals, other.Document, other.Rule)
        && Inputs.AsSpan().SequenceEqual(other.Inputs.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Statement, Kind, Stated, Unit, Decimals, Document, Rule);
}

/// <param name="Value">Empty where the document does not say.</param>
[GenerateSerializer, Immutable, Alias("claim-figure")]
public sealed record ClaimFigure([property: Id(0)] string Name, [property: Id(1)] string Value, [property: Id(2)] ClaimUnit Unit);
