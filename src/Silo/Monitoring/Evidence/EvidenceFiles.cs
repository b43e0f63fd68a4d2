using System.Security.Cryptography;
using System.Text;
using Revitalization.Domain.Monitoring;
using Revitalization.Silo.Files;
using Revitalization.Silo.Privacy;

namespace Revitalization.Silo.Monitoring.Evidence;

/// <summary>
/// Pictures and papers (佐证材料), encrypted, a folder per household, each named by the SHA-256 of its plain bytes. The household's key
/// lies apart, so that deleting it deletes them all; a file's own key follows from it and the file's name.
/// </summary>
public sealed class EvidenceFiles(string dataDirectory, ReadOnlyMemory<byte> masterKey)
{
    public const long BytesMax = 10L << 20;
    private const int FilesPerHouseholdMax = 2_000;

    private readonly string _folders = Path.Combine(dataDirectory, "evidence");
    private readonly WrappedKeys _keys = new(Path.Combine(dataDirectory, "evidence-keys"), masterKey, "revitalization/evidence-key/1"u8.ToArray());

    public static bool IsHash(string hash) => hash.Length == 64 && hash.All(letter => char.IsAsciiDigit(letter) || letter is >= 'a' and <= 'f');

    public bool Has(string household, string hash) => IsHash(hash) && File.Exists(PathOf(household, hash));

    /// <summary>Takes a file in under the name the sender gave it; nothing of it is kept when it is refused.</summary>
    /// <param name="household">Whose evidence it is; checked by the caller.</param>
    public async Task<Enum?> Receive(string household, string hash, Stream from, CancellationToken cancellation)
    {
        if (Has(household, hash)) return null;
        Directory.CreateDirectory(Folder(household));
        if (Directory.EnumerateFiles(Folder(household)).Take(FilesPerHouseholdMax).Count() == FilesPerHouseholdMax) return MonitoringRefusal.FileFull;
        var draft = $"{PathOf(household, hash)}.{Convert.ToHexStringLower(RandomKeys.Bytes(4))}";
        try
        {
            using var plain = new MeasuredStream(from);
            var bytes = await SealedUpload.Write(plain, draft, Key(household, hash), BytesMax, cancellation);
            if (Refused(plain, bytes, hash) is { } refusal) return refusal;
            File.Move(draft, PathOf(household, hash), overwrite: true);
            return null;
        }
        finally
        {
            File.Delete(draft);
        }
    }

    public Stream Open(string household, string hash) => new SealedFileStream(PathOf(household, hash), Key(household, hash));

    private static Enum? Refused(MeasuredStream plain, long? bytes, string hash)
    {
        if (bytes is null) return EvidenceRefusal.TooLarge;
        if (EvidenceTypes.Of(plain.Head) is null) return EvidenceRefusal.TypeUnknown;
        return string.Equals(plain.Hash(), hash, StringComparison.Ordinal) ? null : EvidenceRefusal.HashMismatch;
    }

    // The name is the content's: one key never seals two contents, so numbered nonces stay safe.
    private byte[] Key(string household, string hash) => HMACSHA256.HashData(_keys.FindOrMake(household), Encoding.ASCII.GetBytes(hash));

    private string Folder(string household) => Path.Combine(_folders, household);

    private string PathOf(string household, string hash) => Path.Combine(Folder(household), hash);
}
