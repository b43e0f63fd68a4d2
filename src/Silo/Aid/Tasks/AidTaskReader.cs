using System.Data.Common;
using System.Globalization;
using Revitalization.Contracts.Aid;
using Revitalization.Contracts.Identity;
using Revitalization.Domain.Aid.Checks;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Aid.Checks;
using Revitalization.Silo.Aid.Lists;
using Revitalization.Silo.Households;
using Revitalization.Silo.Projections;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Aid.Tasks;

/// <summary>
/// What of aid waits for whom (协作待办): the county answers reports, checks, and settles what was put right; the partner signs, corrects what came back
/// and sees which county is late; both put right what was found.
/// </summary>
public sealed class AidTaskReader(IRegistryDatabase database, ChecksDue checks, RegionBook regions, TimeProvider clock)
{
    private const int Shown = 200, ReadMost = 2_000;

    public async Task<AidTaskList> Read(Sender by, CancellationToken cancellation)
    {
        if (by.Role is not (Roles.County or Roles.PartnerCity)) return new([], 0, 0);
        var isCounty = by.Role == Roles.County;
        var (tasks, today) = (new List<AidTask>(), clock.ChinaToday());
        Dictionary<string, PartnershipLine> agreed;
        await using (var connection = await database.OpenReader(cancellation))
        {
            agreed = await PartnershipRows.Read(connection, AidReach.Agreed(by), cancellation);
            await Reports(connection, tasks, isCounty, today, by, cancellation);
            await Findings(connection, tasks, isCounty, today, by, cancellation);
        }
        if (isCounty) tasks.AddRange(Checks(await checks.Read(by, cancellation), today));
        for (var at = 0; at < tasks.Count; at++) tasks[at] = tasks[at] with { Pair = Pair(agreed.GetValueOrDefault(tasks[at].Partnership)) };
        var ordered = tasks.OrderBy(task => task.DueOn ?? DateOnly.MaxValue).ThenBy(task => task.Kind, StringComparer.Ordinal).ThenBy(task => task.Partnership, StringComparer.Ordinal);
        return new([.. ordered.Take(Shown)], tasks.Count, tasks.Count(task => task.IsOverdue));
    }

    /// <summary>A report that is with the county is its task; the partner's only once the county is late.</summary>
    private static async Task Reports(DbConnection connection, List<AidTask> tasks, bool isCounty, DateOnly today, Sender by, CancellationToken cancellation)
    {
        var reach = AidReach.Reports(by).With(isCounty
            ? "r.state='reported'"
            : "(r.state IN ('drafted', 'returned', 'disputed') OR (r.state='reported' AND r.answer_due_on<@today))", ("today", AidDays.Text(today)));
        var sql = string.Create(CultureInfo.InvariantCulture, $"""
            SELECT r.report, r.partnership, r.title, r.state, r.answer_due_on FROM aid_reports r
            WHERE {reach.Sql} ORDER BY r.answer_due_on, r.report LIMIT {ReadMost}
            """);
        await foreach (var reader in Rows(connection, sql, reach, cancellation))
        {
            var (state, due) = (reader.GetString(3), AidDays.Read(reader.Text(4)));
            var kind = isCounty ? AidTaskKinds.Answer : state switch { "drafted" => AidTaskKinds.Sign, "reported" => AidTaskKinds.Silent, _ => AidTaskKinds.Correct };
            tasks.Add(Task(kind, reader.GetString(1), reader.GetString(2), due, today) with { Report = reader.GetString(0) });
        }
    }

    private static async Task Findings(DbConnection connection, List<AidTask> tasks, bool isCounty, DateOnly today, Sender by, CancellationToken cancellation)
    {
        var reach = AidReach.Agreed(by).With(isCounty ? "f.state IN ('open', 'rectified')" : "f.state='open'");
        var sql = string.Create(CultureInfo.InvariantCulture, $"""
            SELECT f.partnership, f.period, f.finding, f.text, f.state, f.due_on FROM aid_findings f JOIN aid_partnerships p ON p.code=f.partnership
            WHERE {reach.Sql} ORDER BY f.due_on, f.partnership, f.period, f.finding LIMIT {ReadMost}
            """);
        await foreach (var reader in Rows(connection, sql, reach, cancellation))
        {
            var kind = reader.GetString(4) == "open" ? AidTaskKinds.Rectify : AidTaskKinds.Settle;
            var period = reader.GetString(1);
            tasks.Add(Task(kind, reader.GetString(0), $"{CheckPeriod.Read(period)?.Name}：{reader.GetString(3)}", AidDays.Read(reader.GetString(5)), today)
                with { Period = period, Finding = reader.GetString(2) });
        }
    }

    /// <summary>One a partnership, whatever it has left undone: thirty periods of three partnerships would hide all else.</summary>
    private static IEnumerable<AidTask> Checks(IReadOnlyList<AidCheckDue> due, DateOnly today) => due.GroupBy(each => each.Partnership, StringComparer.Ordinal).Select(each =>
    {
        var first = each.First();
        var text = each.Skip(1).Any() ? string.Create(CultureInfo.InvariantCulture, $"{first.PeriodName}等 {each.Count()} 期") : first.PeriodName;
        return Task(AidTaskKinds.Check, each.Key, text, first.DueOn, today) with { Period = first.Period };
    });

    private string Pair(PartnershipLine? line) => line is null ? "" : $"{NameOf(line.Donor)}—{NameOf(line.Recipient)}";

    private string NameOf(string code) => regions.Find(code)?.Name ?? code;

    private static AidTask Task(string kind, string partnership, string text, DateOnly? due, DateOnly today) =>
        new(kind, AidTaskKinds.Titles[kind], partnership, "", text, due, due < today);

    private static async IAsyncEnumerable<DbDataReader> Rows(
        DbConnection connection, string sql, AidCondition where, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in where.Values) command.Add(name, value);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) yield return reader;
    }
}
