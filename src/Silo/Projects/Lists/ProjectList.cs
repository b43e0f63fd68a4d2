using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Projects;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Aid.Lists;
using Revitalization.Silo.Households;
using Revitalization.Silo.Policies;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Regions;
using Revitalization.Silo.Requests;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Projects.Lists;

/// <summary>Lists of projects (项目清单), within the sender's reach only, by region and id.</summary>
public sealed class ProjectList(IRegistryDatabase database, RegionBook regions, PolicyBook policies, TimeProvider clock)
{
    private const int LimitUsual = 50;
    private const int RowsPerRead = 1_000;

    private const string Columns = """
        p.project, p.name, p.category, p.region, p.year, p.partnership, p.stage, p.stage_on, p.work_relief, p.budget_fen, p.allocated_fen, p.paid_fen, p.labour_pay_fen,
        p.started_on, p.accepted_on, (SELECT COUNT(*) FROM assets a WHERE a.project=p.project), p.beneficiaries
        """;

    public async Task<Page<ProjectRow>> Page(ProjectFilter filter, Sender by, CancellationToken cancellation)
    {
        var limit = filter.Limit ?? LimitUsual;
        var rows = new List<ProjectRow>(limit + 1);
        await foreach (var read in All(filter with { Limit = limit }, by, cancellation))
        {
            rows.AddRange(read.Take(limit + 1 - rows.Count));
            if (rows.Count > limit) break;
        }
        if (rows.Count <= limit) return new(rows, null);
        rows.RemoveAt(limit);
        return new(rows, Cursor.Write(rows[^1].Region, rows[^1].Id));
    }

    /// <summary>Every row of a list, some at a time. Whether one is overdue is known only when it is read, so that is sorted out here.</summary>
    public async IAsyncEnumerable<IReadOnlyList<ProjectRow>> All(ProjectFilter filter, Sender by, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var limits = new StageLimits(policies);
        var after = Cursor.Read(filter.Cursor, 2)!;
        var most = filter.Overdue is null ? (filter.Limit ?? RowsPerRead) + 1 : RowsPerRead;
        while (true)
        {
            var rows = await Read(filter, by, after, most, limits, cancellation);
            yield return filter.Overdue is { } overdue ? [.. rows.Where(row => row.IsOverdue == overdue)] : rows;
            if (rows.Count < most) yield break;
            after = [rows[^1].Region, rows[^1].Id];
        }
    }

    private async Task<List<ProjectRow>> Read(ProjectFilter filter, Sender by, string[] after, int limit, StageLimits limits, CancellationToken cancellation)
    {
        var where = filter.Condition(by);
        if (after[1].Length > 0)
            where = where.With("p.region>=@afterRegion AND (p.region>@afterRegion OR p.project>@afterId)", ("afterRegion", after[0]), ("afterId", after[1]));
        await using var connection = await database.OpenReader(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"SELECT {Columns} FROM projects p WHERE {where.Sql} ORDER BY p.region, p.project LIMIT {limit}");
        foreach (var (name, value) in where.Values) command.Add(name, value);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<ProjectRow>();
        while (await reader.ReadAsync(cancellation)) rows.Add(Row(reader, limits));
        return rows;
    }

    // What is allocated had arrived before it was, and no arrival is reversed under it: a fund sees to that.
    private ProjectRow Row(DbDataReader reader, StageLimits limits)
    {
        var (region, stage, on) = (reader.GetString(3), reader.GetString(6), AidDays.Read(reader.GetString(7))!.Value);
        var due = limits.DueOn(region, stage, on);
        return new(
            reader.GetString(0), reader.GetString(1), reader.GetString(2), region, RegionNames.Full(regions, region), (int)reader.GetInt64(4), reader.Text(5), stage, on, due,
            due < clock.ChinaToday(), reader.GetInt64(8) == 1, reader.GetInt64(9), ArrivedFen: reader.GetInt64(10), reader.GetInt64(10), reader.GetInt64(11), reader.GetInt64(12),
            AidDays.Read(reader.Text(13)), AidDays.Read(reader.Text(14)), (int)reader.GetInt64(15), (int)reader.GetInt64(16));
    }
}
