using Revitalization.Contracts.Monitoring;
using Revitalization.Domain.Audit;
using Revitalization.Domain.Events;
using Revitalization.Domain.Monitoring;
using Revitalization.Silo.Audit;
using Revitalization.Silo.Households;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Monitoring.Reading;

/// <summary>An event of a file, with what the log says beside it.</summary>
public sealed record RecordedEvent(StoredEvent Stored, MonitoringEvent Event);

/// <summary>Reads one household's file from its own stream (查阅监测档案): checks that the reader may, and records that he did.</summary>
public sealed class MonitoringReader(HouseholdReader households, AuditTrail audit, MonitoringViews views)
{
    public async Task<(MonitoringView? View, Enum? Refusal)> Read(string id, string purpose, Sender by, CancellationToken cancellation)
    {
        var (household, refusal) = await households.Find(id, by, cancellation);
        if (household is null) return (null, refusal);
        await audit.Record(by.Account, new PersonalDataRead(id, purpose, household.VillageOn(DateOnly.MaxValue)), cancellation);
        var stored = await households.ReadAll(MonitoringGrain.StreamPrefix + id, cancellation);
        var events = stored.Select(each => new RecordedEvent(each, EventCatalog.Read<MonitoringEvent>(each.Type, each.SchemaVersion, each.Data)));
        return (await views.Of(id, household, [.. events], by.Role, cancellation), null);
    }
}
