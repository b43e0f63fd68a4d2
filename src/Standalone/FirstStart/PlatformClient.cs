using System.Net;
using System.Net.Http.Json;
using Revitalization.Hosting.Json;

namespace Revitalization.Standalone.FirstStart;

/// <summary>Calls the platform from outside, as a partner's program does: through the Gateway, with an API key.</summary>
internal sealed class PlatformClient : IDisposable
{
    private readonly HttpClient _http;

    public PlatformClient(Uri address, string apiKey)
    {
        _http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(10) };
        _http.DefaultRequestHeaders.Add("X-Api-Key", apiKey);
    }

    public async Task<HttpResponseMessage> Send(HttpMethod method, string path, HttpContent? content, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        return await Require(await _http.SendAsync(request, cancellation), path, cancellation);
    }

    public async Task<T> Get<T>(string path, CancellationToken cancellation)
    {
        using var answer = await Require(await _http.GetAsync(path, cancellation), path, cancellation);
        return await answer.Content.ReadFromJsonAsync<T>(ServiceJson.Options, cancellation)
            ?? throw new FirstLoadException($"{path} answered nothing.");
    }

    /// <summary>Null when there is none such.</summary>
    public async Task<T?> Find<T>(string path, CancellationToken cancellation)
        where T : class
    {
        using var answer = await _http.GetAsync(path, cancellation);
        if (answer.StatusCode == HttpStatusCode.NotFound) return null;
        using var found = await Require(answer, path, cancellation);
        return await found.Content.ReadFromJsonAsync<T>(ServiceJson.Options, cancellation);
    }

    public void Dispose() => _http.Dispose();

    private static async Task<HttpResponseMessage> Require(HttpResponseMessage answer, string path, CancellationToken cancellation)
    {
        if (answer.IsSuccessStatusCode) return answer;
        using (answer)
        {
            throw new FirstLoadException($"{path} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellation)}");
        }
    }
}
