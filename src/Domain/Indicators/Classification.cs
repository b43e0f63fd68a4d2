namespace Revitalization.Domain.Indicators;

/// <summary>A figure and the parts that add up to it in every region and period.</summary>
/// <param name="HasRemainder">The parts leave a rest that is not itself published, but that anybody can subtract.</param>
/// <param name="Subtracted">The part that is taken off instead of added, if any.</param>
public sealed record Classification(
    string Total, IReadOnlyList<string> Parts, bool HasRemainder = false, string? Subtracted = null);
