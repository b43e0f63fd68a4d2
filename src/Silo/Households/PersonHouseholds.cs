using Revitalization.Silo.Projections;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Households;

/// <summary>The households a person stands in, as the register's table says, and the one that was named.</summary>
public sealed class PersonHouseholds(IRegistryDatabase database)
{
    public async Task<IReadOnlySet<string>> Of(string named, Guid person, CancellationToken cancellation)
    {
        await using var connection = await database.OpenReader(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT household FROM members WHERE person=@person";
        command.Add("person", person.ToString("N"));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new HashSet<string>(StringComparer.Ordinal) { named };
        while (await reader.ReadAsync(cancellation)) found.Add(reader.GetString(0));
        return found;
    }
}
