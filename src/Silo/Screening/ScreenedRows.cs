using System.Globalization;
using System.Text.Json;
using Revitalization.Domain.Screening;
using Revitalization.Silo.Households;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Regions;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Screening;

/// <summary>Rows of flagged households, by village: a page, or the next to report.</summary>
internal static class ScreenedRows
{
    public sealed record Row(FlaggedHousehold Flagged, string VillageName, bool Reported, SealedHead? Head);

    private const int NamesPerQuery = 400;

    public static Task<List<Row>> Find(IRegistryDatabase database, ScreenedQuery query, string[] scope, CancellationToken cancellation) =>
        Find(database, query, new SearchConditions(), scope, cancellation);

    /// <summary>Those of the households named that the screening flagged.</summary>
    public static async Task<List<Row>> Named(
        IRegistryDatabase database, ScreenedQuery query, IReadOnlyList<string> households, string[] scope, CancellationToken cancellation)
    {
        var found = new List<Row>();
        foreach (var some in households.Distinct(StringComparer.Ordinal).Chunk(NamesPerQuery))
        {
            var where = new SearchConditions();
            where.And($"s.household IN ({string.Join(',', some.Select((_, at) => $"@household{at}"))})", [.. some.Select((id, at) => ($"household{at}", (object?)id))]);
            found.AddRange(await Find(database, query, where, scope, cancellation));
        }
        return found;
    }

    private static async Task<List<Row>> Find(
        IRegistryDatabase database, ScreenedQuery query, SearchConditions where, string[] scope, CancellationToken cancellation)
    {
        where.And("s.county=@county AND s.screening=@screening", ("county", query.County), ("screening", query.Screening));
        AddWithin(where, scope, "scope");
        if (query.Region is { } region) AddWithin(where, [RegionNames.Significant(region)], "region");
        if (query.Reason is { } reason) where.And("(s.reasons & @reason) <> 0", ("reason", (long)reason));
        if (query.After[1].Length > 0)
            where.And("s.village_code >= @afterVillage AND (s.village_code > @afterVillage OR s.household > @afterId)", ("afterVillage", query.After[0]), ("afterId", query.After[1]));
        await using var connection = await database.OpenReader(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"""
            SELECT s.household, s.village_code, s.reasons, s.figures, s.reported, v.name, h.head_person, h.head_name
            FROM screened_households s LEFT JOIN villages v ON v.code=s.village_code LEFT JOIN households h ON h.household=s.household
            WHERE {where.Sql} ORDER BY s.village_code, s.household LIMIT {query.Limit}
            """);
        foreach (var (name, value) in where.Values) command.Add(name, value);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<Row>();
        while (await reader.ReadAsync(cancellation))
        {
            var flagged = new FlaggedHousehold(
                reader.GetString(0), reader.GetString(1), (ScreeningReasons)reader.GetInt64(2),
                JsonSerializer.Deserialize(reader.GetString(3), FiguresJson.Default.ScreeningFigures));
            found.Add(new(flagged, reader.Text(5) ?? "", reader.GetInt64(4) != 0, SealedHead.Of(reader.Text(6), reader.Text(7))));
        }
        return found;
    }

    private static void AddWithin(SearchConditions where, IReadOnlyList<string> prefixes, string name)
    {
        var (sql, values) = ScopeFilter.Of(prefixes, "s.village_code", name);
        where.And(sql, values);
    }
}
