using System.Security.Cryptography;
using System.Text;
using Revitalization.Silo.Files;
using Revitalization.Silo.Privacy;

namespace Revitalization.Silo.Monitoring.Evidence;

/// <summary>
/// Pictures and papers (佐证材料), encrypted, a folder per owner, each named by the SHA-256 of its plain bytes. The owner's key
/// lies apart, so that deleting it deletes them all; a file's own key follows from it and the file's name.
/// </summary>
/// <param name="kept">Where, and what of.</param>
public sealed class EvidenceFiles(string dataDirectory, ReadOnlyMemory<byte> masterKey, EvidenceKept kept)
{
    public const long BytesMax = 10L << 20;

    private readonly string _folders = Path.Combine(dataDirectory, kept.Folder);
    private readonly WrappedKeys _keys = new(Path.Combine(dataDirectory, kept.Folder + "-keys"), masterKey, "revitalization/evidence-key/1"u8.ToArray());

    public static bool IsHash(string hash) => hash.Length == 64 && hash.All(letter => char.IsAsciiDigit(letter) || letter is >= 'a' and <= 'f');

    public bool Has(string owner, string hash) => IsHash(hash) && File.Exists(PathOf(owner, hash));

    /// <summary>Takes a file in under the name the sender gave it; nothing of it is kept when it is refused.</summary>
    /// <param name="owner">Whose evidence it is; checked by the caller.</param>
    public async Task<Enum?> Receive(string owner, string hash, Stream from, CancellationToken cancellation)
    {
        if (Has(owner, hash)) return null;
        Directory.CreateDirectory(Folder(owner));
        if (Directory.EnumerateFiles(Folder(owner)).Take(kept.FilesMax).Count() == kept.FilesMax) return kept.Full;
        var draft = $"{PathOf(owner, hash)}.{Convert.ToHexStringLower(RandomKeys.Bytes(4))}";
        try
        {
            using var plain = new MeasuredStream(from);
            var bytes = await SealedUpload.Write(plain, draft, Key(owner, hash), BytesMax, cancellation);
            if ((Refused(plain, bytes, hash) ?? BrokenSheet(plain, draft, Key(owner, hash))) is { } refusal) return refusal;
            File.Move(draft, PathOf(owner, hash), overwrite: true);
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
