using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Monitoring;
using Revitalization.Domain.Audit;
using Revitalization.Domain.Calendar;
using Revitalization.Silo.Audit;
using Revitalization.Silo.Households;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Requests;
using Revitalization.Silo.Villages;
using Revitalization.Storage.Keyring;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Monitoring.Lists;

/// <summary>The inbox (待办): what the sender's role must do in his regions and what is assigned to him by name, by the day it is due.</summary>
public sealed class TaskReader(
    IRegistryDatabase database, VillageBook villages, IKeyring keyring, AuditTrail audit, ProjectionService projections, TimeProvider clock)
{
    private readonly SharedCount<List<MonitoringTaskCount>> _office = new(projections, clock, untilWritten: true);

    public async Task<Page<MonitoringTask>> Page(bool? overdue, string? kind, string? cursor, int limit, Sender by, CancellationToken cancellation)
    {
        var today = clock.ChinaToday();
        var query = new TaskQuery(by, today, overdue, kind, Cursor.Read(cursor, 4)!);
        List<(MonitoringTask Task, SealedHead? Head)> rows;
        await using (var connection = await database.OpenReader(cancellation)) rows = await query.Page(connection, limit + 1, cancellation);
        var shown = rows.Count > limit ? rows[..limit] : rows;
        var names = await HeadNames.Of(shown.Select(row => row.Head), keyring, cancellation);
        await audit.Record(by.Account, new PersonalDataSearched("monitoring-tasks", by.Searched(null), shown.Count), cancellation);
        var next = rows.Count > limit ? Next(shown[^1].Task) : null;
        await villages.Ensure(shown.Select(row => row.Task.VillageCode).Distinct(StringComparer.Ordinal));
        return new(
            [.. shown.Select(row => row.Task with { HeadNameMasked = names.Masked(row.Head), VillageName = villages.Find(row.Task.VillageCode)?.Name ?? "" })], next);
    }

    public async Task<MonitoringTaskCounts> Counts(Sender by, CancellationToken cancellation)
    {
        var today = clock.ChinaToday();
        var query = new TaskQuery(by, today, null, null, ["", "", "", ""]);
        var office = await _office.Read($"{PersonFields.Day(today)}|{by.Role}|{string.Join(',', by.Regions())}", 0, async () =>
        {
            await using var shared = await database.OpenReader(CancellationToken.None);
            return await query.OfficeCounts(shared, CancellationToken.None);
        });
        await using var connection = await database.OpenReader(cancellation);
        List<MonitoringTaskCount> kinds = [.. office.Concat(await query.OwnCounts(connection, cancellation)).GroupBy(count => count.Kind, StringComparer.Ordinal)
            .OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => kind.First() with { Open = kind.Sum(count => count.Open), Overdue = kind.Sum(count => count.Overdue) })];
        return new(kinds.Sum(kind => kind.Open), kinds.Sum(kind => kind.Overdue), kinds);
    }

    private static string Next(MonitoringTask last) => Cursor.Write(PersonFields.Day(last.DueOn), last.Household, last.Kind, last.Subject);
}
