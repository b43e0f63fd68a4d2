using System.Data.Common;
using System.Globalization;
using Revitalization.Silo.Projections;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Projects.Trace;

/// <summary>The statements of one trace, all of one moment. Every one ends somewhere: a trace that large shows the largest.</summary>
internal sealed class TraceSource(IRegistryDatabase database, DbConnection connection, DbTransaction moment)
{
    private const int RowsMost = 2_000;

    /// <summary>Promises of a fund that stand.</summary>
    public Task<List<TraceMoney>> OriginsOfFund(string fund, CancellationToken cancellation) => Money(
        "q.fund, q.origin, q.report, r.title, r.partnership, q.fen FROM fund_promises q LEFT JOIN aid_reports r ON r.report=q.report WHERE q.ended=0 AND q.fund=@key",
        fund, cancellation);

    /// <summary>Whose money a project has, as attributed.</summary>
    public Task<List<TraceMoney>> OriginsOfProject(string project, CancellationToken cancellation) => Money(
        "s.fund, s.origin, s.report, r.title, r.partnership, s.allocated_fen FROM fund_shares s LEFT JOIN aid_reports r ON r.report=s.report WHERE s.allocated_fen>0 AND s.project=@key",
        project, cancellation);

    public Task<List<TraceGift>> Gifts(string partnership, int? year, CancellationToken cancellation) => Rows(
        """
        SELECT r.report, r.title, r.field, q.fund, q.fen FROM aid_reports r JOIN fund_promises q ON q.report=r.report
        WHERE q.ended=0 AND r.partnership=@partnership AND (@year=0 OR r.year=@year) ORDER BY q.fen DESC, r.report
        """,
        reader => new TraceGift(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetInt64(4)),
        cancellation, ("partnership", partnership), ("year", (long)(year ?? 0)));

    public Task<List<TraceGrant>> GrantsOfFund(string fund, CancellationToken cancellation) => Grants("fund_allocations x WHERE x.fund=@key", "x.fen-x.returned_fen", cancellation, ("key", fund));

    public Task<List<TraceGrant>> GrantsOfProject(string project, CancellationToken cancellation) =>
        Grants("fund_allocations x WHERE x.project=@key", "x.fen-x.returned_fen", cancellation, ("key", project));

    public Task<List<TraceGrant>> GrantsOfPartnership(string partnership, int? year, CancellationToken cancellation) => Grants(
        "fund_shares x JOIN aid_reports r ON r.report=x.report WHERE r.partnership=@partnership AND (@year=0 OR r.year=@year)", "x.allocated_fen",
        cancellation, ("partnership", partnership), ("year", (long)(year ?? 0)));

    public async Task<Dictionary<string, TraceProject>> Projects(IReadOnlyCollection<string> projects, CancellationToken cancellation) => (await Among(
        "p.project, p.name, p.budget_fen FROM projects p", "p.project", projects, "ORDER BY p.project",
        reader => new TraceProject(reader.GetString(0), reader.GetString(1), reader.GetInt64(2)), cancellation)).ToDictionary(each => each.Project, StringComparer.Ordinal);

    public Task<List<TraceAsset>> Assets(IReadOnlyCollection<string> projects, CancellationToken cancellation) => Among(
        "a.asset, a.project, a.name, a.value_fen FROM assets a", "a.project", projects, "ORDER BY a.value_fen DESC, a.asset",
        reader => new TraceAsset(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetInt64(3)), cancellation);

    public Task<List<(string Asset, string Fund, long Fen)>> Pools(IReadOnlyCollection<string> assets, CancellationToken cancellation) => Among(
        "e.asset, e.fund, CAST(SUM(e.fen) AS BIGINT) FROM asset_entries e", "e.asset", assets,
        "AND e.kind='use' AND e.reversed=0 AND e.fund IS NOT NULL GROUP BY e.asset, e.fund ORDER BY e.asset",
        reader => (reader.GetString(0), reader.GetString(1), reader.GetInt64(2)), cancellation);

    public Task<List<(string Project, int Households, long Fen)>> Beneficiaries(IReadOnlyCollection<string> projects, CancellationToken cancellation) => Among(
        "b.project, COUNT(*), CAST(SUM(b.fen) AS BIGINT) FROM project_beneficiaries b", "b.project", projects, "GROUP BY b.project ORDER BY b.project",
        reader => (reader.GetString(0), Convert.ToInt32(reader.GetValue(1), CultureInfo.InvariantCulture), reader.GetInt64(2)), cancellation);

    private Task<List<TraceMoney>> Money(string select, string key, CancellationToken cancellation) => Rows(
        $"SELECT {select} ORDER BY 6 DESC, 2",
        reader => new TraceMoney(reader.GetString(0), reader.GetString(1), reader.Text(2), reader.Text(3), reader.Text(4), reader.GetInt64(5)), cancellation, ("key", key));

    private Task<List<TraceGrant>> Grants(string from, string fen, CancellationToken cancellation, params (string Name, object? Value)[] values) => Rows(
        $"SELECT x.fund, x.project, CAST(SUM({fen}) AS BIGINT) FROM {from} GROUP BY x.fund, x.project HAVING SUM({fen})>0 ORDER BY 3 DESC, 2",
        reader => new TraceGrant(reader.GetString(0), reader.GetString(1), reader.GetInt64(2)), cancellation, values);

    private async Task<List<T>> Among<T>(
        string select, string column, IReadOnlyCollection<string> keys, string rest, Func<DbDataReader, T> read, CancellationToken cancellation)
    {
        if (keys.Count == 0) return [];
        var (condition, value) = database.Among(column, keys);
        return await Rows($"SELECT {select} WHERE {condition} {rest}", read, cancellation, ("keys", value));
    }

    private async Task<List<T>> Rows<T>(string sql, Func<DbDataReader, T> read, CancellationToken cancellation, params (string Name, object? Value)[] values)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = moment;
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"{sql} LIMIT {RowsMost}");
        foreach (var (name, value) in values) command.Add(name, value);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation)) rows.Add(read(reader));
        return rows;
    }
}

/// <param name="Report">Null of a budget, or of income of an asset.</param>
internal sealed record TraceMoney(string Fund, string Origin, string? Report, string? Title, string? Partnership, long Fen);

internal sealed record TraceGift(string Report, string Title, string Field, string Fund, long Fen);

internal sealed record TraceGrant(string Fund, string Project, long Fen);

internal sealed record TraceProject(string Project, string Name, long BudgetFen);

internal sealed record TraceAsset(string Asset, string Project, string Name, long ValueFen);
