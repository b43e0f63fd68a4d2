using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using HeaderNames = Microsoft.Net.Http.Headers.HeaderNames;

namespace Revitalization.Workbench.SiloApi;

/// <summary>
/// The Silo's HTTP API in the name of whoever asked for the page: their bearer token goes along, so the Silo alone decides what they
/// may see. Bodies are never logged.
/// </summary>
public sealed partial class SiloClient(HttpClient http, IHttpContextAccessor context)
{
    // Lenient in what it reads: a Silo one release ahead may say more than these pages know.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>
    /// A page that was to show its reader's own write (<c>after=</c>) and waited in vain shows what there is: the write is safe, and a page
    /// a moment old serves better than none.
    /// </summary>
    public async Task<Answer<T>> Get<T>(string path, CancellationToken cancellation)
    {
        var answer = await Ask<T>(new HttpRequestMessage(HttpMethod.Get, path), cancellation);
        return answer.Problem?.Type?.EndsWith("query.not-yet-projected", StringComparison.Ordinal) == true && After().IsMatch(path)
            ? await Ask<T>(new HttpRequestMessage(HttpMethod.Get, After().Replace(path, "")), cancellation)
            : answer;
    }

    public Task<Answer<T>> Post<T>(string path, object body, CancellationToken cancellation) =>
        Ask<T>(new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body, options: Json) }, cancellation);

    /// <param name="version">The version the form was filled from; a stale one is refused by the Silo. Null for an act.</param>
    public Task<Answer<T>> Put<T>(string path, object body, long? version, CancellationToken cancellation)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(body, options: Json) };
        if (version is { } known) request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{known}\""));
        return Ask<T>(request, cancellation);
    }

    public Task<Answer<T>> Send<T>(HttpRequestMessage request, CancellationToken cancellation) => Ask<T>(request, cancellation);

    /// <summary>Passes a file through without keeping it; the caller disposes of the response.</summary>
    public async Task<HttpResponseMessage> Download(string path, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        Sign(request);
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
    }

    private async Task<Answer<T>> Ask<T>(HttpRequestMessage request, CancellationToken cancellation)
    {
        using var sent = request;
        Sign(sent);
        using var response = await http.SendAsync(sent, HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (!response.IsSuccessStatusCode) return new(default, await Refusal(response, cancellation));
        return response.StatusCode == HttpStatusCode.NoContent || response.Content.Headers.ContentLength == 0
            ? default
            : new(await response.Content.ReadFromJsonAsync<T>(Json, cancellation), null);
    }

    [GeneratedRegex("[?&]after=[0-9]+$", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex After();

    private void Sign(HttpRequestMessage request)
    {
        var authorization = context.HttpContext?.Request.Headers[HeaderNames.Authorization].ToString();
        if (!string.IsNullOrEmpty(authorization)) request.Headers.TryAddWithoutValidation(HeaderNames.Authorization, authorization);
    }

    internal static async Task<Problem> Refusal(HttpResponseMessage response, CancellationToken cancellation)
    {
        var status = (int)response.StatusCode;
        if (response.Content.Headers.ContentType?.MediaType is not ("application/problem+json" or "application/json"))
            return new Problem(status, null, null, null, null, null);
        var stated = await response.Content.ReadFromJsonAsync<Problem>(Json, cancellation);
        return stated is null ? new Problem(status, null, null, null, null, null) : stated with { Status = status };
    }
}
