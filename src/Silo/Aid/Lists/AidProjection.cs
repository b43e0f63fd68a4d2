using System.Diagnostics;
using Revitalization.Domain.Aid;
using Revitalization.Domain.Events;
using Revitalization.Silo.Funds;
using Revitalization.Silo.Policies;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Projects;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Aid.Lists;

/// <summary>
/// Partnerships, reports, funds and projects as lists read them (协作台账). One projection, one transaction: what a project pays moves its fund and
/// the reports behind it in the same moment, so that the six numbers add up in every read.
/// </summary>
public sealed class AidProjection(PolicyBook policies) : IProjection
{
    public const string ProjectionName = "aid";

    public string Name => ProjectionName;

    public int SchemaVersion => 2;

    public IReadOnlyList<ProjectionTable> Tables =>
    [
        AidTables.Partnerships, AidTables.Plans, AidTables.PlanLines, AidTables.Pairings, AidTables.Exchanges, AidTables.Reports, AidTables.Cells, AidTables.Papers, AidTables.States,
        FundTables.Funds, FundTables.Promises, FundTables.Arrivals, FundTables.Allocations, FundTables.Shares,
        ProjectTables.Projects, ProjectTables.Stages, ProjectTables.Allocations, ProjectTables.Payments, ProjectTables.Rosters, ProjectTables.Beneficiaries,
    ];

    public bool Wants(StoredEvent stored) =>
        (Key(stored, "aid-report/") ?? Key(stored, "partnership/") ?? Key(stored, "fund/") ?? Key(stored, "project/") ?? Key(stored, "county/")) is not null;

    public async Task Apply(IReadOnlyList<StoredEvent> events, ProjectionBatch batch, CancellationToken cancellation)
    {
        foreach (var stored in events)
            if (Key(stored, "county/") is { } county) await policies.Ensure(county, stored.Version, cancellation);
        await PartnershipFold.Apply(Of<PartnershipEvent>(events, "partnership/"), batch, cancellation);
        await ReportFold.Apply(Of<AidReportEvent>(events, "aid-report/"), policies, batch, cancellation);
        var money = new MoneyFold(batch);
        await money.Apply(events, cancellation);
        foreach (var county in events.Select(stored => Key(stored, "county/")).OfType<string>().Distinct(StringComparer.Ordinal))
            await AnswerDays.Rewrite(county, policies, batch, cancellation);
    }

    internal static TEvent Read<TEvent>(StoredEvent stored) where TEvent : class
    {
        try
        {
            return EventCatalog.Read<TEvent>(stored.Type, stored.SchemaVersion, stored.Data);
        }
        catch (EventUnreadableException unreadable)
        {
            throw PoisonEventException.Of(stored, unreadable);
        }
    }

    /// <summary>An event, or the reason why the projection stops before it.</summary>
    internal static async Task Guard(StoredEvent stored, Func<Task> apply)
    {
        try
        {
            await apply();
        }
        catch (Exception unknown) when (unknown is UnreachableException or InvalidOperationException)
        {
            throw PoisonEventException.Of(stored, unknown);
        }
    }

    internal static string? Key(StoredEvent stored, string prefix) =>
        stored.Stream.StartsWith(prefix, StringComparison.Ordinal) ? stored.Stream[prefix.Length..] : null;

    private static List<Happened<TEvent>> Of<TEvent>(IReadOnlyList<StoredEvent> events, string prefix) where TEvent : class =>
        [.. events.Where(stored => Key(stored, prefix) is not null).Select(stored => new Happened<TEvent>(Key(stored, prefix)!, Read<TEvent>(stored), stored))];
}

/// <summary>An event with the id of whom it happened to.</summary>
internal sealed record Happened<TEvent>(string Id, TEvent Event, StoredEvent Stored);
