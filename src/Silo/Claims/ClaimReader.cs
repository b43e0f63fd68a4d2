using System.Globalization;
using Revitalization.Contracts.Claims;
using Revitalization.Contracts.Commands;
using Revitalization.Domain.Claims;
using Revitalization.Domain.Events;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Requests;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Claims;

/// <summary>A county's claims (表述核验清单), each with what comes of checking it now.</summary>
public sealed class ClaimReader(IRegistryDatabase database, ClaimDesk desk)
{
    public async Task<Page<ClaimView>> Page(string county, string after, int limit, CancellationToken cancellation)
    {
        await using var connection = await database.OpenReader(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = string.Create(
            CultureInfo.InvariantCulture, $"SELECT claim, version, figure FROM claims WHERE county=@county AND claim>@after ORDER BY claim LIMIT {limit + 1}");
        command.Add("county", county);
        command.Add("after", after);
        var found = new List<ClaimView>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var put = EventCatalog.Read<ClaimPut>("claim.put", 1, reader.GetFieldValue<byte[]>(2));
            found.Add(desk.View(county, reader.GetString(0), put.On, put.Figure, reader.GetInt64(1)));
        }
        return found.Count > limit ? new(found[..limit], Cursor.Write(found[limit - 1].Claim)) : new(found, null);
    }
}
