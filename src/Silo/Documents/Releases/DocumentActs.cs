using Revitalization.Silo.Projections;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Documents.Releases;

/// <summary>Acts that changed what the public sees (公开、替代、废止), in the order of the log.</summary>
public sealed class DocumentActs(IRegistryDatabase database)
{
    private const int ActsMost = 200;

    /// <summary>The documents that changed after a place in the log, and the place of the last change read; bounded.</summary>
    public async Task<(IReadOnlyList<string> Documents, long Until)> After(long position, CancellationToken cancellation)
    {
        await using var connection = await database.OpenReader(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT seq, document FROM document_acts WHERE seq > @after ORDER BY seq LIMIT {ActsMost}";
        command.Add("after", position);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var (documents, until) = (new List<string>(), position);
        while (await reader.ReadAsync(cancellation))
        {
            until = reader.GetInt64(0);
            documents.Add(reader.GetString(1));
        }
        return ([.. documents.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], until);
    }
}
