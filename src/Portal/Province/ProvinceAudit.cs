using System.Net.Http.Json;
using Microsoft.Net.Http.Headers;
using Revitalization.Contracts.Releases;
using Revitalization.Hosting.Json;
using Revitalization.Portal.OData.Requests;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Province;

/// <summary>Has the Silo write down who reads what, in the reader's own name: with the token that the reader showed.</summary>
internal sealed class ProvinceAudit(PortalOptions options, IReplicaReader replica) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = options.ReleaseSource, Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>What stands in a body (<c>…/$query</c>, <c>$batch</c>) is written down as what stands in an address is; on the public portal nothing is.</summary>
    /// <param name="asked">Paths and queries.</param>
    public static async Task RecordBody(HttpContext http, IEnumerable<string> asked)
    {
        if (http.RequestServices.GetService<ProvinceAudit>() is not { } audit) return;
        foreach (var address in asked)
        {
            if (!await audit.Record(http, address)) throw new QueryFaultException(StatusCodes.Status503ServiceUnavailable, "not-audited", "读取记录没有写成，暂不能读，请稍后再试。");
        }
    }

    /// <returns>False where it could not be written down: then nothing is read.</returns>
    public async Task<bool> Record(HttpContext http, string asked)
    {
        if (options.ReleaseSource is null) return false;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/province-reads")
        {
            Content = JsonContent.Create(new ProvinceReadBody(asked, replica.Current?.Number ?? 0), options: ServiceJson.Options),
        };
        request.Headers.TryAddWithoutValidation(HeaderNames.Authorization, http.Request.Headers.Authorization.ToString());
        try
        {
            using var answer = await _http.SendAsync(request, http.RequestAborted);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception failed) when (failed is HttpRequestException || (failed is OperationCanceledException && !http.RequestAborted.IsCancellationRequested))
        {
            return false;
        }
    }

    public void Dispose() => _http.Dispose();
}
