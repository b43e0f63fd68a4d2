using Revitalization.Domain.Disclosure;

namespace Revitalization.Silo.Releases.Disclosure;

/// <summary>One figure that a release hides, with what the county keeps for itself: the value, and why it is hidden.</summary>
/// <param name="Value">A whole number of the indicator's scale.</param>
/// <param name="Width">How far apart the least and the most that a reader may find of it lie, at least.</param>
/// <param name="Pack">With rule, document and clause: where the limit comes from. <paramref name="Assumed"/> where no document says it.</param>
public sealed record HiddenFigure(
    string Region, string Period, string Indicator, long Value, long Width, DisclosureReason Reason, string Rule, string Pack, string Document, string Clause,
    string? Assumed, DisclosureCover? Cover);

/// <summary>What disclosure control cost one release.</summary>
/// <param name="Open">How many figures nothing in the release could protect any more; <paramref name="OpenFigures"/> names them.</param>
/// <param name="Stated">Which figures of documents were known when it was judged; null of releases from before that was kept.</param>
public sealed record HiddenSummary(
    InformationLoss Loss, int Open, IReadOnlyDictionary<string, int> Reasons, IReadOnlyList<OpenFigure>? OpenFigures = null,
    IReadOnlyList<StatedFigure>? Stated = null);

/// <summary>All figures of a release before disclosure control, and what it decided.</summary>
/// <param name="CountThreshold">By region: from which number on counts of people may be told.</param>
public sealed record JudgedFigures(
    IReadOnlyList<FigureCell> Figures, IReadOnlyList<DisclosureVerdict> Verdicts, IReadOnlyList<HiddenFigure> Hidden, HiddenSummary Summary, Func<string, int> CountThreshold);
