using System.Data.Common;
using System.Globalization;
using Revitalization.Contracts.Monitoring;
using Revitalization.Silo.Households;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Projections;

namespace Revitalization.Silo.Monitoring.Lists;

/// <summary>The statements of one board.</summary>
internal sealed class BoardSource(DbConnection connection, DbTransaction moment, string prefix, IReadOnlyList<string> scopes, DateOnly today)
{
    public int ChildDigits { get; } = BoardRegions.ChildDigits(prefix);

    public Task<List<BoardGroup>> Files(CancellationToken cancellation) => Query(
        string.Create(CultureInfo.InvariantCulture, $"""
            SELECT substr(f.village_code, 1, {ChildDigits}), f.step, f.kind, c.colour, c.name, COALESCE(c.severity, 0),
                CASE WHEN f.due_on<@today THEN 1 ELSE 0 END, COUNT(*), CAST(COALESCE(SUM(h.members), 0) AS BIGINT)
            FROM monitoring_files f LEFT JOIN monitoring_colours c ON c.household=f.household AND c.from_on<=@today AND c.until_on>=@today
                LEFT JOIN households h ON h.household=f.household
            WHERE f.active=1 AND {Within("f.village_code")} GROUP BY 1, 2, 3, 4, 5, 6, 7
            """),
        reader => new BoardGroup(
            reader.GetString(0), reader.GetString(1), reader.Text(2), reader.Text(3), reader.Text(4), Whole(reader, 5), Whole(reader, 6) == 1, reader.GetInt64(7), reader.GetInt64(8)),
        cancellation);

    public async Task<IReadOnlyList<BoardCount>> Late(CancellationToken cancellation)
    {
        var found = await Query(
            $"""
            SELECT d.kind, COUNT(*), CAST(COALESCE(SUM(h.members), 0) AS BIGINT) FROM
                (SELECT DISTINCT kind, household FROM deadlines WHERE due_on<@today AND kind<>'{FileRows.CadreKind}' AND {Within("village_code")}) d
                LEFT JOIN households h ON h.household=d.household GROUP BY d.kind
            """,
            reader => (Kind: reader.GetString(0), Files: reader.GetInt64(1), People: reader.GetInt64(2)), cancellation);
        return [.. found.OrderByDescending(each => each.Files).ThenBy(each => each.Kind, StringComparer.Ordinal)
            .Select(each => new BoardCount(each.Kind, MonitoringTerms.Deadlines[each.Kind], 0, each.Files, each.People))];
    }

    public async Task<long> Wanted(CancellationToken cancellation) => (await Query(
        $"SELECT COUNT(*) FROM deadlines WHERE kind='{FileRows.CadreKind}' AND due_on<=@today AND until_on>=@today AND {Within("village_code")}",
        reader => reader.GetInt64(0), cancellation)).Single();

    /// <summary>Those with the most open first.</summary>
    public async Task<IReadOnlyList<CadreLoad>> Cadres(int most, CancellationToken cancellation)
    {
        var households = (await Query(
            $"SELECT cadre, COUNT(*) FROM monitoring_files WHERE cadre IS NOT NULL AND {Within("village_code")} GROUP BY cadre",
            reader => KeyValuePair.Create(reader.GetString(0), reader.GetInt64(1)), cancellation)).ToDictionary(StringComparer.Ordinal);
        var tasks = (await Query(
            $"SELECT assignee, COUNT(*), CAST(SUM(CASE WHEN due_on<@today THEN 1 ELSE 0 END) AS BIGINT) FROM deadlines WHERE assignee IS NOT NULL AND {Within("village_code")} GROUP BY assignee",
            reader => (Account: reader.GetString(0), Open: reader.GetInt64(1), Late: reader.GetInt64(2)), cancellation)).ToDictionary(each => each.Account, StringComparer.Ordinal);
        return [.. households.Keys.Union(tasks.Keys, StringComparer.Ordinal)
            .Select(account => new CadreLoad(account, households.GetValueOrDefault(account), tasks.GetValueOrDefault(account).Open, tasks.GetValueOrDefault(account).Late))
            .OrderByDescending(load => load.OpenTasks).ThenBy(load => load.Account, StringComparer.Ordinal).Take(most)];
    }

    public async Task<Dictionary<string, string>> Villages(CancellationToken cancellation) => (await Query(
        $"SELECT code, name FROM villages WHERE {Within("code")}", reader => KeyValuePair.Create(reader.GetString(0), reader.GetString(1)), cancellation)).ToDictionary(StringComparer.Ordinal);

    private string Within(string column) =>
        $"{ScopeFilter.Of(scopes, column).Sql}{(prefix.Length == 0 ? "" : $" AND {ScopeFilter.Of([prefix], column, "region").Sql}")}";

    private async Task<List<T>> Query<T>(string sql, Func<DbDataReader, T> read, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = moment;
        command.CommandText = sql;
        if (sql.Contains("@today", StringComparison.Ordinal)) command.Add("today", PersonFields.Day(today));
        foreach (var (name, value) in ScopeFilter.Of(scopes, "").Values) command.Add(name, value);
        if (prefix.Length > 0) foreach (var (name, value) in ScopeFilter.Of([prefix], "", "region").Values) command.Add(name, value);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<T>();
        while (await reader.ReadAsync(cancellation)) found.Add(read(reader));
        return found;
    }

    private static int Whole(DbDataReader reader, int column) => Convert.ToInt32(reader.GetValue(column), CultureInfo.InvariantCulture);
}
