using System.Data.Common;
using System.Globalization;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Monitoring;
using Revitalization.Domain.Audit;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Monitoring;
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
public sealed class TaskReader(IRegistryDatabase database, VillageBook villages, IKeyring keyring, AuditTrail audit, TimeProvider clock)
{
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
        await using var connection = await database.OpenReader(cancellation);
        var kinds = await new TaskQuery(by, clock.ChinaToday(), null, null, ["", "", "", ""]).Counts(connection, cancellation);
        return new(kinds.Sum(kind => kind.Open), kinds.Sum(kind => kind.Overdue), kinds);
    }

    private static string Next(MonitoringTask last) => Cursor.Write(PersonFields.Day(last.DueOn), last.Household, last.Kind, last.Subject);
}

/// <summary>What is the office's and what is assigned by name, each from its own index, and what of it comes next.</summary>
internal sealed class TaskQuery(Sender by, DateOnly today, bool? overdue, string? kind, string[] after)
{
    private const string Key = "due_on, household, kind, subject";

    // No clause says by when a cadre must be named: he is wanted from the day on, and never late.
    private const string Late = $"(due_on<@today AND kind<>'{FileRows.CadreKind}')";

    // A new year's target is known before the year begins; its subject, which is the year, stands in the index.
    private const string Begun = $"(kind<>'{DeadlineKinds.IncomeTarget}' OR subject<=@year)";

    public async Task<List<(MonitoringTask Task, SealedHead? Head)>> Page(DbConnection connection, int limit, CancellationToken cancellation)
    {
        var some = string.Create(CultureInfo.InvariantCulture, $"ORDER BY {Key} LIMIT {limit}");
        var halves = Office().Prepend($"assignee IN ({Mine})").Select((half, at) => $"SELECT * FROM (SELECT {Columns} FROM deadlines WHERE {half} AND {Open()} {some}) half{at}");
        await using var command = Command(connection, $"""
            SELECT d.household, d.village_code, {SealedHead.Column}, d.kind, d.subject, d.started_on, d.due_on, d.provisional, COALESCE(c.severity, 0), COALESCE(c.name, '') FROM
                ({string.Join(" UNION ", halves)} {some}) d
                LEFT JOIN monitoring_colours c ON c.household=d.household AND c.from_on<=@today AND c.until_on>=@today
                LEFT JOIN households h ON h.household=d.household
            ORDER BY d.due_on, d.household, d.kind, d.subject
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<(MonitoringTask, SealedHead?)>();
        while (await reader.ReadAsync(cancellation)) found.Add((Task(reader), SealedHead.Of(reader.GetString(2))));
        return found;
    }

    public async Task<List<MonitoringTaskCount>> Counts(DbConnection connection, CancellationToken cancellation)
    {
        // Each kind by itself is a range of one index, which holds all that is asked; an OR over them would look up every row.
        var here = ScopeFilter.Of(by, "village_code").Sql;
        var halves = Kinds().Select(condition => $"{condition} AND {here}").Append($"assignee IN ({Mine}) AND NOT {AnyOffice}")
            .Select(half => $"SELECT kind, COUNT(*), CAST(COALESCE(SUM(CASE WHEN {Late} THEN 1 ELSE 0 END), 0) AS BIGINT) FROM deadlines WHERE {half} AND {Begun} GROUP BY kind");
        await using var command = Command(connection, string.Join(" UNION ALL ", halves));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new SortedDictionary<string, (long Open, long Late)>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellation))
        {
            var (open, late) = found.GetValueOrDefault(reader.GetString(0));
            found[reader.GetString(0)] = (open + reader.GetInt64(1), late + reader.GetInt64(2));
        }
        return [.. found.Select(each => new MonitoringTaskCount(each.Key, MonitoringTerms.Deadlines[each.Key], each.Value.Open, each.Value.Late))];
    }

    private string Mine { get; } = ByName.List(by);

    private const string Columns = "household, village_code, kind, subject, started_on, due_on, provisional";

    private MonitoringTask Task(DbDataReader reader)
    {
        var (kind, subject, due) = (reader.GetString(3), reader.GetString(4), FileCard.DayOf(reader.GetString(6))!.Value);
        return new(
            reader.GetString(0), reader.GetString(1), "", null, kind, TaskRoles.Title(kind, subject), subject, TaskRoles.ActOf(kind),
            FileCard.DayOf(reader.GetString(5))!.Value, due, due < today && kind != FileRows.CadreKind, reader.GetInt64(7) != 0,
            (int)reader.GetInt64(8), reader.GetString(9) is { Length: > 0 } colour ? colour : null);
    }

    /// <summary>One condition a kind, so that each is walked in its own index by the day it is due and none is sorted whole.</summary>
    private List<string> Office()
    {
        var here = ScopeFilter.Of(by, IsNarrow ? "village_code" : "village_code || ''").Sql;
        return [.. Kinds().Select(condition => $"{condition} AND {here}")];
    }

    private string AnyOffice => Kinds() is { Count: > 0 } kinds ? $"(({string.Join(" OR ", kinds)}) AND {ScopeFilter.Of(by, "village_code").Sql})" : "(1=0)";

    private List<string> Kinds()
    {
        var ranks = TaskRoles.RanksOf(by.Role).Select(rank => $"(kind='{FileRows.CadreKind}' AND subject='{rank}' AND due_on<=@today AND until_on>=@today)");
        return [.. TaskRoles.KindsOf(by.Role).Select(kind => $"kind='{kind}'"), .. ranks];
    }

    // A village or township takes its own rows by their place and sorts those few; whoever sees more must not read the whole county.
    private bool IsNarrow { get; } = by.Regions() is { Length: > 0 } regions && regions.All(region => region.Length >= TownshipDigits);

    private const int TownshipDigits = 9;

    private string Open()
    {
        var late = overdue switch { true => $"{Begun} AND {Late}", false => $"{Begun} AND NOT {Late}", null => Begun };
        if (kind is not null) late += " AND kind=@kind";
        return after[1].Length == 0 ? late : $"{late} AND ({Key}) > (@afterDue, @afterId, @afterKind, @afterSubject)";
    }

    private DbCommand Command(DbConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Add("today", PersonFields.Day(today));
        command.Add("year", today.Year.ToString(CultureInfo.InvariantCulture));
        if (kind is not null) command.Add("kind", kind);
        foreach (var (name, value) in ByName.Of(by)) command.Add(name, value);
        foreach (var (name, value) in ScopeFilter.Of(by, "").Values) command.Add(name, value);
        foreach (var (name, value) in new[] { "afterDue", "afterId", "afterKind", "afterSubject" }.Zip(after)) command.Add(name, value);
        return command;
    }
}
