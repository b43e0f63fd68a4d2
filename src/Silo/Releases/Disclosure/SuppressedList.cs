using System.Globalization;
using Revitalization.Contracts.Releases;
using Revitalization.Domain.Disclosure;
using Revitalization.Domain.Indicators;
using Revitalization.Domain.Policies;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Requests;
using Revitalization.Silo.Villages;

namespace Revitalization.Silo.Releases.Disclosure;

/// <summary>What a release hides, a page at a time, in words an officer can check.</summary>
public sealed class SuppressedList(IGrainFactory grains, HiddenFigures hidden, RegionBook regions, VillageBook villages)
{
    public const int PageSize = 100;

    /// <param name="after">Region, period and indicator of the last one seen; all empty at the start.</param>
    /// <param name="region">Only this place and what lies in it; null for all.</param>
    /// <returns>Null where no such release is proposed.</returns>
    public async Task<SuppressedView?> Page(int number, string? region, string[] after, CancellationToken cancellation)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{ReleaseChannels.Public}/{number}");
        if ((await grains.GetGrain<IReleaseGrain>(key).Read()).Rows is not { } rows) return null;
        var summary = await hidden.Summary(rows.RowsRoot, cancellation);
        var page = new List<HiddenFigure>();
        await foreach (var figure in hidden.Read(rows.RowsRoot, cancellation))
        {
            if (region is not null && !IsIn(figure.Region, region)) continue;
            if (Compare(figure, after) <= 0) continue;
            page.Add(figure);
            if (page.Count > PageSize) break;
        }
        var isLast = page.Count <= PageSize;
        if (!isLast) page.RemoveAt(PageSize);
        var open = after[0].Length > 0 ? [] : (summary?.OpenFigures ?? []).Where(figure => region is null || IsIn(figure.Region, region)).Take(PageSize).ToList();
        await villages.Ensure([.. page.SelectMany(Places).Concat(open.Select(figure => figure.Region)).Where(VillageCode.IsWellFormed).Distinct(StringComparer.Ordinal)]);
        return new(number, summary is null ? null : Loss(summary), page.ConvertAll(View), isLast ? null : Cursor.Write(page[^1].Region, page[^1].Period, page[^1].Indicator),
            open.ConvertAll(figure => new OpenFigureView(figure.Region, Name(figure.Region), figure.Period.ToString(), NameOf(figure.Indicator), figure.Left, figure.Earlier)));
    }

    private static IEnumerable<string> Places(HiddenFigure figure) => figure.Cover is { } cover ? [figure.Region, cover.TotalRegion, cover.ForRegion] : [figure.Region];

    // Codes of provinces and cities end in zeros.
    private static bool IsIn(string code, string region) => code == region || code.StartsWith(region.TrimEnd('0').Length < 6 ? region.TrimEnd('0') : region, StringComparison.Ordinal);

    private static int Compare(HiddenFigure figure, string[] after)
    {
        var order = string.CompareOrdinal(figure.Region, after[0]);
        if (order == 0) order = string.CompareOrdinal(figure.Period, after[1]);
        return order != 0 ? order : string.CompareOrdinal(figure.Indicator, after[2]);
    }

    private static InformationLossView Loss(HiddenSummary summary) => new(
        summary.Loss.Cells, summary.Loss.Hidden, summary.Loss.Primary, Percent(summary.Loss.Hidden, summary.Loss.Cells), Percent(summary.Loss.Weight, summary.Loss.WeightAll),
        summary.Loss.RowCells, Percent(summary.Loss.RowCells, summary.Loss.Cells), Percent(summary.Loss.RowWeight, summary.Loss.WeightAll), summary.Open,
        summary.Reasons.ToDictionary(each => DisclosureWords.Of(Enum.Parse<DisclosureReason>(each.Key)), each => each.Value, StringComparer.Ordinal));

    private static decimal Percent(long part, long whole) => whole == 0 ? 0 : Math.Round(100m * part / whole, 1, MidpointRounding.AwayFromZero);

    private SuppressedFigure View(HiddenFigure figure) => new(
        figure.Region, Name(figure.Region), figure.Period, figure.Indicator, NameOf(figure.Indicator), DisclosureWords.Of(figure.Reason), figure.Rule, figure.Pack,
        figure.Assumed ?? $"{ShippedPacks.Find(figure.Pack)?.Documents.FirstOrDefault(document => document.Id == figure.Document)?.Title ?? figure.Document} {figure.Clause}",
        figure.Cover is { } cover ? GivenBack(cover) : null);

    private string GivenBack(DisclosureCover cover) =>
        $"{(cover.Earlier ? "以前发布的" : "")}{Name(cover.TotalRegion)} {cover.TotalPeriod}“{NameOf(cover.TotalIndicator)}”，{DisclosureWords.Of(cover.Kind)}；否则可推算{Name(cover.ForRegion)} {cover.ForPeriod}“{NameOf(cover.ForIndicator)}”。";

    private string Name(string code) => VillageCode.IsWellFormed(code)
        ? (regions.Find(VillageCode.Township(code))?.Name ?? "") + (villages.Find(code)?.Name ?? code)
        : regions.Find(code)?.Name ?? code;

    // A rest is called after its total and its part.
    private static string NameOf(string indicator) => IndicatorCatalog.Find(indicator)?.Name
        ?? string.Join("减", indicator.Split(DisclosureWords.Less).Select(code => IndicatorCatalog.Find(code)?.Name).OfType<string>());
}
