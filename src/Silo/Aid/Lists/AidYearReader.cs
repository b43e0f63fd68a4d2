using System.Data.Common;
using System.Globalization;
using Revitalization.Contracts.Aid;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Households;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Regions;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Aid.Lists;

/// <summary>A partnership's year as a document (年度报告): what was planned, what came, what it became.</summary>
public sealed class AidYearReader(IRegistryDatabase database, AidReader reader, AidBoardReader boards, RegionBook regions, TimeProvider clock)
{
    /// <summary>Reports in the document; the sheet has all of them.</summary>
    public const int ReportsMost = 500;
    private const int ProjectsMost = 500;

    public async Task<(AidYear? Year, Enum? Refusal)> Read(string code, int year, Sender by, CancellationToken cancellation)
    {
        var (partnership, refusal) = await reader.Partnership(code, by, cancellation);
        if (partnership is null) return (null, refusal);
        var today = clock.ChinaToday();
        var filter = new AidReportFilter(Partnership: code, Year: year);
        await using var connection = await database.OpenReader(cancellation);
        await using var moment = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
        var board = await boards.Read(connection, filter, by, cancellation);
        var reports = await AidReportRows.Read(connection, filter.Condition(by, today), ["", ""], ReportsMost, regions, today, cancellation);
        var projects = await Projects(connection, filter.Condition(by, today), cancellation);
        var exchanges = partnership.Exchanges.Where(each => each.From.Year <= year && each.Until.Year >= year);
        return (new(partnership, year, today, board, reports, projects, [.. exchanges]), null);
    }

    /// <summary>Allocated and paid are what came of these reports: a project may live of other money too.</summary>
    private async Task<List<AidProjectRow>> Projects(DbConnection connection, AidCondition reports, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"""
            SELECT j.project, j.name, j.region, j.stage, j.budget_fen, SUM(s.allocated_fen), SUM(s.paid_fen), j.beneficiaries, (SELECT COUNT(*) FROM assets a WHERE a.project=j.project)
            FROM fund_shares s JOIN aid_reports r ON r.report=s.report JOIN projects j ON j.project=s.project
            WHERE {reports.Sql} GROUP BY j.project, j.name, j.region, j.stage, j.budget_fen, j.beneficiaries ORDER BY SUM(s.allocated_fen) DESC, j.project LIMIT {ProjectsMost}
            """);
        foreach (var (name, value) in reports.Values) command.Add(name, value);
        await using var found = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<AidProjectRow>();
        while (await found.ReadAsync(cancellation))
        {
            rows.Add(new(
                found.GetString(0), found.GetString(1), found.GetString(2), RegionNames.Full(regions, found.GetString(2)), found.GetString(3), found.GetInt64(4),
                Convert.ToInt64(found.GetValue(5), CultureInfo.InvariantCulture), Convert.ToInt64(found.GetValue(6), CultureInfo.InvariantCulture), (int)found.GetInt64(8), (int)found.GetInt64(7)));
        }
        return rows;
    }
}
