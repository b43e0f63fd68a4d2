using System.Collections.Concurrent;
using Revitalization.Contracts.Monitoring;
using Revitalization.Contracts.Refusals;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Households;
using Revitalization.Domain.Monitoring;
using Revitalization.Silo.Households;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Projections;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Monitoring.Register;

/// <summary>
/// Takes a whole county over (批量承接): page by page through the register, each household by its own grain and under an id of its
/// own, so that a stopped run is sent again and finishes.
/// </summary>
public sealed class TakeOverDesk(IGrainFactory grains, ContentHash contentHash, IRegistryDatabase database)
{
    private const int HouseholdsPerPage = 500;
    private const int AtOnce = 32;

    private static readonly HashSet<string> s_filed =
        [RefusalCatalog.CodeOf(MonitoringRefusal.TakeOverTooLate), RefusalCatalog.CodeOf(MonitoringRefusal.StepOutOfOrder)];

    public async Task<CountyTakeOverReply> TakeOver(
        string county, string act, CountyTakeOverBody body, RiskKind risk, Sender by, CancellationToken cancellation)
    {
        var outcomes = new ConcurrentDictionary<string, long>(StringComparer.Ordinal);
        var after = (Village: "", Household: "");
        while (await Households(county, after, cancellation) is { Count: > 0 } page)
        {
            await Parallel.ForEachAsync(page, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (each, _) =>
            {
                if (await TakeOver(each.Household, $"{county}.{act}", body, risk, by) is { } outcome) outcomes.AddOrUpdate(outcome, 1, (_, count) => count + 1);
            });
            after = page[^1];
        }
        return new(
            outcomes.GetValueOrDefault(""), outcomes.Where(outcome => s_filed.Contains(outcome.Key)).Sum(outcome => outcome.Value),
            outcomes.Where(outcome => outcome.Key.Length > 0 && !s_filed.Contains(outcome.Key)).ToDictionary(StringComparer.Ordinal));
    }

    /// <summary>The refusal's code; empty when it was taken over; null where the register no longer says that it is monitored.</summary>
    private async Task<string?> TakeOver(string household, string act, CountyTakeOverBody body, RiskKind risk, Sender by)
    {
        if (await grains.GetGrain<IHouseholdGrain>(household).Standing() is not { Closed: false, RiskCleared: false } standing) return null;
        if (standing.Monitored == MonitoredKind.None) return null;
        var command = new TakeOver(body.On, standing.MonitoredSince, standing.Monitored, [risk], body.ExpectedClearOn);
        var address = $"monitoring/{household}/takeovers/{act}";
        var context = new CommandContext(address, contentHash.Of(address, body), by.Account);
        var reply = await grains.GetGrain<IMonitoringGrain>(household).Handle(command, context, by.Regions());
        return reply.Refusal?.Code ?? "";
    }

    private async Task<List<(string Village, string Household)>> Households(string county, (string Village, string Household) after, CancellationToken cancellation)
    {
        await using var connection = await database.OpenReader(cancellation);
        await using var command = connection.CreateCommand();
        var (scope, values) = ScopeFilter.Of([county], "village_code");
        command.CommandText = $"""
            SELECT village_code, household FROM households
            WHERE {scope} AND (village_code, household) > (@village, @household) AND monitored IS NOT NULL AND risk_cleared=0 AND active=1
            ORDER BY village_code, household LIMIT @limit
            """;
        foreach (var (name, value) in values) command.Add(name, value);
        command.Add("village", after.Village);
        command.Add("household", after.Household);
        command.Add("limit", (long)HouseholdsPerPage);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<(string, string)>();
        while (await reader.ReadAsync(cancellation)) found.Add((reader.GetString(0), reader.GetString(1)));
        return found;
    }
}
