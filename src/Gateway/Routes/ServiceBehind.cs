using Revitalization.Hosting.Health;

namespace Revitalization.Gateway.Routes;

/// <summary>The Gateway is ready when the services behind it are.</summary>
internal sealed class ServiceBehind(string name, Uri internalAddress) : IReadinessCheck, IDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(2) };

    public string Name => name;

    public async ValueTask<string?> WhyNotReady(CancellationToken cancellation)
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri(internalAddress, "/health/ready"), cancellation);
            return answer.IsSuccessStatusCode ? null : "not ready";
        }
        catch (HttpRequestException)
        {
            return "unreachable";
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return "no answer in time";
        }
    }

    public void Dispose() => _http.Dispose();
}
