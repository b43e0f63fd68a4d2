using System.Data.Common;
using System.Globalization;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Monitoring;
using Revitalization.Domain.Audit;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Audit;
using Revitalization.Silo.Households;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Regions;
using Revitalization.Silo.Requests;
using Revitalization.Storage.Keyring;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Screening;

/// <summary>How far a campaign has come (覆盖情况): which villages, by whom, and which households nobody has seen yet.</summary>
public sealed class CampaignReader(IRegistryDatabase database, IKeyring keyring, AuditTrail audit, RegionBook regions)
{
    private const int CampaignsMax = 200;

    private const string Seen = "LEFT JOIN campaign_checks c ON c.campaign=@campaign AND c.household=h.household";

    /// <param name="id">Null for all of the county, the newest first.</param>
    public async Task<IReadOnlyList<CampaignView>> Find(string county, string? id, Sender by, CancellationToken cancellation)
    {
        var campaigns = await Query(
            $"SELECT id, title, from_on, until_on FROM campaigns WHERE county=@county{(id is null ? "" : " AND id=@id")} ORDER BY from_on DESC, id LIMIT {CampaignsMax.ToString(CultureInfo.InvariantCulture)}",
            [("county", county), ("id", id)], reader => (Id: reader.GetString(0), Title: reader.GetString(1), From: Day(reader, 2), Until: Day(reader, 3)), cancellation);
        var found = new List<CampaignView>(campaigns.Count);
        foreach (var campaign in campaigns)
        {
            var rows = await Coverage(county, campaign.Id, by.Regions(), county, cancellation);
            found.Add(new(campaign.Id, campaign.Title, campaign.From, campaign.Until, rows.Sum(row => row.Households), rows.Sum(row => row.Seen)));
        }
        return found;
    }

    /// <summary>Each region one level below, in order of code; of a township its villages.</summary>
    public async Task<IReadOnlyList<CoverageRegion>> Regions(string county, string campaign, string region, Sender by, CancellationToken cancellation)
    {
        var rows = await Coverage(county, campaign, by.Regions(), region, cancellation);
        return [.. rows.GroupBy(row => row.Code, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new CoverageRegion(
            group.Key, group.First().Name ?? regions.Find(group.Key)?.Name ?? group.Key, group.Sum(row => row.Households), group.Sum(row => row.Seen),
            [.. group.Where(row => row.By is not null).Select(row => new CoverageBy(row.By!, row.Seen)).OrderByDescending(each => each.Seen)]))];
    }

    public async Task<Page<UnseenHousehold>> Unseen(
        string county, string campaign, string? region, string[] after, int limit, Sender by, CancellationToken cancellation)
    {
        var (within, values) = Within(county, by.Regions(), region ?? county);
        var keyset = after[1].Length > 0 ? " AND h.village_code >= @afterVillage AND (h.village_code > @afterVillage OR h.household > @afterId)" : "";
        var rows = await Query(
            string.Create(CultureInfo.InvariantCulture, $"""
            SELECT h.household, h.village_code, v.name, h.head_person, h.head_name FROM households h {Seen} LEFT JOIN villages v ON v.code=h.village_code
            WHERE {within} AND h.active=1 AND c.household IS NULL{keyset} ORDER BY h.village_code, h.household LIMIT {limit + 1}
            """),
            [.. values, ("campaign", campaign), ("afterVillage", after[0]), ("afterId", after[1])],
            reader => (Row: new UnseenHousehold(reader.GetString(0), reader.GetString(1), reader.Text(2) ?? "", null), Head: SealedHead.Of(reader.Text(3), reader.Text(4))),
            cancellation);
        var shown = rows.Count > limit ? rows[..limit] : rows;
        var names = await HeadNames.Of(shown.Select(row => row.Head), keyring, cancellation);
        await audit.Record(by.Account, new PersonalDataSearched("campaign-unseen", region ?? county, shown.Count), cancellation);
        var next = rows.Count > limit ? Cursor.Write(shown[^1].Row.VillageCode, shown[^1].Row.Household) : null;
        return new([.. shown.Select(row => row.Row with { HeadNameMasked = names.Masked(row.Head) })], next);
    }

    private Task<List<Covered>> Coverage(string county, string campaign, string[] scope, string region, CancellationToken cancellation)
    {
        var (within, values) = Within(county, scope, region);
        var below = RegionNames.Significant(region).Length >= 9 ? 12 : 9;
        return Query(
            string.Create(CultureInfo.InvariantCulture, $"""
            SELECT substr(h.village_code, 1, {below}), v.name, c.by_account, COUNT(*), COUNT(c.household) FROM households h {Seen}
            LEFT JOIN villages v ON v.code=substr(h.village_code, 1, {below})
            WHERE {within} AND h.active=1 GROUP BY substr(h.village_code, 1, {below}), v.name, c.by_account
            """),
            [.. values, ("campaign", campaign)],
            reader => new Covered(reader.GetString(0), reader.Text(1), reader.Text(2), Count(reader, 3), Count(reader, 4)), cancellation);
    }

    private static (string Sql, List<(string Name, object? Value)> Values) Within(string county, string[] scope, string region)
    {
        var conditions = new[] { ScopeFilter.Of([county], "h.village_code", "county"), ScopeFilter.Of(scope, "h.village_code"), ScopeFilter.Of([RegionNames.Significant(region)], "h.village_code", "region") };
        return (string.Join(" AND ", conditions.Select(each => each.Sql)), [.. conditions.SelectMany(each => each.Values)]);
    }

    private async Task<List<T>> Query<T>(
        string sql, IReadOnlyList<(string Name, object? Value)> values, Func<DbDataReader, T> read, CancellationToken cancellation)
    {
        await using var connection = await database.OpenReader(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values.Where(each => sql.Contains($"@{each.Name}", StringComparison.Ordinal))) command.Add(name, value);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<T>();
        while (await reader.ReadAsync(cancellation)) found.Add(read(reader));
        return found;
    }

    private static DateOnly Day(DbDataReader reader, int column) => DateOnly.ParseExact(reader.GetString(column), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static long Count(DbDataReader reader, int column) => Convert.ToInt64(reader.GetValue(column), CultureInfo.InvariantCulture);

    private sealed record Covered(string Code, string? Name, string? By, long Households, long Seen);
}
