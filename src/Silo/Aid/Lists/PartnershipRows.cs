using System.Data.Common;
using Revitalization.Silo.Projections;

namespace Revitalization.Silo.Aid.Lists;

/// <summary>A partnership as totals and boards need it.</summary>
internal sealed record PartnershipLine(string Code, string Kind, string Donor, string Recipient, int StartYear, int? EndYear);

internal static class PartnershipRows
{
    private const int PartnershipsMost = 5_000;

    /// <summary>Those the sender may see, by code. A deployment has hundreds, so that a map of them all is a page's worth.</summary>
    public static async Task<Dictionary<string, PartnershipLine>> Read(DbConnection connection, AidCondition where, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"SELECT p.code, p.kind, p.donor, p.recipient, p.start_year, p.end_year FROM aid_partnerships p WHERE {where.Sql} ORDER BY p.code LIMIT {PartnershipsMost}");
        foreach (var (name, value) in where.Values) command.Add(name, value);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new Dictionary<string, PartnershipLine>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellation))
        {
            found.Add(reader.GetString(0), new(
                reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), (int)reader.GetInt64(4), reader.IsDBNull(5) ? null : (int)reader.GetInt64(5)));
        }
        return found;
    }
}
