namespace Revitalization.Contracts.Releases;

/// <summary>What a release hides and why (未公布数值说明), for the county's officer; never for the public.</summary>
/// <param name="Loss">Null of releases from before this was kept.</param>
/// <param name="Open">On the first page: figures that nothing in this release can protect, at most 100 of them.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record SuppressedView(int Number, InformationLossView? Loss, IReadOnlyList<SuppressedFigure> Items, string? Next,
    IReadOnlyList<OpenFigureView>? Open = null);

/// <summary>信息损失, beside what hiding every row with a small figure in it would cost.</summary>
/// <param name="Open">Figures whose interval was closed by what earlier releases said already.</param>
/// <param name="LostPercent">By weight: larger figures and larger places count more.</param>
/// <param name="Reasons">Hidden figures by reason, in words.</param>
public sealed record InformationLossView(
    long Figures, long Hidden, long Primary, decimal HiddenPercent, decimal LostPercent, long InWholeRows, decimal InWholeRowsPercent, decimal LostInWholeRowsPercent, int Open,
    IReadOnlyDictionary<string, int> Reasons);

/// <param name="Reason">In Chinese.</param>
/// <param name="Rule">The rule's id, with the pack and the place in it that says so.</param>
/// <param name="Source">Document and clause; what was assumed where there is none.</param>
/// <param name="GivenBackBy">Of one that protects another: the sum that would have told the other.</param>
public sealed record SuppressedFigure(
    string RegionCode, string Region, string Period, string IndicatorCode, string Indicator, string Reason, string Rule, string Pack, string Source, string? GivenBackBy);

/// <summary>A hidden figure that readers can tell closer than they should, from what was published before.</summary>
/// <param name="Left">How far apart the least and the most that they can find still lie; 0: they know it.</param>
/// <param name="Earlier">It stands in an earlier release, and has changed since.</param>
public sealed record OpenFigureView(string RegionCode, string Region, string Period, string Indicator, long Left, bool Earlier);
