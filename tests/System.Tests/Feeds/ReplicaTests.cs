using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Revitalization.Contracts.Releases;
using Revitalization.Hosting.Ports;
using Revitalization.Portal;
using Revitalization.Portal.Replica;

namespace Revitalization.SystemTests.Feeds;

/// <summary>A portal believes only what the pinned key signed, and shows the last good release while it refuses a bad one.</summary>
public sealed class ReplicaTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("feeds-replica-").FullName;
    private readonly GeneratedReleases _releases = new();
    private readonly ReplicaStore _store;

    public ReplicaTests()
    {
        _releases.Publish(new DateOnly(2023, 6, 30), SampleCounty.Rows(1));
        _store = new ReplicaStore(Options());
    }

    public void Dispose()
    {
        _store.Dispose();
        _releases.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_release_that_is_whole_is_taken_in_and_survives_a_restart()
    {
        (await _store.CatchUp(_releases, default)).ShouldBe(1);
        _store.Dispose();

        using var again = new ReplicaStore(Options());
        again.State.Current!.Number.ShouldBe(1);
        (await again.CatchUp(_releases, default)).ShouldBe(0);
    }

    public static TheoryData<string, string> Tampering => new()
    {
        { "剑阁县|剑阁乡", "signed root" },
        { "\"Value\":\"1|\"Value\":\"2", "signed root" },
        { "\n|", "malformed" },
    };

    [Theory]
    [MemberData(nameof(Tampering))]
    public async Task A_changed_row_is_refused(string change, string reason)
    {
        var parts = change.Split('|');
        _releases.TamperRows = (_, rows) => Encoding.UTF8.GetBytes(ReplaceFirst(Encoding.UTF8.GetString(rows), parts[0], parts[1]));

        await Refused(reason);
    }

    [Fact]
    public async Task A_row_added_or_left_out_is_refused()
    {
        _releases.TamperRows = (_, rows) => [.. rows, .. Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(RowLine.Of(new RegionRow("520000", "贵州省", "province", null)).Bytes) + "\n")];
        await Refused("more rows");
        _releases.TamperRows = (_, rows) => rows[..(Array.LastIndexOf(rows, (byte)'\n', rows.Length - 2) + 1)];
        await Refused("signed root");
        _releases.TamperRows = (_, rows) => rows[..^10];
        await Refused("cut off");
    }

    [Fact]
    public async Task A_row_without_end_is_refused_before_it_fills_the_memory()
    {
        _releases.TamperRows = (_, _) => [.. Enumerable.Repeat((byte)'x', 1 << 20)];

        await Refused("too long");
    }

    [Fact]
    public async Task A_manifest_signed_by_another_key_is_refused()
    {
        using var forger = new GeneratedReleases();
        _releases.TamperManifest = release => forger.Signed(release.Manifest, release.Head);
        await Refused("pinned key");
        _releases.TamperManifest = release => release with { Manifest = release.Manifest with { AsOf = new DateOnly(2024, 1, 1) } };
        await Refused("pinned key");
        _releases.TamperManifest = release => release with { Head = release.Head with { Size = 2 } };
        await Refused("pinned key");
    }

    // Whoever holds the key must not rewrite history either: the log a portal knows can only grow.
    [Fact]
    public async Task A_log_that_forgets_an_earlier_release_is_refused()
    {
        await _store.CatchUp(_releases, default);
        _releases.Publish(new DateOnly(2023, 9, 30), SampleCounty.Rows(2));
        _releases.TamperManifest = release => _releases.Signed(release.Manifest, release.Head with { Root = Convert.ToHexStringLower(ReleaseVerification.LeafOf(release.Manifest)) });
        await Refused("log", served: 1);
        _releases.TamperManifest = release => _releases.Signed(release.Manifest with { PreviousRoot = new string('0', 64) }, release.Head);
        await Refused("follow", served: 1);
        _releases.TamperManifest = release => _releases.Signed(release.Manifest with { Number = 3 }, release.Head);
        await Refused("number 2 is due", served: 1);
        _releases.TamperManifest = release => release;
        (await _store.CatchUp(_releases, default)).ShouldBe(1);
    }

    // Without a newer release, too: what was published is published once.
    [Fact]
    public async Task A_log_that_is_rewritten_in_place_is_refused()
    {
        await _store.CatchUp(_releases, default);
        _releases.TamperManifest = release => _releases.Signed(release.Manifest, release.Head with { Root = new string('0', 64) });

        await Refused("rewritten", served: 1);
        _releases.TamperManifest = release => release;
        (await _store.CatchUp(_releases, default)).ShouldBe(0);
    }

    [Fact]
    public async Task A_change_of_key_that_the_old_key_vouches_for_is_followed()
    {
        await _store.CatchUp(_releases, default);
        _releases.ChangeKey();
        (await _store.CatchUp(_releases, default)).ShouldBe(0);
        _store.State.KeyStatements.Count.ShouldBe(1);
        _releases.Publish(new DateOnly(2023, 9, 30), SampleCounty.Rows(2));
        _releases.ChangeKey();
        _releases.Publish(new DateOnly(2023, 12, 31), SampleCounty.Rows(3));

        (await _store.CatchUp(_releases, default)).ShouldBe(2);
        _store.Dispose();
        using var again = new ReplicaStore(Options());
        again.State.KeyStatements.Count.ShouldBe(2);
        (await again.CatchUp(_releases, default)).ShouldBe(0);
    }

    [Fact]
    public async Task A_change_of_key_that_is_forged_taken_back_or_too_late_is_refused()
    {
        await _store.CatchUp(_releases, default);
        using var forger = new GeneratedReleases();
        _releases.Statements.Add(forger.ChangeKey(fromRelease: 2));
        await Refused("pinned key", served: 1);
        _releases.Statements.Clear();
        _releases.ChangeKey(fromRelease: 1);
        await Refused("reaches back", served: 1);
        _releases.Statements.Clear();
        (await _store.CatchUp(_releases, default)).ShouldBe(0);
    }

    [Fact]
    public async Task Row_counts_that_are_not_those_signed_are_refused()
    {
        _releases.Publish(new DateOnly(2023, 9, 30), SampleCounty.Rows(2), manifest => manifest with
        {
            RowCounts = new Dictionary<string, long>(manifest.RowCounts) { ["Regions"] = manifest.RowCounts["Regions"] + 1 },
        });

        await Refused("row counts", served: 1);
    }

    [Fact]
    public async Task Rows_of_old_releases_are_let_go_but_their_manifests_are_kept()
    {
        for (var number = 2; number <= 5; number++) _releases.Publish(new DateOnly(2023, 6, 30).AddMonths(number), SampleCounty.Rows(number));
        await _store.CatchUp(_releases, default);

        _store.State.Known.Length.ShouldBe(5);
        _store.State.Known.Select(known => known.Held).ShouldBe([false, false, true, true, true]);
        _store.State.AsOf(new DateOnly(2023, 8, 1)).ShouldBeNull();
    }

    [Fact]
    public async Task A_refused_release_degrades_the_portal_which_serves_the_last_good_one()
    {
        await using var app = PortalService.Build(Options() with { DataDirectory = Path.Combine(_folder, "other"), LogLevel = Microsoft.Extensions.Logging.LogLevel.None });
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = app.InternalAddress() };
        await app.Services.GetRequiredService<ReleasePuller>().Pull(_releases, default);
        (await client.GetStringAsync("/health/ready")).ShouldContain("\"status\":\"ready\"");
        _releases.Publish(new DateOnly(2023, 9, 30), SampleCounty.Rows(2));
        _releases.TamperRows = (_, rows) => rows[..^10];

        await app.Services.GetRequiredService<ReleasePuller>().Pull(_releases, default);

        var ready = await client.GetAsync("/health/ready");
        ready.StatusCode.ShouldBe(HttpStatusCode.OK);
        var said = await ready.Content.ReadAsStringAsync();
        said.ShouldContain("\"status\":\"degraded\"");
        said.ShouldContain("cut off");
        app.Services.GetRequiredService<ReplicaStore>().State.Current!.Number.ShouldBe(1);
    }

    private PortalOptions Options() => new("http://127.0.0.1:0", _folder, null, _releases.PinnedKey) { ReleasesKept = 3 };

    private async Task Refused(string reason, int served = 0)
    {
        var refused = await Should.ThrowAsync<ReleaseRejectedException>(() => _store.CatchUp(_releases, default));
        refused.Message.ShouldContain(reason);
        (_store.State.Current?.Number ?? 0).ShouldBe(served);
        new ReplicaStore(Options()).State.Known.Length.ShouldBe(served);
    }

    private static string ReplaceFirst(string text, string old, string with)
    {
        var at = text.IndexOf(old, StringComparison.Ordinal);
        return text[..at] + with + text[(at + old.Length)..];
    }
}
