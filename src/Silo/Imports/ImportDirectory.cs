using System.Data.Common;
using System.Globalization;
using Revitalization.Silo.Households;
using Revitalization.Silo.Projections;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Imports;

/// <summary>Lists of imports and column mappings (导入名录), within regions.</summary>
public sealed class ImportDirectory(IRegistryDatabase database)
{
    /// <summary>Ids, newest first.</summary>
    /// <param name="before">Position of the last one already seen; <see cref="long.MaxValue"/> for the first page.</param>
    public Task<List<(string Import, long Seq)>> Imports(
        IReadOnlyList<string> prefixes, long before, int limit, CancellationToken cancellation) =>
        Query(
            prefixes,
            within => string.Create(CultureInfo.InvariantCulture, $"SELECT import, received_seq FROM imports WHERE {within} AND received_seq < @before ORDER BY received_seq DESC LIMIT {limit}"),
            [("before", before)], reader => (reader.GetString(0), reader.GetInt64(1)), cancellation);

    public Task<List<(string Region, string Kind, string Source)>> Mappings(IReadOnlyList<string> prefixes, CancellationToken cancellation) =>
        Query(
            prefixes,
            within => $"SELECT region, kind, source FROM column_mappings WHERE {within} ORDER BY region, kind, source LIMIT 500",
            [], reader => (reader.GetString(0), reader.GetString(1), reader.GetString(2)), cancellation);

    private async Task<List<T>> Query<T>(
        IReadOnlyList<string> prefixes, Func<string, string> sql, (string, object?)[] also, Func<DbDataReader, T> read, CancellationToken cancellation)
    {
        var (within, values) = ScopeFilter.Of(prefixes, "region");
        await using var connection = await database.OpenReader(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = sql(within);
        foreach (var (name, value) in values) command.Add(name, value);
        foreach (var (name, value) in also) command.Add(name, value);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<T>();
        while (await reader.ReadAsync(cancellation)) found.Add(read(reader));
        return found;
    }
}
