using System.Data.Common;
using Revitalization.Contracts.Aid;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Projections;

namespace Revitalization.Silo.Aid.Lists;

/// <summary>Reports of one partnership in one field, added up by the database; every other total is a sum of these.</summary>
/// <param name="Reports">That count as reported.</param>
/// <param name="ConfirmedMoneyFen">Of what is confirmed, the part that is money.</param>
/// <param name="People">Confirmed, where the unit counts people.</param>
/// <param name="PurchasesFen">Confirmed purchases.</param>
internal readonly record struct AidCell(
    string Partnership, string Field, int Reports, int Silent, long ReportedFen, long ConfirmedFen, long AllocatedFen, long PaidFen, long ConfirmedMoneyFen,
    long UnansweredFen, int People, long PurchasesFen)
{
    /// <summary>Units in which people are counted; days and places of nobody in particular are none.</summary>
    private const string Persons = "('人','人次','名')";

    private const string Columns = $"""
        r.partnership, r.field, SUM(CASE WHEN r.state IN ('reported','confirmed','disputed') THEN 1 ELSE 0 END), SUM(CASE WHEN r.answer_due_on<@today THEN 1 ELSE 0 END),
        SUM(r.reported_fen), SUM(r.confirmed_fen), SUM(r.allocated_fen), SUM(r.paid_fen), SUM(r.money*r.confirmed_fen), SUM(r.unanswered_fen),
        SUM(CASE WHEN r.unit IN {Persons} THEN r.confirmed_thousandths ELSE 0 END), SUM(CASE WHEN r.form='purchase' THEN r.confirmed_fen ELSE 0 END)
        """;

    public static async Task<List<AidCell>> Read(DbConnection connection, AidCondition where, DateOnly today, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {Columns} FROM aid_reports r WHERE {where.Sql} GROUP BY r.partnership, r.field";
        command.Add("today", PersonFields.Day(today));
        foreach (var (name, value) in where.Values.Where(value => value.Name != "today")) command.Add(name, value);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<AidCell>();
        while (await reader.ReadAsync(cancellation)) found.Add(Cell(reader));
        return found;
    }

    private static AidCell Cell(DbDataReader reader)
    {
        long Sum(int column) => checked((long)Convert.ToDecimal(reader.GetValue(column), System.Globalization.CultureInfo.InvariantCulture)); // PostgreSQL adds in decimals.
        return new(
            reader.GetString(0), reader.GetString(1), (int)Sum(2), (int)Sum(3), Sum(4), Sum(5), Sum(6), Sum(7), Sum(8), Sum(9), (int)(Sum(10) / 1000), Sum(11));
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
