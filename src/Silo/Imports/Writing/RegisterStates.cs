using System.Globalization;
using Revitalization.Domain.Events;
using Revitalization.Domain.Households;
using Revitalization.Silo.Projections;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Imports.Writing;

/// <summary>Households as the register's tables hold them, many in one query.</summary>
internal sealed class RegisterStates(IRegistryDatabase database)
{
    public async Task<Dictionary<string, Household>> Of(IReadOnlyCollection<string> households, CancellationToken cancellation)
    {
        var found = new Dictionary<string, Household>(StringComparer.Ordinal);
        await using var connection = await database.OpenReader(cancellation);
        foreach (var some in households.Chunk(400))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT household, schema_version, state FROM household_states WHERE household IN ({string.Join(',', some.Select((_, at) => $"@p{at}"))})";
            for (var at = 0; at < some.Length; at++) command.Add($"p{at}", some[at]);
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                if (Convert.ToInt32(reader.GetValue(1), CultureInfo.InvariantCulture) == Snapshots.Household.SchemaVersion)
                    found[reader.GetString(0)] = Snapshots.Household.Read(reader.GetFieldValue<byte[]>(2));
            }
        }
        return found;
    }

    /// <summary>Ids of a region's households after one, in order.</summary>
    public async Task<List<string>> Next(string region, string after, int limit, CancellationToken cancellation)
    {
        var (within, values) = Silo.Households.ScopeFilter.Of([region], "village_code");
        await using var connection = await database.OpenReader(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = string.Create(
            CultureInfo.InvariantCulture, $"SELECT household FROM households WHERE {within} AND active = 1 AND household > @after ORDER BY household LIMIT {limit}");
        foreach (var (name, value) in values) command.Add(name, value);
        command.Add("after", after);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<string>();
        while (await reader.ReadAsync(cancellation)) found.Add(reader.GetString(0));
        return found;
    }
}
