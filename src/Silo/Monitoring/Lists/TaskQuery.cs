using System.Data.Common;
using System.Globalization;
using Revitalization.Contracts.Monitoring;
using Revitalization.Domain.Monitoring;
using Revitalization.Silo.Households;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Projections;

namespace Revitalization.Silo.Monitoring.Lists;

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
        var halves = Office().Prepend($"assignee IN ({Mine}) AND NOT {AnyOffice}").Select((half, at) => $"SELECT * FROM (SELECT {Columns} FROM deadlines WHERE {half} AND {Open()} {some}) half{at}");
        await using var command = Command(connection, $"""
            SELECT d.household, d.village_code, {SealedHead.Column}, d.kind, d.subject, d.started_on, d.due_on, d.provisional, COALESCE(c.severity, 0), COALESCE(c.name, '') FROM
                ({string.Join(" UNION ALL ", halves)} {some}) d
                LEFT JOIN monitoring_colours c ON c.household=d.household AND c.from_on<=@today AND c.until_on>=@today
                LEFT JOIN households h ON h.household=d.household
            ORDER BY d.due_on, d.household, d.kind, d.subject
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<(MonitoringTask, SealedHead?)>();
        while (await reader.ReadAsync(cancellation)) found.Add((Task(reader), SealedHead.Of(reader.GetString(2))));
        return found;
    }

    /// <summary>What is the office's: the same for everybody of this role in these regions.</summary>
    public Task<List<MonitoringTaskCount>> OfficeCounts(DbConnection connection, CancellationToken cancellation)
    {
        // Each kind by itself is a range of one index, which holds all that is asked; an OR over them would look up every row.
        var here = ScopeFilter.Of(by, "village_code").Sql;
        return Counts(connection, Kinds().Select(condition => $"{condition} AND {here}"), cancellation);
    }

    /// <summary>What is assigned by name and not the office's too.</summary>
    public Task<List<MonitoringTaskCount>> OwnCounts(DbConnection connection, CancellationToken cancellation) =>
        Counts(connection, [$"assignee IN ({Mine}) AND NOT {AnyOffice}"], cancellation);

    private async Task<List<MonitoringTaskCount>> Counts(DbConnection connection, IEnumerable<string> conditions, CancellationToken cancellation)
    {
        var halves = conditions.Select(half => $"SELECT kind, COUNT(*), CAST(COALESCE(SUM(CASE WHEN {Late} THEN 1 ELSE 0 END), 0) AS BIGINT) FROM deadlines WHERE {half} AND {Begun} GROUP BY kind").ToList();
        var found = new List<MonitoringTaskCount>();
        if (halves.Count == 0) return found;
        await using var command = Command(connection, string.Join(" UNION ALL ", halves));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            found.Add(new(reader.GetString(0), MonitoringTerms.Deadlines[reader.GetString(0)], reader.GetInt64(1), reader.GetInt64(2)));
        return found;
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

    private string AnyOffice => Kinds() is { Count: > 0 } kinds ? $"(({string.Join(" OR ", kinds.Select(each => $"({each})"))}) AND {ScopeFilter.Of(by, "village_code").Sql})" : "(1=0)";

    private List<string> Kinds()
    {
        var ranks = TaskRoles.RanksOf(by.Role).Select(rank => $"(kind='{FileRows.CadreKind}' AND subject='{rank}' AND due_on<=@today AND until_on>=@today)");
        // Said of those that never have a subject, so that the index gives them by the day they are due.
        return [.. TaskRoles.KindsOf(by.Role).Select(kind => TaskRoles.HasSubject(kind) ? $"kind='{kind}'" : $"kind='{kind}' AND subject=''"), .. ranks];
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
