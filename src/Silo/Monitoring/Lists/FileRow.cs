using System.Data.Common;
using System.Globalization;
using Revitalization.Silo.Households;
using Revitalization.Silo.Projections;

namespace Revitalization.Silo.Monitoring.Lists;

/// <summary>One row as the tables hold it, the head's name still shut.</summary>
internal sealed record FileRow(string Household, string Village, int Members, SealedHead? Head, string Card)
{
    public static FileRow Read(DbDataReader reader) => new(
        reader.GetString(0), reader.GetString(1), (int)reader.GetInt64(2), SealedHead.Of(reader.GetString(3)), reader.GetString(4));

    internal static DateOnly? Day(DbDataReader reader, int column) =>
        reader.Text(column) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
