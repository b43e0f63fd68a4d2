using Revitalization.Contracts.Releases;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Regions;
using Revitalization.Domain.Releases;
using Revitalization.Silo.Aid.Lists;
using Revitalization.Silo.Assets.Lists;
using Revitalization.Silo.Households;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Releases.Disclosure;
using Revitalization.Silo.Villages;
using Revitalization.Storage.EventLog;
using Revitalization.Storage.Registry;
using Revitalization.Storage.Releases;

namespace Revitalization.Silo.Releases;

/// <summary>The one way in for proposing and approving a release.</summary>
public sealed class ReleaseDesk(
    IGrainFactory grains, IEventLog log, IRegistryDatabase registry, ProposedRows proposed, ReleasePublisher publisher, VillageBook villages,
    RegionBook regions, ContentHash contentHash, TimeProvider clock, ProjectionService projections,
    FigureDisclosure disclosure, DocumentFigures documents, HiddenFigures hidden, IReleaseStore store, CountyFreshness freshness) : IDisposable
{
    private const string Channel = ReleasePublisher.PublicChannel;
    private static readonly TimeSpan ProjectionPatience = TimeSpan.FromSeconds(60);

    /// <summary>Projections whose tables a release is made of.</summary>
    private static readonly string[] s_published = [RegisterProjection.ProjectionName, AidProjection.ProjectionName, AssetProjection.ProjectionName, DirectoryProjection.ProjectionName];

    // Freezing reads every roll-up: one at a time is enough.
    private readonly SemaphoreSlim _freezing = new(1, 1);

    public async Task<CommandReply> Propose(int number, ReleaseBody body, Sender by, CancellationToken cancellation)
    {
        var today = clock.ChinaToday();
        var asOf = body.AsOf ?? today;
        var published = await publisher.CatchUp(cancellation);
        if ((await Grain(number).Read()).IsApproved) return CommandReply.From(ReleaseRefusal.AlreadyApproved.On("number"));
        if (ReleaseRules.Check(number, published, asOf, body.Corrects, body.Note, today) is { } broken) return CommandReply.From(broken);
        var (rows, province, open) = await Freeze(number, asOf, body.Corrects, cancellation);
        var command = new ProposeRelease(number, published, asOf, body.Corrects, body.Note, rows, by.Account, province, open);
        var hash = contentHash.Of("release.propose", new { number, body.AsOf, body.Corrects, body.Note, rows.RowsRoot, Province = province.Rows.RowsRoot, by.Account });
        return await Grain(number).Handle(command, by.Context($"release/{Channel}/{number}/proposal", hash));
    }

    /// <param name="body">Of it the root of the rows that were looked at; null approves what is proposed now.</param>
    public async Task<CommandReply> Approve(int number, ApprovalBody body, Sender by, CancellationToken cancellation)
    {
        var command = new ApproveRelease(by.Account, clock.GetUtcNow(), body.RowsRoot, body.OpenReason, await StatedSince(number, cancellation));
        var hash = contentHash.Of("release.approve", new { number, by.Account });
        var reply = await Grain(number).Handle(command, (by with { IsAct = true }).Context($"release/{Channel}/{number}/approval/{by.Account}", hash));
        if (reply.Refusal is null) await publisher.CatchUp(cancellation);
        return reply;
    }

    private async Task<bool> StatedSince(int number, CancellationToken cancellation) =>
        await Grain(number).Read() is { Rows: { } rows, IsApproved: false } && await hidden.Summary(rows.RowsRoot, cancellation) is { } judged
        && await documents.ToldSince(rows.RowsRoot, judged, cancellation);

    public async Task<ReleaseView?> Find(int number, CancellationToken cancellation)
    {
        var release = await Grain(number).Read();
        if (release.Rows is not { } rows) return null;
        var isPublished = release.IsApproved && await publisher.CatchUp(cancellation) >= number;
        return new ReleaseView(
            Channel, number, isPublished ? "published" : release.IsApproved ? "approved" : "proposed", release.AsOf, rows.LogPosition,
            rows.Counts.ToDictionary(count => count.Set, count => count.Rows, StringComparer.Ordinal), rows.RowsRoot, release.Corrects,
            release.Note, release.ProposedBy!, release.ApprovedBy, release.ApprovedAt, release.Version, release.Open, release.OpenReason);
    }

    public void Dispose() => _freezing.Dispose();

    private IReleaseGrain Grain(int number) =>
        grains.GetGrain<IReleaseGrain>(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Channel}/{number}"));

    // Both channels from one reading, so that they state the same moment.
    private async Task<(FrozenRows Public, ChannelRows Province, int Open)> Freeze(int number, DateOnly asOf, int? corrects, CancellationToken cancellation)
    {
        await _freezing.WaitAsync(cancellation);
        try
        {
            var head = await log.Head(cancellation);
            foreach (var projection in s_published) await projections.WaitFor(head, ProjectionPatience, cancellation, projection);
            var rollups = await FrozenRollups.Read(registry, RegisterProjection.ProjectionName, Period.QuarterOf(asOf), asOf, cancellation);
            rollups = rollups with { Aid = await ConfirmationReceipts.Add(rollups.Aid, log, cancellation) };
            var rows = new ReleaseRows(regions, await VillageNames(rollups));
            var judged = await disclosure.Judge(number, rollups, asOf, cancellation);
            var frozen = await Write(rollups, rows.Public(number, rollups, judged, asOf), cancellation);
            await hidden.Write(frozen.RowsRoot, judged.Summary, judged.Hidden, cancellation);
            var mirror = await ReleasePublisher.Newest(store, cancellation, ReleaseChannels.Province) + 1;
            var fresh = await freshness.Read(asOf, cancellation);
            var province = await Write(rollups, rows.Province(mirror, rollups, judged, asOf, fresh), cancellation);
            var correctsOf = corrects is { } earlier ? (await Grain(earlier).Read()).Province?.Number : null;
            return (frozen, new ChannelRows(mirror, province, correctsOf), judged.Summary.Open);
        }
        finally
        {
            _freezing.Release();
        }
    }

    private async Task<FrozenRows> Write(FrozenRollups rollups, IEnumerable<RowLine> rows, CancellationToken cancellation)
    {
        var (root, counts) = await proposed.Write(rows, cancellation);
        return new FrozenRows(rollups.LogPosition, root, [.. counts]);
    }

    private async Task<IReadOnlyDictionary<string, string>> VillageNames(FrozenRollups rollups)
    {
        var codes = ReleaseRows.Villages(rollups);
        await villages.Ensure(codes);
        return codes.Select(villages.Find).OfType<Domain.Villages.VillageStanding>()
            .ToDictionary(village => village.Code, village => village.Name, StringComparer.Ordinal);
    }
}
