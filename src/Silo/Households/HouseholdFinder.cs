using System.Data.Common;
using System.Globalization;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Households;
using Revitalization.Contracts.Identity;
using Revitalization.Domain.Audit;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Privacy;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Audit;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Regions;
using Revitalization.Silo.Requests;
using Revitalization.Silo.Villages;
using Revitalization.Storage.Keyring;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Households;

/// <summary>Finds households in the register's tables (检索), inside the sender's scope only.</summary>
public sealed class HouseholdFinder(
    IRegistryDatabase database, IKeyring keyring, BlindIndex blindIndex, VillageBook villages, AuditTrail audit, TimeProvider clock)
{
    private const string Columns = """
        h.household, h.village_code, h.kind, h.monitored, h.risk_cleared, h.resettled, h.members, h.head_person, h.head_name,
        h.latest_quarter, h.latest_per_head, h.active, h.version, h.village_group
        """;

    public async Task<(Page<HouseholdFound>? Page, Refused? Refusal)> Find(
        HouseholdSearch search, string[] after, Sender by, CancellationToken cancellation)
    {
        if (search.RegionCode is { } region && !by.Meets(region)) return (null, AccessRefusal.ScopeElsewhere.On("regionCode"));
        Guid? person = null;
        if (search.NationalId is not null)
        {
            if (NationalId.TryParse(search.NationalId, clock.ChinaToday(), out var id) is { } broken) return (null, broken.On("nationalId"));
            person = (await keyring.Find(blindIndex.OfNationalId(id!.Text), cancellation))?.Person ?? Guid.Empty;
        }
        var rows = await Query(Conditions(search, person, after, by), search.Limit + 1, cancellation);
        var found = await Open([.. rows.Take(search.Limit)], cancellation);
        if (search.NationalId is not null || search.Name is not null) await Record(search, by, found.Count, cancellation);
        var next = rows.Count > search.Limit ? Cursor.Write(rows[search.Limit - 1].Village, rows[search.Limit - 1].Id) : null;
        return (new(found, next), null);
    }

    private static SearchConditions Conditions(HouseholdSearch search, Guid? person, string[] after, Sender by, BlindIndex blindIndex)
    {
        var where = new SearchConditions();
        where.Within(by.Regions(), "scope");
        if (search.RegionCode is { } region) where.Within([RegionNames.Significant(region)], "region");
        if (after[1].Length > 0) where.And("(h.village_code > @afterVillage OR (h.village_code = @afterVillage AND h.household > @afterId))", ("afterVillage", after[0]), ("afterId", after[1]));
        if (person is { } known) where.And("h.household IN (SELECT household FROM members WHERE person=@person)", ("person", known.ToString("N", CultureInfo.InvariantCulture)));
        if (search.Name is { } name) where.And("h.household IN (SELECT household FROM members WHERE name_index=@name)", ("name", blindIndex.OfName(name)));
        if (search.HouseholdId is { Length: > 0 } id) where.And("substr(h.household, 1, @idLength) = @id", ("id", id), ("idLength", (long)id.Length));
        if (search.Kind is { } kind) where.And("h.kind=@kind", ("kind", kind));
        if (search.Monitored is { } monitored) where.And("h.monitored=@monitored", ("monitored", monitored));
        if (search.Resettled is { } resettled) where.And("h.resettled=@resettled", ("resettled", resettled ? 1L : 0L));
        if (search.Duplicates) where.And("h.household IN (SELECT m.household FROM members m JOIN duplicates d ON d.person=m.person)");
        return where;
    }

    private SearchConditions Conditions(HouseholdSearch search, Guid? person, string[] after, Sender by) =>
        Conditions(search, person, after, by, blindIndex);

    private async Task<List<Row>> Query(SearchConditions where, int limit, CancellationToken cancellation)
    {
        await using var connection = await database.OpenReader(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = string.Create(
            CultureInfo.InvariantCulture, $"SELECT {Columns} FROM households h WHERE {where.Sql} ORDER BY h.village_code, h.household LIMIT {limit}");
        foreach (var (name, value) in where.Values) command.Add(name, value);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<Row>();
        while (await reader.ReadAsync(cancellation)) rows.Add(Row.Read(reader));
        return rows;
    }

    private async Task<List<HouseholdFound>> Open(List<Row> rows, CancellationToken cancellation)
    {
        await villages.Ensure(rows.Select(row => row.Village).Distinct(StringComparer.Ordinal));
        var names = await HeadNames.Of(rows.Select(row => row.Head), keyring, cancellation);
        return [.. rows.Select(row => row.Show(villages.Find(row.Village)?.Name ?? "", names.Masked(row.Head)))];
    }

    private Task Record(HouseholdSearch search, Sender by, int found, CancellationToken cancellation) => audit.Record(
        by.Account, new PersonalDataSearched(search.NationalId is not null ? "national-id" : "name", by.Searched(search.RegionCode), found), cancellation);

    private sealed record Row(
        string Id, string Village, string Kind, string? Monitored, bool RiskCleared, bool Resettled, int Members, SealedHead? Head,
        string? Quarter, long? PerHead, bool Active, long Version, string? Group)
    {
        public static Row Read(DbDataReader reader) => new(
            reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.Text(3), reader.GetInt64(4) != 0, reader.GetInt64(5) != 0,
            (int)reader.GetInt64(6), SealedHead.Of(reader.Text(7), reader.Text(8)), reader.Text(9),
            reader.IsDBNull(10) ? null : reader.GetInt64(10), reader.GetInt64(11) != 0, reader.GetInt64(12), reader.Text(13));

        public HouseholdFound Show(string villageName, string? headName) => new(
            Id, Village, villageName, Group, Kind, Monitored, RiskCleared, Resettled, Members, headName, Quarter, PerHead, Active, Version);
    }
}
