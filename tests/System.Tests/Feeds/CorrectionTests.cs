using Revitalization.Contracts.Releases;
using Revitalization.Portal;
using Revitalization.Portal.Corrections;
using Revitalization.Portal.Replica;

namespace Revitalization.SystemTests.Feeds;

/// <summary>A correction says of each figure what stood there and what stands there now.</summary>
public sealed class CorrectionTests : IDisposable
{
    private static readonly ObservationRow Wrong = new("510823100903", "2023-Q3", "households", "village", "Quarter", 1234m, "published", "注0", 1);

    private readonly string _folder = Directory.CreateTempSubdirectory("feeds-corrections-").FullName;
    private readonly GeneratedReleases _releases = new();

    public void Dispose()
    {
        _releases.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Every_changed_figure_shows_before_and_after_and_its_kind()
    {
        _releases.Publish(new DateOnly(2023, 9, 30), Rows(1, row => row switch
        {
            { RegionCode: "510823100903", Period: "2023-Q3", IndicatorCode: "households" } => Wrong,
            { RegionCode: "510823100904", Period: "2023-Q3", IndicatorCode: "households" } => null,
            _ => row,
        }));
        _releases.Publish(new DateOnly(2023, 9, 30), Rows(2, row => row switch
        {
            { RegionCode: "510823101901", Period: "2023-Q3", IndicatorCode: "people.monitored" } => row with { Value = null, Status = "suppressed" },
            { RegionCode: "510823", Period: "2023", IndicatorCode: "households" } => row with { Status = "published" },
            _ => row,
        }), manifest => manifest with { Corrects = 1, Note = "误填" });
        using var store = await Pulled();

        var correction = new CorrectionBook(store).Of(2)!;
        (correction.Release, correction.Corrects, correction.Reason).ShouldBe((2, 1, "误填"));
        var right = SampleCounty.Observations(2).Single(row => row is { RegionCode: "510823100903", Period: "2023-Q3", IndicatorCode: "households" }).Value;
        correction.Changes.ShouldContain(new RowChange("Observations", "510823100903/2023-Q3/households", ChangeKind.Value, "Value", "1234", DecimalText.Write(right)));
        correction.Changes.Select(change => (change.Kind, change.Key)).ShouldBe(
        [
            (ChangeKind.Status, "510823/2023/households"), (ChangeKind.Value, "510823100903/2023-Q3/households"),
            (ChangeKind.Added, "510823100904/2023-Q3/households"), (ChangeKind.Suppressed, "510823101901/2023-Q3/people.monitored"),
        ]);
        correction.Total.ShouldBe(4);
        new CorrectionBook(store).Of(1).ShouldBeNull();
        new CorrectionBook(store).Correcting().ShouldHaveSingleItem().Number.ShouldBe(2);
    }

    // What was taken back must not live on as the "before" of its own correction.
    [Fact]
    public async Task A_redacted_figure_is_no_ones_before()
    {
        _releases.Publish(new DateOnly(2023, 9, 30), Rows(1, row => row is { RegionCode: "510823100903", Period: "2023-Q3", IndicatorCode: "households" } ? Wrong : row));
        _releases.Publish(new DateOnly(2023, 9, 30), Rows(2, row => row), manifest => manifest with { Corrects = 1 });
        using var store = await Pulled();
        var book = new CorrectionBook(store);
        book.Of(2)!.Changes.ShouldContain(change => change.Before == "1234");

        _releases.Redact(1, "Observations/510823100903/2023-Q3/households");
        await store.CatchUp(_releases, default);

        book.Of(2)!.Changes.ShouldAllBe(change => change.Before != "1234");
    }

    private static IEnumerable<RowLine> Rows(int release, Func<ObservationRow, ObservationRow?> change) =>
    [
        .. SampleCounty.Regions().OrderBy(region => region.Code, StringComparer.Ordinal).Select(RowLine.Of), .. SampleCounty.Indicators.Select(RowLine.Of),
        .. SampleCounty.Observations(release).Select(change).OfType<ObservationRow>().Select(RowLine.Of),
    ];

    private async Task<ReplicaStore> Pulled()
    {
        var store = new ReplicaStore(new PortalOptions("http://127.0.0.1:0", _folder, null, _releases.PinnedKey));
        await store.CatchUp(_releases, default);
        return store;
    }
}
