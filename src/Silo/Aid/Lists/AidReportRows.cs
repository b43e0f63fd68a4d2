using System.Data.Common;
using System.Globalization;
using Revitalization.Contracts.Aid;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Regions;

namespace Revitalization.Silo.Aid.Lists;

/// <summary>Reports as lists show them, newest delivery first.</summary>
internal static class AidReportRows
{
    /// <summary>Another report, which has left its partner's house, names the same paper or file.</summary>
    public const string IsShared = """
        EXISTS (SELECT 1 FROM aid_papers p JOIN aid_papers q ON q.number=p.number AND q.kind=p.kind AND q.report<>p.report AND q.live=1 WHERE p.report=r.report)
        """;

    private const string Columns = $"""
        r.report, r.partnership, r.year, r.field, r.form, r.title, r.thousandths, r.unit, r.amount_fen, r.reported_fen, r.confirmed_fen, r.allocated_fen, r.paid_fen,
        r.unanswered_fen, r.money, r.delivered_on, r.recipient, r.state, r.asked_on, r.answer_due_on, r.confirmed_on, r.comments,
        CASE WHEN {IsShared} THEN 1 ELSE 0 END
        """;

    /// <param name="after">Day and id of the last row seen; empty for the first page.</param>
    public static async Task<List<AidReportRow>> Read(
        DbConnection connection, AidCondition where, string[] after, int limit, RegionBook regions, DateOnly today, CancellationToken cancellation)
    {
        if (after[1].Length > 0) where = where.With("(r.delivered_on<@afterDay OR (r.delivered_on=@afterDay AND r.report<@afterId))", ("afterDay", after[0]), ("afterId", after[1]));
        await using var command = connection.CreateCommand();
        command.CommandText = string.Create(
            CultureInfo.InvariantCulture, $"SELECT {Columns} FROM aid_reports r WHERE {where.Sql} ORDER BY r.delivered_on DESC, r.report DESC LIMIT {limit}");
        foreach (var (name, value) in where.Values) command.Add(name, value);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<AidReportRow>();
        while (await reader.ReadAsync(cancellation)) found.Add(Row(reader, regions, today));
        return found;
    }

    public static string[] Key(AidReportRow row) => [PersonFields.Day(row.DeliveredOn), row.Id];

    private static AidReportRow Row(DbDataReader reader, RegionBook regions, DateOnly today)
    {
        var (confirmed, paid, isMoney) = (reader.GetInt64(10), reader.GetInt64(12), reader.GetInt64(14) == 1);
        var due = AidDays.Read(reader.Text(19));
        return new(
            reader.GetString(0), reader.GetString(1), (int)reader.GetInt64(2), reader.GetString(3), reader.GetString(4), reader.GetString(5), reader.GetInt64(6) / 1000m,
            reader.GetString(7), new(reader.GetInt64(9), confirmed, reader.GetInt64(11), paid, isMoney ? confirmed - paid : 0, reader.GetInt64(13)),
            AidDays.Read(reader.GetString(15))!.Value, reader.GetString(16), RegionNames.Full(regions, reader.GetString(16)), reader.GetString(17),
            AidDays.Read(reader.Text(18)), due, due < today, AidDays.Read(reader.Text(20)), (int)reader.GetInt64(21), Convert.ToInt64(reader.GetValue(22), CultureInfo.InvariantCulture) == 1)
        { StatedFen = reader.GetInt64(8) };
    }
}
