using System.Diagnostics;
using System.Text.Json;
using Revitalization.Domain.Events;
using Revitalization.Domain.Monitoring;
using Revitalization.Domain.Screening;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Projections;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Screening;

/// <summary>Folds screenings, campaigns, and what files say of both.</summary>
public sealed class ScreeningProjection : IProjection
{
    public const string ProjectionName = "screening";

    public string Name => ProjectionName;

    public int SchemaVersion => 1;

    public IReadOnlyList<ProjectionTable> Tables =>
        [ScreeningTables.Screenings, ScreeningTables.Flagged, ScreeningTables.Campaigns, ScreeningTables.Checks, ScreeningTables.Needs];

    public bool Wants(StoredEvent stored) => Key(stored, "monitoring/") is not null || Key(stored, "screening/") is not null || Key(stored, "campaign/") is not null;

    public async Task Apply(IReadOnlyList<StoredEvent> events, ProjectionBatch batch, CancellationToken cancellation)
    {
        var seen = new SeenRows();
        foreach (var stored in events)
        {
            if (Key(stored, "monitoring/") is { } household)
            {
                if (!seen.TakeIfOnlyRows(household, Read<MonitoringEvent>(stored)))
                {
                    await seen.Write(batch, cancellation); // What it changes must stand there first.
                    await Change(household, Read<MonitoringEvent>(stored), batch, cancellation);
                }
            }
            else if (Key(stored, "screening/") is { } screening) await Apply(ScreeningIds.Parts(screening), stored, batch, cancellation);
            else if (Key(stored, "campaign/") is { } campaign) await Apply(ScreeningIds.Parts(campaign), Read<CampaignEvent>(stored), batch, cancellation);
        }
        await seen.Write(batch, cancellation);
    }

    private static Task Apply((string County, string Id) key, StoredEvent stored, ProjectionBatch batch, CancellationToken cancellation) => Read<ScreeningEvent>(stored) switch
    {
        ScreeningRequested => batch.Upsert(ScreeningTables.ScreeningRow, [[key.County, key.Id, stored.Seq, 0L, 0L]], cancellation),
        ScreeningBegun e => Begin(key, e, batch, cancellation),
        HouseholdsFlagged e => batch.Upsert(ScreeningTables.FlaggedRow, [.. e.Households.Select(each => Row(key, each))], cancellation),
        ScreeningCompleted or ScreeningFailed => Update("UPDATE {0} SET ended=1 WHERE county=@county AND id=@id", "screenings", key, batch, cancellation),
        var other => throw new UnreachableException($"No screening rule for {other.GetType().Name}."),
    };

    private static Task Apply((string County, string Id) key, CampaignEvent happened, ProjectionBatch batch, CancellationToken cancellation) => happened switch
    {
        CampaignPut e => batch.Upsert(ScreeningTables.CampaignRow, [[key.County, key.Id, e.Title, PersonFields.Day(e.From), PersonFields.Day(e.Until)]], cancellation),
        _ => throw new UnreachableException($"No campaign rule for {happened.GetType().Name}."),
    };

    // What a run that stopped half-way had found is found again.
    private static async Task Begin((string County, string Id) key, ScreeningBegun e, ProjectionBatch batch, CancellationToken cancellation)
    {
        await Update("DELETE FROM {0} WHERE county=@county AND screening=@id", "screened_households", key, batch, cancellation);
        await Update("UPDATE {0} SET run=@run WHERE county=@county AND id=@id", "screenings", key, batch, cancellation, ("run", (long)e.Run));
    }

    private static async Task Update(
        string sql, string table, (string County, string Id) key, ProjectionBatch batch, CancellationToken cancellation, params (string Name, object? Value)[] values)
    {
        await using var command = batch.Command(string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, batch.Table(table)));
        command.Add("county", key.County);
        command.Add("id", key.Id);
        foreach (var (name, value) in values) command.Add(name, value);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task Change(string household, MonitoringEvent happened, ProjectionBatch batch, CancellationToken cancellation)
    {
        var (sql, name, value) = happened switch
        {
            ClueReported e => ($"UPDATE {batch.Table("screened_households")} SET reported=1 WHERE household=@household AND clue=@value", "value", e.ClueId),
            VisitWithdrawn e => ($"DELETE FROM {batch.Table("needs_seen")} WHERE household=@household AND ref=@value", "value", $"visit/{e.VisitId}"),
            _ => throw new UnreachableException($"No screening rule for {happened.GetType().Name}."),
        };
        await using var command = batch.Command(sql);
        command.Add("household", household);
        command.Add(name, value);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static object?[] Row((string County, string Id) key, FlaggedHousehold each) =>
    [
        key.County, key.Id, each.Village, each.Household, (long)each.Reasons, JsonSerializer.Serialize(each.Figures, FiguresJson.Default.ScreeningFigures),
        ScreeningIds.Clue(key.County, key.Id), 0L,
    ];

    private static string? Key(StoredEvent stored, string prefix) =>
        stored.Stream.StartsWith(prefix, StringComparison.Ordinal) ? stored.Stream[prefix.Length..] : null;

    private static TEvent Read<TEvent>(StoredEvent stored) where TEvent : class
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
}
