using Revitalization.Domain.Aid;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Events;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Grains;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Aid;

/// <summary>One partnership (协作关系), by its code.</summary>
public interface IPartnershipGrain : IGrainWithStringKey
{
    Task<CommandReply> Handle(PartnershipCommand command, CommandContext context);

    /// <summary>Null where nothing was agreed.</summary>
    Task<AgreementTerms?> Terms();
}

/// <summary>One report of support (支援报告), by its id.</summary>
public interface IAidReportGrain : IGrainWithStringKey
{
    Task<CommandReply> Handle(AidReportCommand command, CommandContext context);

    Task<AidReportFacts?> Facts();
}

/// <summary>One invoice or transfer (凭证), by kind and number.</summary>
public interface IAidPaperGrain : IGrainWithStringKey
{
    Task<CommandReply> Handle(AidPaperCommand command, CommandContext context);
}

/// <summary>What the desk must know of a report before it asks others.</summary>
[GenerateSerializer, Immutable, Alias("aid-report-facts")]
public sealed record AidReportFacts(
    [property: Id(0)] string Partnership, [property: Id(1)] long Version, [property: Id(2)] ReportState State, [property: Id(3)] Support Support,
    [property: Id(4)] long ConfirmedAt, [property: Id(5)] long ConfirmedFen);

public sealed class PartnershipGrain(IEventLog log, TimeProvider clock, RegionBook regions, ILogger<PartnershipGrain> logger)
    : EventSourcedGrain<Partnership, PartnershipEvent>(log, clock, logger, Snapshots.Partnership, Partnership.Empty, Partnership.Evolve), IPartnershipGrain
{
    protected override string Stream => $"partnership/{this.GetPrimaryKeyString()}";

    public Task<CommandReply> Handle(PartnershipCommand command, CommandContext context) =>
        Handle(context, partnership => PartnershipRules.Decide(partnership, command, regions));

    public async Task<AgreementTerms?> Terms() => (await Current()).Terms();
}

public sealed class AidReportGrain(IEventLog log, TimeProvider clock, RegionBook regions, ILogger<AidReportGrain> logger)
    : EventSourcedGrain<AidReport, AidReportEvent>(log, clock, logger, Snapshots.AidReport, AidReport.Empty, AidReport.Evolve), IAidReportGrain
{
    protected override string Stream => $"aid-report/{this.GetPrimaryKeyString()}";

    public async Task<CommandReply> Handle(AidReportCommand command, CommandContext context)
    {
        var partnership = (command as ReportSupport)?.Partnership ?? (await Current()).Partnership;
        var terms = partnership is null ? null : await GrainFactory.GetGrain<IPartnershipGrain>(partnership).Terms();
        var rules = new AidContext(Clock.ChinaToday(), terms, regions, context.Actor);
        return await Handle(context, report => AidReportRules.Decide(report, command, rules));
    }

    public async Task<AidReportFacts?> Facts()
    {
        var report = await Current();
        return report.State == ReportState.None
            ? null
            : new(report.Partnership!, report.Version, report.State, report.Support!, report.ConfirmedAt, report.ConfirmedFen);
    }
}

public sealed class AidPaperGrain(IEventLog log, TimeProvider clock, ILogger<AidPaperGrain> logger)
    : EventSourcedGrain<AidPaper, AidPaperEvent>(log, clock, logger, Snapshots.AidPaper, AidPaper.Empty, AidPaper.Evolve), IAidPaperGrain
{
    protected override string Stream => $"aid-paper/{this.GetPrimaryKeyString()}";

    public Task<CommandReply> Handle(AidPaperCommand command, CommandContext context) => Handle(context, paper => AidPaper.Decide(paper, command));
}
