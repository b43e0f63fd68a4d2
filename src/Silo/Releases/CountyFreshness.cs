using System.Data.Common;
using System.Globalization;
using Revitalization.Contracts.Releases;
using Revitalization.Domain.Calendar;
using Revitalization.Silo.Projections;
using Revitalization.Storage.EventLog;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Releases;

/// <summary>Reads from the register how fresh and how complete each county's figures are.</summary>
public sealed class CountyFreshness(IRegistryDatabase registry, IEventLog log)
{
    private const string Counts = """
        SELECT substr(h.village_code, 1, 6), COUNT(*), COUNT(i.household), COUNT(DISTINCT CASE WHEN i.household IS NULL THEN NULL ELSE h.village_code END),
               MAX(h.latest_quarter), MAX(h.registered_on)
        FROM households h LEFT JOIN incomes i ON i.household = h.household AND i.quarter = @quarter
        WHERE h.active = 1 GROUP BY 1
        """;

    public async Task<IReadOnlyList<PublicFreshness>> Read(DateOnly asOf, CancellationToken cancellation)
    {
        var quarter = Period.QuarterOf(asOf).ToString();
        await using var connection = await registry.OpenReader(cancellation);
        var villages = (await Rows(connection, "SELECT substr(code, 1, 6), COUNT(*) FROM villages WHERE valid_from <= @day AND (valid_until IS NULL OR valid_until > @day) GROUP BY 1", quarter, asOf, cancellation))
            .ToDictionary(row => (string)row[0]!, row => Convert.ToInt32(row[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        var counted = (await Rows(connection, Counts, quarter, asOf, cancellation)).ToDictionary(row => (string)row[0]!, StringComparer.Ordinal);
        var events = (await Rows(connection, "SELECT county, at FROM county_events", quarter, asOf, cancellation))
            .ToDictionary(row => (string)row[0]!, row => DateTimeOffset.ParseExact((string)row[1]!, "yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture), StringComparer.Ordinal);
        var imports = await Imports(connection, asOf, cancellation);
        return [.. villages.Keys.Union(counted.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(county =>
        {
            var row = counted.GetValueOrDefault(county);
            return new PublicFreshness(
                county, quarter, villages.GetValueOrDefault(county), Int(row, 3), Int(row, 1), Int(row, 2), row?[4] as string,
                row?[5] is string day ? DateOnly.ParseExact(day[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
                imports.TryGetValue(county, out var import) ? import : null, events.TryGetValue(county, out var at) ? at : null);
        })];
    }

    // A sheet's moment is its event's; one read of the log a county.
    private async Task<Dictionary<string, DateOnly>> Imports(DbConnection connection, DateOnly asOf, CancellationToken cancellation)
    {
        var days = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        foreach (var row in await Rows(connection, "SELECT substr(region, 1, 6), MAX(received_seq) FROM imports WHERE length(region) >= 6 GROUP BY 1", "", asOf, cancellation))
        {
            if (await log.Read(Convert.ToInt64(row[1], CultureInfo.InvariantCulture) - 1, 1, cancellation) is [var received])
                days[(string)row[0]!] = DateOnly.FromDateTime(received.At.ToOffset(ChinaCalendar.Offset).DateTime);
        }
        return days;
    }

    private static async Task<List<object?[]>> Rows(DbConnection connection, string sql, string quarter, DateOnly day, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (sql.Contains("@quarter", StringComparison.Ordinal)) command.Add("quarter", quarter);
        if (sql.Contains("@day", StringComparison.Ordinal)) command.Add("day", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<object?[]>();
        while (await reader.ReadAsync(cancellation)) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(at => reader.IsDBNull(at) ? null : reader.GetValue(at))]);
        return rows;
    }

    private static int Int(object?[]? row, int at) => row is null ? 0 : Convert.ToInt32(row[at], CultureInfo.InvariantCulture);
}
