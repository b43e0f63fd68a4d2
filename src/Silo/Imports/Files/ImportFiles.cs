using System.Security.Cryptography;
using Revitalization.Silo.Privacy;

namespace Revitalization.Silo.Imports.Files;

/// <summary>
/// Where uploads and error files lie: a folder per import, and its key in a folder of keys that backups leave out, wrapped by
/// the deployment's master key. Deleting the key deletes the import's files wherever a copy may be.
/// </summary>
public sealed class ImportFiles(string dataDirectory, ReadOnlyMemory<byte> masterKey)
{
    private static readonly byte[] WrapLabel = "revitalization/import-key/1"u8.ToArray();

    private readonly string _folders = Path.Combine(dataDirectory, "imports");
    private readonly string _keys = Path.Combine(dataDirectory, "import-keys");

    /// <summary>Receives an upload; null when it is larger than the limit, and then nothing is kept.</summary>
    public async Task<long?> Receive(string import, Stream from, long limit, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.Combine(_folders, import));
        File.Delete(UploadPath(import));
        var kept = false;
        try
        {
            var bytes = await SealedUpload.Write(from, UploadPath(import), MakeKey(import), limit, cancellation);
            kept = bytes is not null;
            return bytes;
        }
        finally
        {
            if (!kept) Delete(import);
        }
    }

    public bool HasUpload(string import) => File.Exists(UploadPath(import)) && File.Exists(KeyPath(import));

    internal SealedFileStream OpenUpload(string import) => new(UploadPath(import), Key(import));

    internal ErrorFile OpenErrors(string import, long length) => new(ErrorPath(import), Key(import), length);

    public IEnumerable<string> ReadErrors(string import, long length) => ErrorFile.Read(ErrorPath(import), Key(import), length);

    /// <summary>Imports with a folder, for the sweep.</summary>
    public IEnumerable<string> All() =>
        Directory.Exists(_folders) ? Directory.EnumerateDirectories(_folders).Select(path => Path.GetFileName(path)!) : [];

    public void Delete(string import)
    {
        File.Delete(KeyPath(import));
        if (Directory.Exists(Path.Combine(_folders, import))) Directory.Delete(Path.Combine(_folders, import), recursive: true);
    }

    private string UploadPath(string import) => Path.Combine(_folders, import, "upload.sealed");

    private string ErrorPath(string import) => Path.Combine(_folders, import, "errors.sealed");

    private string KeyPath(string import) => Path.Combine(_keys, import);

    private byte[] MakeKey(string import)
    {
        var key = RandomKeys.Bytes(SealedChunks.KeyBytes);
        Directory.CreateDirectory(_keys);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(KeyPath(import), options);
        file.Write(Wrap(import, key));
        file.Flush(flushToDisk: true);
        return key;
    }

    private byte[] Wrap(string import, byte[] key)
    {
        var nonce = RandomKeys.Bytes(12);
        var wrapped = new byte[SealedChunks.KeyBytes + SealedChunks.TagBytes];
        using var aes = Wrapper();
        aes.Encrypt(nonce, key, wrapped.AsSpan(0, key.Length), wrapped.AsSpan(key.Length), System.Text.Encoding.UTF8.GetBytes(import));
        return [.. nonce, .. wrapped];
    }

    private byte[] Key(string import)
    {
        var stored = File.ReadAllBytes(KeyPath(import)).AsSpan();
        var key = new byte[SealedChunks.KeyBytes];
        using var aes = Wrapper();
        aes.Decrypt(stored[..12], stored.Slice(12, key.Length), stored[(12 + key.Length)..], key, System.Text.Encoding.UTF8.GetBytes(import));
        return key;
    }

    private AesGcm Wrapper() => new(HMACSHA256.HashData(masterKey.Span, WrapLabel), SealedChunks.TagBytes);
}
