using System.Data.Common;
using System.Globalization;
using Revitalization.Contracts.Monitoring;
using Revitalization.Silo.Households;
using Revitalization.Silo.Projections;

namespace Revitalization.Silo.Monitoring.Lists;

/// <summary>One row as the tables hold it, the head's name still shut.</summary>
internal sealed record FileRow(MonitoringRow Row, SealedHead? Head)
{
    public static FileRow Read(DbDataReader reader) => new(
        new(
            reader.GetString(0), reader.GetString(1), reader.Text(2) ?? "", null, (int)(Number(reader, 5) ?? 0), reader.GetString(6), Day(reader, 7)!.Value,
            reader.Text(8), reader.Text(9), reader.Text(10), (int)(Number(reader, 11) ?? 0), Day(reader, 12), (int)reader.GetInt64(13), reader.Text(14),
            !reader.IsDBNull(15), reader.Text(16), Day(reader, 17), false, Day(reader, 18), (int)reader.GetInt64(19), reader.Text(20)),
        SealedHead.Of(reader.Text(3), reader.Text(4)));

    public MonitoringRow Show(HeadNames names, DateOnly today) => Row with { HeadNameMasked = names.Masked(Head), IsOverdue = Row.DueOn < today };

    internal static DateOnly? Day(DbDataReader reader, int column) =>
        reader.Text(column) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static long? Number(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);
}
