using System.Globalization;
using Revitalization.Contracts.Aid;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Identity;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Households;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Requests;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Aid.Lists;

/// <summary>Lists of reports (支援报告清单), within the sender's reach only.</summary>
public sealed class AidReportFinder(IRegistryDatabase database, RegionBook regions, TimeProvider clock)
{
    private const int LimitUsual = 50;
    private const int RowsPerRead = 1_000;

    public async Task<Page<AidReportRow>> Find(AidReportFilter filter, Sender by, CancellationToken cancellation)
    {
        var limit = filter.Limit ?? LimitUsual;
        var rows = await Read(filter, by, Cursor.Read(filter.Cursor, 2)!, limit + 1, cancellation);
        if (rows.Count <= limit) return new(rows, null);
        rows.RemoveAt(limit);
        return new(rows, Cursor.Write(AidReportRows.Key(rows[^1])));
    }

    /// <summary>Every row of a list, some at a time.</summary>
    public async IAsyncEnumerable<IReadOnlyList<AidReportRow>> All(
        AidReportFilter filter, Sender by, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        string[] after = ["", ""];
        while (true)
        {
            var rows = await Read(filter, by, after, RowsPerRead, cancellation);
            yield return rows;
            if (rows.Count < RowsPerRead) yield break;
            after = AidReportRows.Key(rows[^1]);
        }
    }

    /// <summary>How many stand where; every state once, in order.</summary>
    public async Task<AidReportCounts> Count(AidReportFilter filter, Sender by, CancellationToken cancellation)
    {
        var today = clock.ChinaToday();
        var where = filter.Condition(by, today);
        await using var connection = await database.OpenReader(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT r.state, COUNT(*), SUM(r.amount_fen), SUM(CASE WHEN r.answer_due_on<@today THEN 1 ELSE 0 END) FROM aid_reports r WHERE {where.Sql} GROUP BY r.state
            """;
        command.Add("today", AidDays.Text(today));
        foreach (var (name, value) in where.Values.Where(value => value.Name != "today")) command.Add(name, value);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var (found, silent) = (new Dictionary<string, AidStateCount>(StringComparer.Ordinal), 0);
        while (await reader.ReadAsync(cancellation))
        {
            var state = reader.GetString(0);
            found[state] = new(state, (int)reader.GetInt64(1), Convert.ToInt64(reader.GetValue(2), CultureInfo.InvariantCulture));
            silent += Convert.ToInt32(reader.GetValue(3), CultureInfo.InvariantCulture);
        }
        return new([.. AidTerms.States.Keys.Select(state => found.GetValueOrDefault(state) ?? new(state, 0, 0))], silent);
    }

    /// <summary>Why the sender may not ask this: what no list knows, or what is not his.</summary>
    public static (Enum Code, string Field)? Refused(AidReportFilter filter, Sender by)
    {
        if (filter.Broken() is { } broken) return broken;
        var (own, within) = (AidReach.Partnerships(by), by.Regions());
        if (filter.Partnership is { } code && within.Length == 0 && !own.Contains(code, StringComparer.Ordinal)) return (AccessRefusal.ScopeElsewhere, "partnership");
        return filter.Region is { } region && own.Length == 0 && !by.Meets(region) ? (AccessRefusal.ScopeElsewhere, "region") : null;
    }

    private async Task<List<AidReportRow>> Read(AidReportFilter filter, Sender by, string[] after, int limit, CancellationToken cancellation)
    {
        var today = clock.ChinaToday();
        await using var connection = await database.OpenReader(cancellation);
        return await AidReportRows.Read(connection, filter.Condition(by, today), after, limit, regions, today, cancellation);
    }
}
