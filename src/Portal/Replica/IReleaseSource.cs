using System.Net;
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

    /// <summary>The changes of the channel's key, oldest first; none where it was never changed.</summary>
    Task<IReadOnlyList<SignedKeyStatement>> Keys(CancellationToken cancellation);

    /// <summary>The rows that were redacted; null where none ever was.</summary>
    Task<SignedRedactions?> Redactions(CancellationToken cancellation);
}

/// <summary>A Silo's internal <c>/releases</c>.</summary>
internal sealed class HttpReleaseSource(HttpClient http, string channel) : IReleaseSource
{
    private const int LargestManifest = 1 << 16;
    private const int LargestList = 1 << 25;

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

    public async Task<IReadOnlyList<SignedKeyStatement>> Keys(CancellationToken cancellation) =>
        await Optional($"releases/keys.json?channel={channel}", cancellation) is { } bytes ? KeyStatementJson.Read(bytes) : [];

    public async Task<SignedRedactions?> Redactions(CancellationToken cancellation) =>
        await Optional($"releases/redactions.json?channel={channel}", cancellation) is { } bytes ? RedactionJson.Read(bytes) : null;

    private async Task<byte[]> Bytes(string address, CancellationToken cancellation)
    {
        using var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation);
        response.EnsureSuccessStatusCode();
        return await Bytes(response, LargestManifest, cancellation);
    }

    private async Task<byte[]?> Optional(string address, CancellationToken cancellation)
    {
        using var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (response.StatusCode == HttpStatusCode.NotFound) return null;
        response.EnsureSuccessStatusCode();
        return await Bytes(response, LargestList, cancellation);
    }

    private static async Task<byte[]> Bytes(HttpResponseMessage response, int most, CancellationToken cancellation)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        using var bytes = new MemoryStream();
        var piece = new byte[1 << 14];
        while (await body.ReadAsync(piece, cancellation) is > 0 and var length)
        {
            ReleaseVerification.Require(bytes.Length + length < most, "a manifest or a list is too long");
            bytes.Write(piece, 0, length);
        }
        return bytes.ToArray();
    }
}
