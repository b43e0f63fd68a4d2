using System.Data.Common;
using System.Globalization;
using Revitalization.Contracts.Aid;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Projections;

namespace Revitalization.Silo.Aid.Lists;

/// <summary>Reports of one partnership in one field, added up; every other total is a sum of these.</summary>
/// <param name="Reports">That count as reported.</param>
/// <param name="ConfirmedMoneyFen">Of what is confirmed, the part that is money.</param>
/// <param name="People">Confirmed, where the unit counts people.</param>
/// <param name="PurchasesFen">Confirmed purchases.</param>
internal readonly record struct AidCell(
    string Partnership, string Field, int Reports, long ReportedFen, long ConfirmedFen, long AllocatedFen, long PaidFen, long ConfirmedMoneyFen,
    long UnansweredFen, int People, long PurchasesFen)
{
    private const string Columns = """
        c.partnership, c.field, SUM(c.reports), SUM(c.reported_fen), SUM(c.confirmed_fen), SUM(c.allocated_fen), SUM(c.paid_fen), SUM(c.confirmed_money_fen),
        SUM(c.unanswered_fen), SUM(c.people_thousandths), SUM(c.purchases_fen)
        """;

    public static async Task<List<AidCell>> Read(DbConnection connection, AidCondition where, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {Columns} FROM aid_cells c WHERE {where.Sql} GROUP BY c.partnership, c.field";
        foreach (var (name, value) in where.Values) command.Add(name, value);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<AidCell>();
        while (await reader.ReadAsync(cancellation)) found.Add(Cell(reader));
        return found;
    }

    /// <summary>Reports that the county has let its day pass on, by partnership.</summary>
    public static async Task<Dictionary<string, int>> Silent(DbConnection connection, AidCondition reports, DateOnly today, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT r.partnership, COUNT(*) FROM aid_reports r WHERE r.answer_due_on<@today AND {reports.Sql} GROUP BY r.partnership";
        command.Add("today", PersonFields.Day(today));
        foreach (var (name, value) in reports.Values) command.Add(name, value);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellation)) found.Add(reader.GetString(0), (int)reader.GetInt64(1));
        return found;
    }

    private static AidCell Cell(DbDataReader reader)
    {
        long Sum(int column) => checked((long)Convert.ToDecimal(reader.GetValue(column), CultureInfo.InvariantCulture)); // PostgreSQL adds in decimals.
        return new(reader.GetString(0), reader.GetString(1), (int)Sum(2), Sum(3), Sum(4), Sum(5), Sum(6), Sum(7), Sum(8), (int)(Sum(9) / 1000), Sum(10));
    }
}

internal static class AidSums
{
    public static AidSum Of(IEnumerable<AidCell> cells)
    {
        var (reported, confirmed, allocated, paid, outstanding, unanswered) = (0L, 0L, 0L, 0L, 0L, 0L);
        foreach (var cell in cells)
        {
            checked
            {
                (reported, confirmed, allocated, paid) = (reported + cell.ReportedFen, confirmed + cell.ConfirmedFen, allocated + cell.AllocatedFen, paid + cell.PaidFen);
                (outstanding, unanswered) = (outstanding + cell.ConfirmedMoneyFen - cell.PaidFen, unanswered + cell.UnansweredFen);
            }
        }
        return new(reported, confirmed, allocated, paid, outstanding, unanswered);
    }
}
