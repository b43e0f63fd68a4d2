using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Data;

/// <summary>A set in one format.</summary>
/// <param name="Ending">Of its file, with the dot.</param>
internal sealed record PreparedSet(SetModel Set, string Ending, IRowFormat Format);

/// <summary>
/// Whole sets of a release as files: plain, and compressed in each way that callers accept. They never change, so a download that
/// broke off goes on where it stopped (Range, If-Range), and its length is known before it begins.
/// </summary>
internal sealed class PreparedFiles(ReplicaStore store)
{
    // Another build may write a set in another way: it finds none of these and makes its own.
    private static readonly string Edition = typeof(PreparedFiles).Module.ModuleVersionId.ToString("N");

    /// <summary>As callers name them, the best first, and the ending of their files.</summary>
    public static readonly IReadOnlyList<(string Encoding, string Ending)> Encodings = [("br", ".br"), ("gzip", ".gz")];

    public string Folder(int release) => Path.Combine(store.Files.Prepared, $"{ReleaseFiles.PreparedName(release, store.State)}-{Edition}");

    public string Plain(int release, PreparedSet file) => Path.Combine(Folder(release), $"{file.Set.Name}-{Version(file.Set)}{file.Ending}");

    /// <returns>False where it lies not ready.</returns>
    public async Task<bool> Send(HttpContext http, KnownRelease release, PreparedSet file)
    {
        var encoding = Accepted(http.Request);
        var plain = Plain(release.Signed.Manifest.Number, file);
        if (!File.Exists(plain) || Open(plain + Encodings.FirstOrDefault(known => known.Encoding == encoding).Ending) is not { } content) return false;
        await using var opened = content;
        var headers = http.Response.Headers;
        headers.CacheControl = "public, max-age=30";
        headers.Vary = "Accept-Encoding";
        if (encoding is not null) headers.ContentEncoding = encoding;
        await Results.Stream(content, file.Format.ContentType, null, release.Signed.Manifest.PublishedAt, Tag(release, file, encoding), enableRangeProcessing: true)
            .ExecuteAsync(http);
        return true;
    }

    // Documents are released by themselves, between releases of figures.
    private int Version(SetModel set) => set.ChangesBetweenReleases ? store.Database.DocumentEdition : 0;

    // Strong: the bytes of a release's set are the same for everybody and for good.
    private EntityTagHeaderValue Tag(KnownRelease release, PreparedSet file, string? encoding)
    {
        var named = $"{Edition}\n{release.Signed.Manifest.Number}\n{store.State.Stamp(release.Signed.Manifest.Number)}\n{file.Set.Name}-{Version(file.Set)}{file.Ending}\n{encoding}";
        return new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(named)).AsSpan(0, 12))}\"");
    }

    // Null: as it is.
    private static string? Accepted(HttpRequest request)
    {
        if (!StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding!, out var accepted)) return null;
        return Encodings.Select(known => (known.Encoding, Quality: QualityOf(known.Encoding, accepted))).Where(known => known.Quality > 0)
            .OrderByDescending(known => known.Quality).Select(known => known.Encoding).FirstOrDefault();
    }

    private static double QualityOf(string encoding, IList<StringWithQualityHeaderValue> accepted) =>
        (accepted.FirstOrDefault(one => one.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase)) ?? accepted.FirstOrDefault(one => one.Value == "*")) is { } one
            ? one.Quality ?? 1
            : 0;

    private static FileStream? Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null; // Its release was let go just now.
        }
    }
}
