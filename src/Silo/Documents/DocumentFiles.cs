using Revitalization.Contracts.Identity;
using Revitalization.Silo.Monitoring.Evidence;

namespace Revitalization.Silo.Documents;

/// <summary>Files that go out with documents (附件), sealed until then with the machinery of evidence; each document's lie with it alone.</summary>
public sealed class DocumentFiles(EvidenceFiles files)
{
    public EvidenceFiles Files => files;

    /// <summary>What its bytes are; null where nobody uploaded them.</summary>
    public (string MediaType, string Ending, long Length)? About(string document, string sha256)
    {
        if (!files.Has(document, sha256)) return null;
        var (content, type) = files.Show(document, sha256);
        using (content) return (type, EndingOf(type), content.Length);
    }

    public Stream Open(string document, string sha256) => files.Show(document, sha256).Content;

    private static string EndingOf(string type) => type switch
    {
        "image/jpeg" => ".jpg",
        "image/png" => ".png",
        EvidenceTypes.Workbook => ".xlsx",
        _ => ".pdf",
    };
}
