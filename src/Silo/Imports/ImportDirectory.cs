using System.Data.Common;
using System.Globalization;
using Revitalization.Contracts.Identity;
using Revitalization.Silo.Households;
using Revitalization.Silo.Projections;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Imports;

/// <summary>Lists of imports and column mappings (导入名录), within regions or, for a partner, within its partnerships.</summary>
public sealed class ImportDirectory(IRegistryDatabase database)
{
    /// <summary>Ids, newest first.</summary>
    /// <param name="before">Position of the last one already seen; <see cref="long.MaxValue"/> for the first page.</param>
    public Task<List<(string Import, long Seq)>> Imports(Sender by, long before, int limit, CancellationToken cancellation) =>
        Query(
            Within(by),
            within => string.Create(CultureInfo.InvariantCulture, $"SELECT import, received_seq FROM imports WHERE {within} AND received_seq < @before ORDER BY received_seq DESC LIMIT {limit}"),
            [("before", before)], reader => (reader.GetString(0), reader.GetInt64(1)), cancellation);

    public Task<List<(string Region, string Kind, string Source)>> Mappings(IReadOnlyList<string> prefixes, CancellationToken cancellation) =>
        Query(
            ScopeFilter.Of(prefixes, "region"),
            within => $"SELECT region, kind, source FROM column_mappings WHERE {within} ORDER BY region, kind, source LIMIT 500",
            [], reader => (reader.GetString(0), reader.GetString(1), reader.GetString(2)), cancellation);

    /// <summary>A county's regions, a partner's partnerships, nobody else's anything.</summary>
    private static (string Sql, (string Name, object? Value)[] Values) Within(Sender by)
    {
        if (by.Role != Roles.PartnerCity) return ScopeFilter.Of(by.Role == Roles.County ? by.Regions() : [], "region");
        var places = ImportPlace.Partnerships(by);
        return places.Count == 0
            ? ("1=0", [])
            : ($"region IN ({string.Join(',', places.Select((_, at) => $"@place{at}"))})", [.. places.Select((scope, at) => ($"place{at}", (object?)scope.ToString()))]);
    }

    private async Task<List<T>> Query<T>(
        (string Sql, (string Name, object? Value)[] Values) within, Func<string, string> sql, (string, object?)[] also, Func<DbDataReader, T> read, CancellationToken cancellation)
    {
        await using var connection = await database.OpenReader(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = sql(within.Sql);
        foreach (var (name, value) in within.Values) command.Add(name, value);
        foreach (var (name, value) in also) command.Add(name, value);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<T>();
        while (await reader.ReadAsync(cancellation)) found.Add(read(reader));
        return found;
    }
}
