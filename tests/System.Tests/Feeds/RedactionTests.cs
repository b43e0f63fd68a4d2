using System.Buffers.Binary;
using System.Text;
using Revitalization.Contracts.Releases;
using Revitalization.Portal;
using Revitalization.Portal.Replica;

namespace Revitalization.SystemTests.Feeds;

/// <summary>A leaked row leaves a portal whole: its text is in no file any more, and every other row still proves.</summary>
public sealed class RedactionTests : IDisposable
{
    // A number and a name that stand nowhere else, so that finding their bytes means finding the row.
    private const decimal Leaked = 4_321_987_654_321.1234m;
    private const string LeakedName = "泄露之名村";
    private const string LeakedFigure = "Observations/510823100903/2023-Q9/households";
    private const string LeakedRegion = "Regions/510823100999";

    private readonly string _folder = Directory.CreateTempSubdirectory("feeds-redaction-").FullName;
    private readonly GeneratedReleases _releases = new();

    public RedactionTests() => _releases.Publish(new DateOnly(2023, 9, 30), Rows());

    public void Dispose()
    {
        _releases.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_redacted_row_is_nowhere_left_in_the_portals_files()
    {
        using (var store = new ReplicaStore(Options()))
        {
            await store.CatchUp(_releases, default);
            Found(Encoding.UTF8.GetBytes(LeakedName)).ShouldNotBeEmpty();
            Found(Scaled()).ShouldNotBeEmpty();

            _releases.Redact(1, LeakedFigure);
            _releases.Redact(1, LeakedRegion);
            await store.CatchUp(_releases, default);

            foreach (var text in (string[])[LeakedName, "4321987654321.1234", "2023-Q9", "510823100999"]) Found(Encoding.UTF8.GetBytes(text)).ShouldBeEmpty(text);
            Found(Scaled()).ShouldBeEmpty();
            Found([.. Scaled().Reverse()]).ShouldBeEmpty();
            new ReplicaReader(store).Figure(1, "510823100903", "2023-Q9", "households").ShouldBeNull();
            new ReplicaReader(store).FindRegions(1, "泄露").ShouldBeEmpty();
        }
        Found(Scaled()).ShouldBeEmpty(); // Nor does closing write it again.
    }

    // The hash in the row's place is what the tree was built of: nothing that was ever proved stops holding.
    [Fact]
    public async Task The_root_and_all_other_proofs_still_hold_and_the_row_after_it_is_found()
    {
        using var store = new ReplicaStore(Options());
        await store.CatchUp(_releases, default);
        var before = await store.Files.Leaves(1, default);
        _releases.Redact(1, LeakedFigure);
        await store.CatchUp(_releases, default);

        var leaves = (await store.Files.Leaves(1, default))!;
        leaves.ShouldBe(before!);
        Convert.ToHexStringLower(Merkle.Root([.. leaves])).ShouldBe(store.State.Current!.RowsRoot);
        var hidden = store.State.Redactions.ShouldHaveSingleItem();
        RedactedLine.Of(await store.Files.Row(1, hidden.Position, leaves[(int)hidden.Position], default))!.Leaf.ShouldBe(leaves[(int)hidden.Position]);
        for (var at = 0; at < leaves.Count; at += 7)
            RedactedLine.LeafOf(await store.Files.Row(1, at, leaves[at], default)).ShouldBe(leaves[at]);
    }

    [Fact]
    public async Task A_portal_that_comes_later_takes_the_release_in_without_the_row()
    {
        _releases.Redact(1, LeakedFigure);
        using var store = new ReplicaStore(Options());
        (await store.CatchUp(_releases, default)).ShouldBe(1);

        Found(Scaled()).ShouldBeEmpty();
        store.State.Redactions.Count.ShouldBe(1);
    }

    // The list may be seen before the source has rewritten its rows; the portal does not wait for that.
    [Fact]
    public async Task Text_that_the_source_still_gives_out_is_hidden_all_the_same()
    {
        _releases.Redact(1, LeakedFigure, rowsToo: false);
        using var store = new ReplicaStore(Options());
        await store.CatchUp(_releases, default);

        Found(Scaled()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_row_is_hidden_only_where_the_signed_list_says_so()
    {
        using var store = new ReplicaStore(Options());
        _releases.Redact(1, LeakedFigure);
        var signed = _releases.Redacted!;

        _releases.Redacted = null;
        await Refused(store, "no signed redaction names");
        _releases.Redacted = signed with { List = signed.List with { Redactions = [signed.List.Redactions[0] with { Reason = "别的理由" }] } };
        await Refused(store, "not signed by the channel's key");
        _releases.Redacted = signed;
        (await store.CatchUp(_releases, default)).ShouldBe(1);
    }

    [Fact]
    public async Task Another_row_than_the_one_that_was_approved_is_never_taken_away()
    {
        using var store = new ReplicaStore(Options());
        await store.CatchUp(_releases, default);
        _releases.Redact(1, LeakedFigure, rowsToo: false);
        var signed = _releases.Redacted!;

        _releases.Redacted = Resigned(signed.List with { Redactions = [signed.List.Redactions[0] with { Position = 3 }] });
        await Refused(store, "not the one that was redacted");
        store.State.Redactions.ShouldBeEmpty();
        Found(Scaled()).ShouldNotBeEmpty();
        _releases.Redacted = signed;
        await store.CatchUp(_releases, default);
        Found(Scaled()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_hidden_does_not_come_back()
    {
        using var store = new ReplicaStore(Options());
        _releases.Redact(1, LeakedFigure);
        await store.CatchUp(_releases, default);
        var known = _releases.Redacted!;

        _releases.Redacted = null;
        await Refused(store, "forgets one");
        _releases.Redacted = Resigned(known.List with { Redactions = [] });
        await Refused(store, "forgets one");
        store.State.Redactions.Count.ShouldBe(1);
    }

    // A kill between the files and the list: the next pull begins the redaction anew, and finds half of it done.
    [Fact]
    public async Task A_redaction_that_was_cut_off_is_done_again()
    {
        using (var store = new ReplicaStore(Options()))
        {
            await store.CatchUp(_releases, default);
            _releases.Redact(1, LeakedFigure);
            await store.Files.Redact(1, _releases.Redacted!.List.Redactions, default);
        }
        using var again = new ReplicaStore(Options());
        await again.CatchUp(_releases, default);

        Found(Scaled()).ShouldBeEmpty();
        again.State.Redactions.Count.ShouldBe(1);
        await again.Cubes.Ready;
    }

    private SignedRedactions Resigned(RedactionList list) => new(list, _releases.Sign(RedactionJson.Write(list)));

    private static List<RowLine> Rows()
    {
        var rows = SampleCounty.Rows(1).ToList();
        rows.Insert(0, RowLine.Of(new RegionRow("510823100999", LeakedName, "village", "510823100")));
        rows.Add(RowLine.Of(new ObservationRow("510823100903", "2023-Q9", "households", "village", "Quarter", Leaked, "published", null, 1)));
        return rows;
    }

    private static byte[] Scaled()
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, (long)(Leaked * 10_000));
        return bytes;
    }

    private List<string> Found(byte[] bytes) => [.. Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Where(file => Read(file).AsSpan().IndexOf(bytes) >= 0)];

    private static byte[] Read(string file)
    {
        using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[open.Length];
        open.ReadExactly(bytes);
        return bytes;
    }

    private PortalOptions Options() => new("http://127.0.0.1:0", _folder, null, _releases.PinnedKey);

    private async Task Refused(ReplicaStore store, string reason) =>
        (await Should.ThrowAsync<ReleaseRejectedException>(() => store.CatchUp(_releases, default))).Message.ShouldContain(reason);
}
