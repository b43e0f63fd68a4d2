using System.Globalization;
using System.Security.Cryptography;
using Revitalization.Contracts.Releases;

namespace Revitalization.Portal.Documents;

/// <summary>Released rows of documents as they came, and attachments under the hash of their bytes: <c>documents/</c> beside the database.</summary>
public sealed class DocumentFiles(string directory)
{
    private const int Buffer = 1 << 16;
    private readonly string _root = Path.Combine(directory, "documents");

    public string Rows(int release) => Path.Combine(_root, "releases", release.ToString(CultureInfo.InvariantCulture) + ".jsonl");

    /// <summary>The file of an attachment; null where there is none of this hash.</summary>
    public string? Attachment(string sha256) => IsHash(sha256) && File.Exists(PathOf(sha256)) ? PathOf(sha256) : null;

    /// <summary>Keeps the bytes if they are what the signed row says they are.</summary>
    internal async Task Keep(PublicAttachment attachment, Stream bytes, CancellationToken cancellation)
    {
        ReleaseVerification.Require(IsHash(attachment.Sha256), "an attachment's hash is none");
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(attachment.Sha256))!);
        var draft = PathOf(attachment.Sha256) + ".new";
        await using (var file = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None, Buffer, useAsync: true))
        {
            ReleaseVerification.Require(await Hash(bytes, file, attachment.Length, cancellation) == attachment.Sha256, "an attachment is not what was signed");
            file.Flush(flushToDisk: true);
        }
        File.Move(draft, PathOf(attachment.Sha256), overwrite: true);
    }

    internal void KeepRows(int release, byte[] rows)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Rows(release))!);
        File.WriteAllBytes(Rows(release), rows);
    }

    private static async Task<string> Hash(Stream from, FileStream to, long most, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[Buffer];
        long total = 0;
        for (int read; (read = await from.ReadAsync(buffer, cancellation)) > 0;)
        {
            ReleaseVerification.Require((total += read) <= most, "an attachment is longer than was signed");
            hash.AppendData(buffer.AsSpan(0, read));
            await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private string PathOf(string sha256) => Path.Combine(_root, "attachments", sha256);

    private static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);
}
