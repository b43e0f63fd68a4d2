using System.Globalization;
using Revitalization.Contracts.Projects;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Aid.Lists;
using Revitalization.Silo.Households;
using Revitalization.Silo.Monitoring.Lists;
using Revitalization.Silo.Policies;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Regions;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Projects.Lists;

/// <summary>Projects by stage, with what waits (项目看板). Those alike in county, stage and its day are counted together, since they are due together.</summary>
public sealed class ProjectBoardReader(IRegistryDatabase database, RegionBook regions, PolicyBook policies, TimeProvider clock)
{
    public async Task<ProjectBoard> Read(string? region, int? year, Sender by, CancellationToken cancellation)
    {
        var prefix = region is null ? BoardRegions.Common(by.Regions()) : RegionNames.Significant(region);
        var groups = await Groups(new(Region: region, Year: year), by, cancellation);
        var (limits, today) = (new StageLimits(policies), clock.ChinaToday());
        var counted = groups.ToLookup(group => group.Stage, StringComparer.Ordinal);
        var code = BoardRegions.Code(prefix);
        return new(
            code, regions.Find(code)?.Name ?? "", year,
            [.. ProjectTerms.Stages.Keys.Select(stage => new StageCount(
                stage, counted[stage].Sum(each => each.Projects), counted[stage].Sum(each => each.BudgetFen), counted[stage].Sum(each => each.PaidFen)))],
            groups.Sum(each => each.BudgetFen), groups.Sum(each => each.AllocatedFen), groups.Sum(each => each.PaidFen),
            groups.Where(each => limits.DueOn(each.County, each.Stage, each.On) < today).Sum(each => each.Projects));
    }

    private async Task<List<Group>> Groups(ProjectFilter filter, Sender by, CancellationToken cancellation)
    {
        var where = filter.Condition(by);
        await using var connection = await database.OpenReader(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT substr(p.region, 1, 6), p.stage, p.stage_on, COUNT(*), CAST(SUM(p.budget_fen) AS BIGINT), CAST(SUM(p.allocated_fen) AS BIGINT), CAST(SUM(p.paid_fen) AS BIGINT)
            FROM projects p WHERE {where.Sql} GROUP BY 1, 2, 3
            """;
        foreach (var (name, value) in where.Values) command.Add(name, value);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var groups = new List<Group>();
        while (await reader.ReadAsync(cancellation))
        {
            groups.Add(new(
                reader.GetString(0), reader.GetString(1), AidDays.Read(reader.GetString(2))!.Value, Convert.ToInt32(reader.GetValue(3), CultureInfo.InvariantCulture),
                reader.GetInt64(4), reader.GetInt64(5), reader.GetInt64(6)));
        }
        return groups;
    }

    private sealed record Group(string County, string Stage, DateOnly On, int Projects, long BudgetFen, long AllocatedFen, long PaidFen);
}
