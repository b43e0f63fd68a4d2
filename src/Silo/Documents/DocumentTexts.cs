using System.Security.Cryptography;
using System.Text;
using Revitalization.Domain.Documents;
using Revitalization.Silo.Files;
using Revitalization.Silo.Privacy;
using Revitalization.Storage;

namespace Revitalization.Silo.Documents;

/// <summary>
/// Texts of documents (正文), sealed beside the log: a draft may hold what must never be public, so the log keeps its hash alone. Each
/// lies under its document and its hash; what was replaced by another draft stays until the document's key is deleted.
/// </summary>
public sealed class DocumentTexts(string dataDirectory, ReadOnlyMemory<byte> masterKey)
{
    private const int BytesMax = 4 * DocumentRules.TextMax;
    private readonly string _folders = Path.Combine(dataDirectory, "document-texts");
    private readonly WrappedKeys _keys = new(Path.Combine(dataDirectory, "document-texts-keys"), masterKey, "revitalization/document-text-key/1"u8.ToArray());

    /// <summary>Keeps the text; keeping it again changes nothing.</summary>
    public async Task<DocumentText> Keep(string document, string text, CancellationToken cancellation)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var kept = new DocumentText(Convert.ToHexStringLower(SHA256.HashData(bytes)), text.Length);
        if (File.Exists(PathOf(document, kept))) return kept;
        DiskSync.CreateFolder(Path.Combine(_folders, document));
        var draft = $"{PathOf(document, kept)}.{Convert.ToHexStringLower(RandomKeys.Bytes(4))}";
        try
        {
            using var plain = new MemoryStream(bytes);
            await SealedUpload.Write(plain, draft, Key(document, kept), BytesMax, cancellation);
            DiskSync.Replace(draft, PathOf(document, kept));
            return kept;
        }
        finally
        {
            File.Delete(draft);
        }
    }

    public async Task<string> Read(string document, DocumentText text, CancellationToken cancellation)
    {
        await using var plain = new SealedFileStream(PathOf(document, text), Key(document, text));
        using var reader = new StreamReader(plain, Encoding.UTF8);
        return await reader.ReadToEndAsync(cancellation);
    }

    // The name is the content's: one key never seals two contents, so numbered nonces stay safe.
    private byte[] Key(string document, DocumentText text) => HMACSHA256.HashData(_keys.FindOrMake(document), Encoding.ASCII.GetBytes(text.Sha256));

    private string PathOf(string document, DocumentText text) => Path.Combine(_folders, document, text.Sha256);
}
