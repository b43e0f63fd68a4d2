using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Releases;
using Revitalization.Domain.Audit;
using Revitalization.Silo.Audit;
using Revitalization.Silo.Requests;

namespace Revitalization.Silo.Releases;

/// <summary>
/// <c>POST /api/province-reads</c>: the province's portal records in the reader's own name what is read (审计), and answers only when it stands in the log.
/// </summary>
public static class ProvinceReads
{
    private const int AddressMax = 1000;

    public static void MapProvinceReads(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/province-reads", Record).RequireAuthorization(Roles.ProvinceAnalyst).WithSender().WithTags("审计");

    private static async Task<NoContent> Record(ProvinceReadBody body, AuditTrail trail, HttpContext http, CancellationToken cancellation)
    {
        var address = new string([.. (body.Address ?? "").Where(letter => !char.IsControl(letter))]);
        // Cut, but not so that the rest could be anything: who is asked later for the query can be held to it.
        if (address.Length > AddressMax) address = $"{address[..AddressMax]}… sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address)))}";
        await trail.Record(http.Sender().Account, new ProvinceFiguresRead(address, body.Release), cancellation);
        return TypedResults.NoContent();
    }
}
