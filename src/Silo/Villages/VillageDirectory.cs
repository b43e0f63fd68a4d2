using System.Data.Common;
using System.Globalization;
using Revitalization.Contracts.Villages;
using Revitalization.Domain.Regions;
using Revitalization.Domain.Villages;
using Revitalization.Silo.Households;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Regions;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Villages;

/// <summary>Villages as listed (村名录); nothing here is personal.</summary>
public sealed class VillageDirectory(IRegistryDatabase database, RegionBook regions)
{
    /// <param name="prefixes">Beginnings of codes; an empty one means every village.</param>
    public async Task<IReadOnlyList<VillageView>> List(
        IReadOnlyList<string> prefixes, string after, int limit, CancellationToken cancellation)
    {
        var (within, values) = prefixes is [""] ? ("1=1", []) : ScopeFilter.Of(prefixes, "code");
        await using var connection = await database.OpenReader(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            SELECT code, name, kinds, valid_from, valid_until, predecessors, successors, version FROM villages
            WHERE {within} AND code > @after ORDER BY code LIMIT {limit}
            """);
        foreach (var (name, value) in values) command.Add(name, value);
        command.Add("after", after);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<VillageView>();
        while (await reader.ReadAsync(cancellation)) found.Add(Read(reader));
        return found;
    }

    private VillageView Read(DbDataReader reader)
    {
        var (code, kinds) = (reader.GetString(0), (VillageKinds)reader.GetInt64(2));
        return new(
            code, reader.GetString(1), RegionNames.Full(regions, code), Day(reader.GetString(3)),
            reader.Text(4) is { } until ? Day(until) : null, Grade(kinds), kinds.HasFlag(VillageKinds.ProvincialKey),
            kinds.HasFlag(VillageKinds.WeakIndustry), VillageCode.IsSynthetic(code), Codes(reader.GetString(5)), Codes(reader.GetString(6)),
            reader.GetInt64(7));
    }

    private static string Grade(VillageKinds kinds) =>
        kinds.HasFlag(VillageKinds.LowIncomeProvincial) ? "provincial" : kinds.HasFlag(VillageKinds.LowIncomeCounty) ? "county" : "none";

    private static string[] Codes(string joined) => joined.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
