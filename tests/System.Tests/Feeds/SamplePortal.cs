using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Revitalization.Hosting.Ports;
using Revitalization.Portal;
using Revitalization.Portal.Replica;

namespace Revitalization.SystemTests.Feeds;

/// <summary>A real portal on a free port, over two generated releases: 2022-12-31 and 2023-09-30.</summary>
public sealed class SamplePortal : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("feeds-portal-").FullName;
    private readonly GeneratedReleases _releases = new();
    private WebApplication? _app;

    /// <summary>Few, so that little is paged.</summary>
    public int PageRows { get; init; } = 50;

    public int ReleasesKept { get; init; } = 12;

    internal ReplicaStore Store { get; private set; } = null!;
    public HttpClient Client { get; private set; } = null!;
    public IServiceProvider Services => _app!.Services;

    public async ValueTask InitializeAsync()
    {
        _releases.Publish(new DateOnly(2022, 12, 31), SampleCounty.Rows(1));
        _releases.Publish(new DateOnly(2023, 9, 30), [.. SampleCounty.Rows(2, scale: 2), .. SampleAidRows.Lines()]); // The first was made before there was aid.
        _app = PortalService.Build(new PortalOptions("http://127.0.0.1:0", _folder, ReleaseSource: null, _releases.PinnedKey) { PageRows = PageRows, ReleasesKept = ReleasesKept, LogLevel = Microsoft.Extensions.Logging.LogLevel.Warning });
        Store = _app.Services.GetRequiredService<ReplicaStore>();
        await Store.CatchUp(_releases, CancellationToken.None);
        await _app.StartAsync();
        Client = new HttpClient { BaseAddress = _app.PublicAddress() };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app!.StopAsync();
        await _app.DisposeAsync();
        _releases.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A third release, taken in at once.</summary>
    public async Task PublishAgain()
    {
        _releases.Publish(new DateOnly(2023, 12, 31), [.. SampleCounty.Rows(3, scale: 3), .. SampleAidRows.Lines()]);
        await Store.CatchUp(_releases, CancellationToken.None);
    }

    /// <summary>The answer as JSON; its status must be 200.</summary>
    public async Task<JsonElement> Get(string address)
    {
        using var response = await Client.GetAsync(address);
        var body = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).ShouldBe(200, $"{address}: {body}");
        return JsonSerializer.Deserialize<JsonElement>(body);
    }

    public async Task<JsonElement[]> Rows(string address) => [.. (await Get(address)).GetProperty("value").EnumerateArray()];

    /// <summary>Status and message of a refusal.</summary>
    public async Task<(int Status, string Code, string Message)> Refusal(string address)
    {
        using var response = await Client.GetAsync(address);
        var body = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).ShouldBeGreaterThanOrEqualTo(400, $"{address}: {body}");
        var error = JsonSerializer.Deserialize<JsonElement>(body).GetProperty("error");
        return ((int)response.StatusCode, error.GetProperty("code").GetString()!, error.GetProperty("message").GetString()!);
    }

    public async Task<HttpResponseMessage> Send(string address, Action<HttpRequestHeaders> headers, string method = "GET")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        headers(request.Headers);
        return await Client.SendAsync(request);
    }

    /// <summary>A body as it was before <c>Content-Encoding</c>.</summary>
    public static byte[] Unpacked(byte[] bytes, string? encoding)
    {
        if (encoding is null) return bytes;
        using var packed = new MemoryStream(bytes);
        using Stream unpacked = encoding == "br" ? new BrotliStream(packed, CompressionMode.Decompress) : new GZipStream(packed, CompressionMode.Decompress);
        using var plain = new MemoryStream();
        unpacked.CopyTo(plain);
        return plain.ToArray();
    }
}
