using Revitalization.Silo.Files;
using Revitalization.Storage;

namespace Revitalization.Silo.Imports.Files;

/// <summary>
/// Where uploads and error files lie: a folder per import, and its key in a folder of keys that backups leave out, wrapped by
/// the deployment's master key. Deleting the key deletes the import's files wherever a copy may be.
/// </summary>
public sealed class ImportFiles(string dataDirectory, ReadOnlyMemory<byte> masterKey)
{
    private readonly string _folders = Path.Combine(dataDirectory, "imports");
    private readonly WrappedKeys _keys = new(Path.Combine(dataDirectory, "import-keys"), masterKey, "revitalization/import-key/1"u8.ToArray());

    /// <summary>Receives an upload; null when it is larger than the limit, and then nothing is kept.</summary>
    public async Task<long?> Receive(string import, Stream from, long limit, CancellationToken cancellation)
    {
        DiskSync.CreateFolder(Path.Combine(_folders, import));
        File.Delete(UploadPath(import));
        var kept = false;
        try
        {
            var bytes = await SealedUpload.Write(from, UploadPath(import), _keys.Make(import), limit, cancellation);
            DiskSync.Folder(Path.Combine(_folders, import));
            kept = bytes is not null;
            return bytes;
        }
        finally
        {
            if (!kept) Delete(import);
        }
    }

    public bool HasUpload(string import) => File.Exists(UploadPath(import)) && _keys.Has(import);

    internal SealedFileStream OpenUpload(string import) => new(UploadPath(import), _keys.Find(import));

    internal ErrorFile OpenErrors(string import, long length)
    {
        var errors = new ErrorFile(ErrorPath(import), _keys.Find(import), length);
        DiskSync.Folder(Path.Combine(_folders, import)); // Before a checkpoint names its length, its own name is on disk.
        return errors;
    }

    public IEnumerable<string> ReadErrors(string import, long length) => ErrorFile.Read(ErrorPath(import), _keys.Find(import), length);

    /// <summary>Imports with a folder, for the sweep.</summary>
    public IEnumerable<string> All() =>
        Directory.Exists(_folders) ? Directory.EnumerateDirectories(_folders).Select(path => Path.GetFileName(path)!) : [];

    public void Delete(string import)
    {
        _keys.Delete(import);
        if (Directory.Exists(Path.Combine(_folders, import))) Directory.Delete(Path.Combine(_folders, import), recursive: true);
    }

    private string UploadPath(string import) => Path.Combine(_folders, import, "upload.sealed");

    private string ErrorPath(string import) => Path.Combine(_folders, import, "errors.sealed");
}
