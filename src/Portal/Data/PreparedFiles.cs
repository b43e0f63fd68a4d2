using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using Revitalization.Portal.OData.Http;
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

    public string Folder(int release, ReplicaState state) => Path.Combine(store.Files.Prepared, $"{ReleaseFiles.PreparedName(release, state)}-{Edition}");

    public string Plain(int release, ReplicaState state, PreparedSet file) => Path.Combine(Folder(release, state), $"{file.Set.Name}-{Version(file.Set, state)}{file.Ending}");

    /// <param name="state">File and tag are of one moment: between two states, one's rows must not go out under the other's name.</param>
    /// <returns>False where it lies not ready.</returns>
    public async Task<bool> Send(HttpContext http, KnownRelease release, ReplicaState state, PreparedSet file)
    {
        var encoding = AcceptedEncoding.Of(http.Request);
        var plain = Plain(release.Signed.Manifest.Number, state, file);
        if (!File.Exists(plain) || Open(plain + AcceptedEncoding.All.FirstOrDefault(known => known.Encoding == encoding).Ending) is not { } content) return false;
        await using var opened = content;
        var headers = http.Response.Headers;
        headers.CacheControl = "public, max-age=30";
        headers.Vary = "Accept-Encoding";
        if (encoding is not null) headers.ContentEncoding = encoding;
        await Results.Stream(content, file.Format.ContentType, null, release.Signed.Manifest.PublishedAt, Tag(release, state, file, encoding), enableRangeProcessing: true)
            .ExecuteAsync(http);
        return true;
    }

    // Documents are released by themselves, between releases of figures; and a release answers with other documents once it is no longer the newest.
    private string Version(SetModel set, ReplicaState state) => set.ChangesBetweenReleases
        ? string.Create(CultureInfo.InvariantCulture, $"{state.Known.Length}.{store.Database.DocumentEdition}") : "0";

    // Strong: the bytes of a release's set are the same for everybody and for good.
    private EntityTagHeaderValue Tag(KnownRelease release, ReplicaState state, PreparedSet file, string? encoding)
    {
        var named = $"{Edition}\n{release.Signed.Manifest.Number}\n{state.Stamp(release.Signed.Manifest.Number)}\n{file.Set.Name}-{Version(file.Set, state)}{file.Ending}\n{encoding}";
        return new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(named)).AsSpan(0, 12))}\"");
    }

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
