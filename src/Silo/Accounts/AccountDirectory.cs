using Revitalization.Contracts.Accounts;
using Revitalization.Silo.Projections;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Accounts;

/// <summary>The list of accounts; names from the tables, each account from its own grain.</summary>
public sealed class AccountDirectory(IRegistryDatabase database, AccountDesk desk, TimeProvider clock)
{
    public async Task<IReadOnlyList<AccountView>> List(string after, int limit, CancellationToken cancellation)
    {
        var found = new List<AccountView>();
        foreach (var name in await Names(after, limit, cancellation))
        {
            if (await desk.Find(name, clock) is { } view) found.Add(view);
        }
        return found;
    }

    private async Task<List<string>> Names(string after, int limit, CancellationToken cancellation)
    {
        await using var connection = await database.OpenReader(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT account FROM accounts WHERE account > @after ORDER BY account LIMIT @limit";
        command.Add("after", after);
        command.Add("limit", (long)limit);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var names = new List<string>();
        while (await reader.ReadAsync(cancellation)) names.Add(reader.GetString(0));
        return names;
    }
}
