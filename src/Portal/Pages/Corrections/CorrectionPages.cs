using Revitalization.Contracts.Releases;
using Revitalization.Portal.Corrections;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.Pages.Layout;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Pages.Corrections;

/// <param name="Held">Null where the rows of one of the two releases are no longer kept here.</param>
public sealed record CorrectionView(ReleaseManifest Release, ReleaseManifest Corrected, Correction? Held);

public sealed record CorrectionsView(ReleaseManifest? Current, IReadOnlyList<CorrectionView> Corrections, IReadOnlyList<PublishedRedaction> Redactions, CorrectionWords Words);

/// <summary>Corrections (更正) and redactions (隐去): what was published wrongly, what stands now, and why.</summary>
internal static class CorrectionPages
{
    public static void Map(WebApplication app) => app.MapPage("/corrections", Show).AllowAnonymous();

    private static ReleasedPage<CorrectionsPage, CorrectionsView> Show(ReplicaStore store, IReplicaReader replica, CorrectionBook book)
    {
        var corrections = book.Correcting().Select(release => new CorrectionView(release, store.State.Find(release.Corrects!.Value)!.Signed.Manifest, book.Of(release.Number)));
        return new(replica.Current, new(replica.Current, [.. corrections], [.. store.State.Redactions.Reverse()], new CorrectionWords(replica)));
    }
}

/// <summary>Names for what a change's key states, read as the page asks for them.</summary>
public sealed class CorrectionWords(IReplicaReader replica)
{
    private readonly Dictionary<(int, string), string> _regions = [];
    private readonly Dictionary<int, IReadOnlyList<IndicatorRow>> _indicators = [];

    public static string Of(ChangeKind kind) => kind switch
    {
        ChangeKind.Value => "数值更正",
        ChangeKind.Suppressed => "改为不予公布",
        ChangeKind.Disclosed => "改为公布",
        ChangeKind.Status => "状态变化",
        ChangeKind.Text => "文字更正",
        ChangeKind.Added => "新增",
        ChangeKind.Removed => "撤下",
        _ => throw new System.Diagnostics.UnreachableException($"No words for {kind}."),
    };

    /// <summary>剑阁县，总户数，2023 年第三季度; of other sets the set's and the field's name with the row's key.</summary>
    public string What(int release, RowChange change)
    {
        if (change.Set == PublicSets.Observations && change.Key.Split('/') is [var region, var period, var indicator])
            return $"{Region(release, region)}，{Indicator(release, indicator)}，{Hosting.Look.Figures.PeriodInWords(period)}";
        return $"{change.Set} {change.Key}，{Disclosure.Sets[change.Set].Find(change.Field)?.Heading ?? change.Field}";
    }

    public static string? Address(RowChange change) => change.Set == PublicSets.Observations && change.Kind != ChangeKind.Removed ? $"/figure/{change.Key}" : null;

    private string Region(int release, string code) =>
        _regions.TryGetValue((release, code), out var name) ? name : _regions[(release, code)] = replica.Region(release, code)?.Name ?? code;

    private string Indicator(int release, string code)
    {
        if (!_indicators.TryGetValue(release, out var all)) _indicators[release] = all = replica.Indicators(release);
        return all.FirstOrDefault(indicator => indicator.Code == code)?.Name ?? code;
    }
}
