using Revitalization.Domain.Aid;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Events;
using Revitalization.Domain.Funds;
using Revitalization.Silo.Funds;
using Revitalization.Silo.Reactors;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Aid;

/// <summary>
/// A confirmed report of money becomes a fund's promise; a report that is open again lets its papers go. Both name the confirmation they
/// mean, so that what comes late or twice changes nothing.
/// </summary>
public sealed class AidReactor(IGrainFactory grains, IEventLog log) : IReactor
{
    public string Name => "aid";

    /// <summary>Each promise and each paper names its report: those of two reports commute.</summary>
    public bool StreamsAreIndependent => true;

    public bool Wants(StoredEvent stored) => stored.Type is "aid-report.confirmed" or "aid-report.disputed" or "aid-report.returned"
        or "aid-report.reopened" or "aid-report.withdrawn" or "aid-report.corrected";

    public async Task<IReadOnlyList<Refused>> React(StoredEvent stored, CancellationToken cancellation)
    {
        var id = stored.Stream["aid-report/".Length..];
        var before = await Before(stored, cancellation);
        var happened = EventCatalog.Read<AidReportEvent>(stored.Type, stored.SchemaVersion, stored.Data);
        return happened is SupportConfirmed confirmed
            ? await Promise(id, before, confirmed, stored)
            : await Release(id, before, stored);
    }

    private async Task<IReadOnlyList<Refused>> Promise(string id, AidReport report, SupportConfirmed confirmed, StoredEvent stored)
    {
        if (confirmed.ConfirmedFen == 0 || !AidFunds.IsMoney(report.Support!)) return [];
        if (await grains.GetGrain<IPartnershipGrain>(report.Partnership!).Terms() is not { } terms) return [];
        var fund = AidFunds.Of(terms.Kind, report.Support!, terms.Recipient).ToString();
        var promise = new ConfirmMoney(confirmed.On, AidFunds.Origin(id, stored.Version), confirmed.ConfirmedFen);
        var reply = await grains.GetGrain<IFundGrain>(fund).Handle(promise, this.Context(stored, fund));
        return reply.Refusal is { } refusal ? [refusal] : [];
    }

    private async Task<IReadOnlyList<Refused>> Release(string id, AidReport report, StoredEvent stored)
    {
        foreach (var paper in report.Support!.References.Select(AidPapers.Key))
            await grains.GetGrain<IAidPaperGrain>(paper).Handle(new ReleasePaper(id, stored.Version), this.Context(stored, paper));
        return [];
    }

    /// <summary>The report as it stood before this event: the papers it names are those it named then.</summary>
    private async Task<AidReport> Before(StoredEvent stored, CancellationToken cancellation)
    {
        var report = AidReport.Empty;
        while (report.Version < stored.Version - 1)
        {
            var page = await log.ReadStream(stored.Stream, report.Version, 1000, cancellation);
            if (page.Count == 0) throw new InvalidOperationException($"{stored.Stream} ends before version {stored.Version}.");
            foreach (var each in page.TakeWhile(each => each.Version < stored.Version))
                report = AidReport.Evolve(report, EventCatalog.Read<AidReportEvent>(each.Type, each.SchemaVersion, each.Data));
        }
        return report;
    }
}
