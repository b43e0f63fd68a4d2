using System.Globalization;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Monitoring;
using Revitalization.Domain.Audit;
using Revitalization.Silo.Audit;
using Revitalization.Silo.Households;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Regions;
using Revitalization.Silo.Requests;
using Revitalization.Storage.Keyring;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Monitoring.Lists;

/// <summary>Households of which register and files say different things (台账与档案不一致), by village: somebody must settle each.</summary>
public sealed class DifferenceList(IRegistryDatabase database, IKeyring keyring, AuditTrail audit)
{
    public async Task<Page<MonitoringDifference>> Page(string? region, string? cursor, int limit, Sender by, CancellationToken cancellation)
    {
        var rows = await Read(region, Cursor.Read(cursor, 2)!, limit + 1, by, cancellation);
        var shown = rows.Count > limit ? rows[..limit] : rows;
        var names = await HeadNames.Of(shown.Select(row => row.Head), keyring, cancellation);
        await audit.Record(by.Account, new PersonalDataSearched("monitoring-differences", by.Searched(region), shown.Count), cancellation);
        var next = rows.Count > limit ? Cursor.Write(shown[^1].Row.VillageCode, shown[^1].Row.Household) : null;
        return new([.. shown.Select(row => row.Row with { HeadNameMasked = names.Masked(row.Head) })], next);
    }

    private async Task<List<(MonitoringDifference Row, SealedHead? Head)>> Read(string? region, string[] after, int limit, Sender by, CancellationToken cancellation)
    {
        var where = new List<(string Sql, (string Name, object? Value)[] Values)> { ScopeFilter.Of(by, "d.village_code") };
        if (region is not null) where.Add(ScopeFilter.Of([RegionNames.Significant(region)], "d.village_code", "region"));
        if (after[1].Length > 0)
            where.Add(("d.village_code >= @afterVillage AND (d.village_code > @afterVillage OR d.household > @afterId)", [("afterVillage", after[0]), ("afterId", after[1])]));
        await using var connection = await database.OpenReader(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"""
            SELECT d.household, d.village_code, v.name, h.head_person, h.head_name, d.difference, d.registered_as, d.filed_as, d.step
            FROM monitoring_differences d LEFT JOIN households h ON h.household=d.household LEFT JOIN villages v ON v.code=d.village_code
            WHERE {string.Join(" AND ", where.Select(each => each.Sql))} ORDER BY d.village_code, d.household LIMIT {limit}
            """);
        foreach (var (name, value) in where.SelectMany(each => each.Values)) command.Add(name, value);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<(MonitoringDifference, SealedHead?)>();
        while (await reader.ReadAsync(cancellation))
        {
            found.Add((
                new(reader.GetString(0), reader.GetString(1), reader.Text(2) ?? "", null, reader.GetString(5), reader.Text(6), reader.Text(7), reader.Text(8)),
                SealedHead.Of(reader.Text(3), reader.Text(4))));
        }
        return found;
    }
}
