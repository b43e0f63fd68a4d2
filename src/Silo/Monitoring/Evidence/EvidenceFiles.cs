using System.Security.Cryptography;
using System.Text;
using Revitalization.Silo.Files;
using Revitalization.Silo.Privacy;
using Revitalization.Storage;

namespace Revitalization.Silo.Monitoring.Evidence;

/// <summary>
/// Pictures and papers (佐证材料), encrypted, a folder per owner, each named by the SHA-256 of its plain bytes. The owner's key
/// lies apart, so that deleting it deletes them all; a file's own key follows from it and the file's name. When a file came in is its
/// time on the disk.
/// </summary>
/// <param name="kept">Where, and what of.</param>
public sealed class EvidenceFiles(string dataDirectory, ReadOnlyMemory<byte> masterKey, TimeProvider clock, EvidenceKept kept)
{
    public const long BytesMax = 10L << 20;
    private const int HashLetters = 64;
    private static readonly TimeSpan s_draftLife = TimeSpan.FromDays(1);

    private readonly string _folders = Path.Combine(dataDirectory, kept.Folder);
    private readonly WrappedKeys _keys = new(Path.Combine(dataDirectory, kept.Folder + "-keys"), masterKey, "revitalization/evidence-key/1"u8.ToArray());

    public static bool IsHash(string hash) => hash.Length == HashLetters && hash.All(letter => char.IsAsciiDigit(letter) || letter is >= 'a' and <= 'f');

    public bool Has(string owner, string hash) => IsHash(hash) && File.Exists(PathOf(owner, hash));

    /// <summary>Takes a file in under the name the sender gave it; nothing of it is kept when it is refused.</summary>
    /// <param name="owner">Whose evidence it is; checked by the caller.</param>
    public async Task<Enum?> Receive(string owner, string hash, Stream from, CancellationToken cancellation)
    {
        if (Has(owner, hash)) return await Is(from, hash, cancellation) ? null : EvidenceRefusal.HashMismatch;
        var key = Key(owner, hash); // Before its folder: one without a key is a leftover.
        DiskSync.CreateFolder(Folder(owner));
        if (Directory.EnumerateFiles(Folder(owner)).Take(kept.FilesMax).Count() == kept.FilesMax) return kept.Full;
        var draft = $"{PathOf(owner, hash)}.{Convert.ToHexStringLower(RandomKeys.Bytes(4))}";
        try
        {
            using var plain = new MeasuredStream(from);
            var bytes = await SealedUpload.Write(plain, draft, key, BytesMax, cancellation);
            if ((Refused(plain, bytes, hash) ?? BrokenSheet(plain, draft, key)) is { } refusal) return refusal;
            File.SetLastWriteTimeUtc(draft, clock.GetUtcNow().UtcDateTime);
            DiskSync.Replace(draft, PathOf(owner, hash));
            return null;
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>The file and what it is, for a response.</summary>
    public (Stream Content, string Type) Show(string owner, string hash)
    {
        var content = new SealedFileStream(PathOf(owner, hash), Key(owner, hash));
        var head = new byte[EvidenceTypes.HeadBytes];
        var length = content.Read(head.AsSpan());
        content.Position = 0;
        return (content, EvidenceTypes.Of(head.AsSpan(0, length), kept.Sheets) ?? "application/octet-stream");
    }

    /// <summary>
    /// Deletes for good what had come in by then (依法删除): the key first, and with it everything at once; where newer files need it, the
    /// older files alone. Killed anywhere, it is asked again or <see cref="Sweep"/> ends it.
    /// </summary>
    public void Erase(string owner, DateTimeOffset until)
    {
        if (!Directory.Exists(Folder(owner))) return;
        var files = Directory.GetFiles(Folder(owner)).ToLookup(path => File.GetLastWriteTimeUtc(path) > until.UtcDateTime);
        if (!files[true].Any()) _keys.Delete(owner);
        foreach (var path in files[false]) File.Delete(path);
        if (!files[true].Any()) Directory.Delete(Folder(owner));
    }

    /// <summary>Removes what a kill left behind: folders whose key is gone, and uploads that never ended; how many files.</summary>
    public int Sweep()
    {
        var removed = 0;
        if (!Directory.Exists(_folders)) return removed;
        foreach (var folder in Directory.EnumerateDirectories(_folders))
        {
            var keyless = !_keys.Has(Path.GetFileName(folder));
            foreach (var path in Directory.GetFiles(folder).Where(path => keyless || IsOldDraft(path)))
            {
                File.Delete(path);
                removed++;
            }
            if (keyless) Directory.Delete(folder);
        }
        return removed;
    }

    // Sent once more: what lies there stays, but another file's bytes under its name are a mistake that the sender must hear of.
    private static async Task<bool> Is(Stream from, string hash, CancellationToken cancellation) =>
        string.Equals(Convert.ToHexStringLower(await SHA256.HashDataAsync(from, cancellation)), hash, StringComparison.Ordinal);

    // Another Silo may be writing a younger one.
    private bool IsOldDraft(string path) =>
        Path.GetFileName(path).Length > HashLetters && clock.GetUtcNow().UtcDateTime - File.GetLastWriteTimeUtc(path) > s_draftLife;

    private Enum? Refused(MeasuredStream plain, long? bytes, string hash)
    {
        if (bytes is null) return EvidenceRefusal.TooLarge;
        if (EvidenceTypes.Of(plain.Head, kept.Sheets) is null) return EvidenceRefusal.TypeUnknown;
        return string.Equals(plain.Hash(), hash, StringComparison.Ordinal) ? null : EvidenceRefusal.HashMismatch;
    }

    /// <summary>Every archive begins alike: only its table of contents tells a workbook.</summary>
    private static Enum? BrokenSheet(MeasuredStream plain, string draft, byte[] key)
    {
        if (EvidenceTypes.Of(plain.Head, sheets: true) != EvidenceTypes.Workbook) return null;
        using var content = new SealedFileStream(draft, key);
        return EvidenceTypes.IsWorkbook(content) ? null : EvidenceRefusal.TypeUnknown;
    }

    // The name is the content's: one key never seals two contents, so numbered nonces stay safe.
    private byte[] Key(string owner, string hash) => HMACSHA256.HashData(_keys.FindOrMake(owner), Encoding.ASCII.GetBytes(hash));

    private string Folder(string owner) => Path.Combine(_folders, owner);

    private string PathOf(string owner, string hash) => Path.Combine(Folder(owner), hash);
}

/// <summary>One kind of evidence and its bounds.</summary>
/// <param name="Folder">In the data directory; its keys lie in <c>{Folder}-keys</c>.</param>
/// <param name="FilesMax">Of one owner.</param>
/// <param name="Full">Said when there are so many.</param>
/// <param name="Sheets">Workbooks are taken too.</param>
public sealed record EvidenceKept(string Folder, int FilesMax, Enum Full, bool Sheets);
