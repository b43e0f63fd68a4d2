using System.Data.Common;
using Revitalization.Domain.Events;
using Revitalization.Domain.Monitoring;
using Revitalization.Silo.Monitoring.Lists;
using Revitalization.Silo.Projections;
using Revitalization.Storage.EventLog;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Monitoring;

/// <summary>
/// Which households a verifier has still to see (待办核查): what the tables show, and from there to the head of the log what its events
/// say, so that nobody's load is counted by tables that lag.
/// </summary>
public sealed class VerifierLoad(IRegistryDatabase database, IEventLog log)
{
    private const int EventsPerRead = 1_000;

    public async Task<int> Of(string account)
    {
        var (households, position) = await Tabled(account);
        while (await log.Read(position, EventsPerRead) is { Count: > 0 } later)
        {
            foreach (var stored in later.Where(each => each.Stream.StartsWith(MonitoringGrain.StreamPrefix, StringComparison.Ordinal))) Follow(households, stored, account);
            position = later[^1].Seq;
        }
        return households.Count;
    }

    /// <summary>Rows and the position they show, both of one moment.</summary>
    private async Task<(HashSet<string> Households, long Position)> Tabled(string account)
    {
        await using var connection = await database.OpenReader(CancellationToken.None);
        await using var moment = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
        var checkpoint = await Checkpoints.Find(connection, moment, MonitoringProjection.ProjectionName, CancellationToken.None);
        return (await Rows(connection, moment, account), checkpoint?.Position ?? 0);
    }

    private static async Task<HashSet<string>> Rows(DbConnection connection, DbTransaction moment, string account)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = moment;
        command.CommandText = "SELECT household FROM monitoring_files WHERE verifier=@verifier AND step='verification'";
        command.Add("verifier", account);
        await using var reader = await command.ExecuteReaderAsync();
        var found = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync()) found.Add(reader.GetString(0));
        return found;
    }

    private static void Follow(HashSet<string> households, StoredEvent stored, string account)
    {
        var household = stored.Stream[MonitoringGrain.StreamPrefix.Length..];
        switch (EventCatalog.Read<MonitoringEvent>(stored.Type, stored.SchemaVersion, stored.Data))
        {
            case CluesDispatched e when string.Equals(e.Assignee, account, StringComparison.Ordinal):
                households.Add(household);
                break;
            case CluesDispatched or RiskVerified or AdmissionDismissed or FileClosed:
                households.Remove(household);
                break;
            default:
                break; // Of whatever else happens to a file nothing is to be verified, or it was already.
        }
    }
}
