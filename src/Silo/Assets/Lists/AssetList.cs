using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Revitalization.Contracts.Assets;
using Revitalization.Contracts.Commands;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Money;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Aid.Lists;
using Revitalization.Silo.Households;
using Revitalization.Silo.Imports.Reading;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Regions;
using Revitalization.Silo.Requests;
using Revitalization.Silo.Sheets;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Assets.Lists;

/// <summary>The register of assets (资产台账), within the sender's reach only, by region and id.</summary>
public sealed class AssetList(IRegistryDatabase database, RegionBook regions, TimeProvider clock)
{
    private const int LimitUsual = 50;
    private const int RowsPerRead = 1_000;

    private const string Columns = """
        a.asset, a.project, p.partnership, a.name, a.class, a.region, a.value_fen, a.owner, a.keeper, a.state, a.condition, a.inspected_on, a.due_on, a.income_fen, a.used_fen
        """;

    public async Task<Page<AssetRow>> Page(AssetFilter filter, Sender by, CancellationToken cancellation)
    {
        var limit = filter.Limit ?? LimitUsual;
        var rows = await Read(filter, by, Cursor.Read(filter.Cursor, 2)!, limit + 1, cancellation);
        if (rows.Count <= limit) return new(rows, null);
        rows.RemoveAt(limit);
        return new(rows, Cursor.Write(rows[^1].Region, rows[^1].Id));
    }

    /// <summary>Every row of a list, some at a time.</summary>
    public async IAsyncEnumerable<IReadOnlyList<AssetRow>> All(AssetFilter filter, Sender by, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string[] after = ["", ""];
        while (true)
        {
            var rows = await Read(filter, by, after, RowsPerRead, cancellation);
            yield return rows;
            if (rows.Count < RowsPerRead) yield break;
            after = [rows[^1].Region, rows[^1].Id];
        }
    }

    private async Task<List<AssetRow>> Read(AssetFilter filter, Sender by, string[] after, int limit, CancellationToken cancellation)
    {
        var today = clock.ChinaToday();
        var where = filter.Where(by, today);
        if (after[1].Length > 0)
            where = where.With("a.region>=@afterRegion AND (a.region>@afterRegion OR a.asset>@afterId)", ("afterRegion", after[0]), ("afterId", after[1]));
        await using var connection = await database.OpenReader(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = string.Create(
            CultureInfo.InvariantCulture,
            $"SELECT {Columns} FROM assets a LEFT JOIN projects p ON p.project=a.project WHERE {where.Sql} ORDER BY a.region, a.asset LIMIT {limit}");
        foreach (var (name, value) in where.Values) command.Add(name, value);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<AssetRow>();
        while (await reader.ReadAsync(cancellation)) rows.Add(Row(reader, today));
        return rows;
    }

    private AssetRow Row(DbDataReader reader, DateOnly today)
    {
        var (region, due) = (reader.GetString(5), AidDays.Read(reader.Text(12)));
        return new(
            reader.GetString(0), reader.GetString(1), reader.Text(2), reader.GetString(3), reader.GetString(4), region, RegionNames.Full(regions, region), reader.GetInt64(6),
            reader.GetString(7), reader.GetString(8), reader.GetString(9), reader.Text(10), AidDays.Read(reader.Text(11)), due, due < today, reader.GetInt64(13),
            reader.GetInt64(14));
    }
}

/// <summary>Assets as a sheet; money in yuan, as officials read it.</summary>
internal static class AssetSheet
{
    private static readonly string[] s_headings =
    [
        "资产编号", "项目编号", "协作关系", "资产名称", "资产类别", "所在地代码", "所在地", "资产原值(元)", "产权人", "管护人", "状态", "状况", "最近巡查", "下次巡查期限",
        "是否超期", "累计收益(元)", "已使用收益(元)",
    ];

    public static Task Write(Stream body, IAsyncEnumerable<IReadOnlyList<AssetRow>> pages, CancellationToken cancellation) =>
        SheetStream.Write(body, SheetFormat.Workbook, s_headings, pages.Select(page => page.Select(Cells)), cancellation);

    private static string[] Cells(AssetRow row) =>
    [
        row.Id, row.Project, row.Partnership ?? "", row.Name, AssetTerms.Classes[row.Class], row.Region, row.RegionName, YuanText.Yuan(row.ValueFen), row.Owner, row.Keeper,
        AssetTerms.States[row.State], row.Condition is { } condition ? AssetTerms.Conditions[condition] : "", AidDays.Text(row.InspectedOn) ?? "",
        AidDays.Text(row.InspectionDueOn) ?? "", row.IsOverdue ? "是" : "", YuanText.Yuan(row.IncomeFen), YuanText.Yuan(row.UsedFen),
    ];
}
