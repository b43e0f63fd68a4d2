using System.Text.Json;
using Revitalization.Contracts.Releases;

namespace Revitalization.Portal.Replica;

/// <summary>Where releases are pulled from: a Silo over HTTP, or a test's memory.</summary>
public interface IReleaseSource
{
    /// <summary>The newest release's number, 0 before the first.</summary>
    Task<int> Newest(CancellationToken cancellation);

    Task<SignedRelease> Manifest(int number, CancellationToken cancellation);

    Task<Stream> Rows(int number, CancellationToken cancellation);
}

/// <summary>A Silo's internal <c>/releases</c>.</summary>
internal sealed class HttpReleaseSource(HttpClient http, string channel) : IReleaseSource
{
    private const int LargestManifest = 1 << 16;

    public async Task<int> Newest(CancellationToken cancellation)
    {
        using var document = JsonDocument.Parse(await Bytes($"releases/head?channel={channel}", cancellation));
        return document.RootElement.TryGetProperty("newest", out var newest) && newest.TryGetInt32(out var number) && number >= 0
            ? number
            : throw new ReleaseRejectedException("the source's head names no release");
    }

    public async Task<SignedRelease> Manifest(int number, CancellationToken cancellation) =>
        ManifestJson.Read(await Bytes($"releases/{number}/manifest.json?channel={channel}", cancellation));

    public async Task<Stream> Rows(int number, CancellationToken cancellation)
    {
        var response = await http.GetAsync(
            $"releases/{number}/rows.jsonl?channel={channel}", HttpCompletionOption.ResponseHeadersRead, cancellation);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStreamAsync(cancellation);
    }

    private async Task<byte[]> Bytes(string address, CancellationToken cancellation)
    {
        using var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation);
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        var bytes = new byte[LargestManifest];
        var length = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
        ReleaseVerification.Require(length < bytes.Length, "a manifest is too long");
        return bytes[..length];
    }
}
