using System.Data.Common;
using System.Globalization;
using Revitalization.Silo.Projections;

namespace Revitalization.Silo.Aid.Lists;

/// <summary>Plans of a year and what stands against them beside money.</summary>
internal static class PlanRows
{
    public static async Task<AidPlans> Read(DbConnection connection, AidCondition agreed, int year, CancellationToken cancellation)
    {
        var lines = await Rows(
            connection, $"SELECT l.partnership, l.field, l.amount_fen, l.projects, l.people, l.due_on FROM aid_plan_lines l JOIN aid_partnerships p ON p.code=l.partnership WHERE l.year=@year AND {agreed.Sql}",
            agreed, year, reader => KeyValuePair.Create(
                (reader.GetString(0), reader.GetString(1)),
                new PlannedField(reader.GetInt64(2), (int)reader.GetInt64(3), (int)reader.GetInt64(4), AidDays.Read(reader.GetString(5))!.Value)), cancellation);
        var floors = await Rows(
            connection, $"SELECT l.partnership, l.sales_floor_fen FROM aid_plans l JOIN aid_partnerships p ON p.code=l.partnership WHERE l.year=@year AND {agreed.Sql}",
            agreed, year, reader => KeyValuePair.Create(reader.GetString(0), reader.GetInt64(1)), cancellation);
        return new(lines.ToDictionary(), floors.ToDictionary(StringComparer.Ordinal));
    }

    /// <summary>Projects that confirmed money has reached, by the partnership and field of the report it came from.</summary>
    public static async Task<Dictionary<(string Partnership, string Field), int>> Projects(DbConnection connection, AidCondition reports, CancellationToken cancellation) =>
        (await Rows(
            connection, $"SELECT r.partnership, r.field, COUNT(DISTINCT s.project) FROM fund_shares s JOIN aid_reports r ON r.report=s.report WHERE {reports.Sql} GROUP BY r.partnership, r.field",
            reports, null, reader => KeyValuePair.Create((reader.GetString(0), reader.GetString(1)), (int)reader.GetInt64(2)), cancellation)).ToDictionary();

    /// <summary>People on secondment and specialists whose term touches the year, by partnership. Those trained are in reports already.</summary>
    public static async Task<Dictionary<string, int>> Exchanged(DbConnection connection, AidCondition agreed, int year, CancellationToken cancellation) =>
        (await Rows(
            connection, $"""
            SELECT e.partnership, SUM(e.headcount) FROM aid_exchanges e JOIN aid_partnerships p ON p.code=e.partnership
            WHERE e.kind<>'training' AND e.from_on<=@last AND e.until_on>=@first AND {agreed.Sql} GROUP BY e.partnership
            """,
            agreed.With("1=1", ("first", Day(year, "01-01")), ("last", Day(year, "12-31"))), null,
            reader => KeyValuePair.Create(reader.GetString(0), Convert.ToInt32(reader.GetValue(1), CultureInfo.InvariantCulture)), cancellation)).ToDictionary(StringComparer.Ordinal);

    private static string Day(int year, string day) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{day}");

    private static async Task<List<T>> Rows<T>(
        DbConnection connection, string sql, AidCondition where, int? year, Func<DbDataReader, T> read, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in where.Values) command.Add(name, value);
        if (year is { } known) command.Add("year", (long)known);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<T>();
        while (await reader.ReadAsync(cancellation)) found.Add(read(reader));
        return found;
    }
}
