using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Revitalization.Domain.Accounts;
using Revitalization.Domain.Aid;
using Revitalization.Domain.Aid.Checks;
using Revitalization.Domain.Claims;
using Revitalization.Domain.Assets;
using Revitalization.Domain.DisclosureRequests;
using Revitalization.Domain.Documents;
using Revitalization.Domain.Funds;
using Revitalization.Domain.Households;
using Revitalization.Domain.Imports;
using Revitalization.Domain.Indicators;
using Revitalization.Domain.Monitoring;
using Revitalization.Domain.Policies;
using Revitalization.Domain.Projects;
using Revitalization.Domain.Releases;
using Revitalization.Domain.Screening;
using Revitalization.Domain.Villages;

namespace Revitalization.Domain.Events;

/// <summary>How a state is kept as a snapshot. Change the version with the state's shape: older ones are then folded anew.</summary>
public sealed class SnapshotForm<TState>(int schemaVersion, Func<JsonTypeInfo<TState>> describe) where TState : class
{
    private JsonTypeInfo<TState>? _json;

    public int SchemaVersion => schemaVersion;

    // With the first of its kind, as for events.
    private JsonTypeInfo<TState> Json => _json ??= describe();

    public ReadOnlyMemory<byte> Write(TState state) => JsonSerializer.SerializeToUtf8Bytes(state, Json);

    public TState Read(ReadOnlyMemory<byte> data) => JsonSerializer.Deserialize(data.Span, Json)
        ?? throw new EventUnreadableException("The snapshot is null.");
}

public static class Snapshots
{
    public static SnapshotForm<Household> Household { get; } = new(2, () => Stored.Json.Household);

    public static SnapshotForm<MonitoringFile> MonitoringFile { get; } = new(2, () => Stored.Json.MonitoringFile);

    /// <summary>Holds a file, so its shape changes with the file's.</summary>
    public static SnapshotForm<MonitoringRecord> MonitoringRecord { get; } = new(100 * MonitoringFile.SchemaVersion + 1, () => Stored.Json.MonitoringRecord);

    public static SnapshotForm<Account> Account { get; } = new(2, () => Stored.Json.Account);

    public static SnapshotForm<Import> Import { get; } = new(2, () => Stored.Json.Import);

    public static SnapshotForm<ColumnMappingState> ColumnMapping { get; } = new(1, () => Stored.Json.ColumnMappingState);

    public static SnapshotForm<Release> Release { get; } = new(2, () => Stored.Json.Release);

    public static SnapshotForm<KeyChange> KeyChange { get; } = new(1, () => Stored.Json.KeyChange);

    public static SnapshotForm<Redaction> Redaction { get; } = new(1, () => Stored.Json.Redaction);

    public static SnapshotForm<Partnership> Partnership { get; } = new(1, () => Stored.Json.Partnership);

    public static SnapshotForm<AidReport> AidReport { get; } = new(1, () => Stored.Json.AidReport);

    public static SnapshotForm<AidPaper> AidPaper { get; } = new(1, () => Stored.Json.AidPaper);

    public static SnapshotForm<AidCheck> AidCheck { get; } = new(1, () => Stored.Json.AidCheck);

    public static SnapshotForm<Claim> Claim { get; } = new(1, () => Stored.Json.Claim);

    public static SnapshotForm<DisclosureRequest> DisclosureRequest { get; } = new(1, () => Stored.Json.DisclosureRequest);

    public static SnapshotForm<Document> Document { get; } = new(2, () => Stored.Json.Document);

    public static SnapshotForm<Fund> Fund { get; } = new(3, () => Stored.Json.Fund);

    public static SnapshotForm<Project> Project { get; } = new(2, () => Stored.Json.Project);

    public static SnapshotForm<Asset> Asset { get; } = new(1, () => Stored.Json.Asset);

    public static SnapshotForm<Village> Village { get; } = new(1, () => Stored.Json.Village);

    public static SnapshotForm<CountyScreening> CountyScreening { get; } = new(1, () => Stored.Json.CountyScreening);

    public static SnapshotForm<Campaign> Campaign { get; } = new(1, () => Stored.Json.Campaign);

    public static SnapshotForm<CountyAdoptions> CountyAdoptions { get; } = new(1, () => Stored.Json.CountyAdoptions);
}
