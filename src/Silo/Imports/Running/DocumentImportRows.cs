using System.Security.Cryptography;
using System.Text;
using Revitalization.Contracts.Documents;
using Revitalization.Domain.Documents;
using Revitalization.Silo.Households;
using Revitalization.Silo.Imports.Columns;

namespace Revitalization.Silo.Imports.Running;

/// <summary>Rows of documents (公开文件) as the bodies that the HTTP API would take; what a row leaves out, its text may say.</summary>
internal static class DocumentImportRows
{
    private const int HashDigits = 16;

    /// <summary>The row's own id, else one that the same document always has: by its index number, or by its text.</summary>
    public static string IdOf(BoundRow row) => row.Find("document") ?? (row.Find("indexNumber") is { } index && Domain.Households.HouseholdLimits.IsId(Plain(index))
        ? Plain(index)
        : $"doc-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(row.Find("text") ?? "")))[..HashDigits]}");

    /// <param name="region">The import's, for rows that name none.</param>
    public static DocumentBody Body(BoundRow row, string region)
    {
        var text = row.Text("text").ReplaceLineEndings("\n");
        var read = DocumentReader.Read(text);
        return new(
            row.Find("region") ?? region, row.Find("title") ?? read.Title.Value ?? "", row.Find("indexNumber") ?? read.IndexNumber.Value ?? "",
            row.Find("documentNumber") ?? read.DocumentNumber.Value, row.Find("issuer") ?? read.Issuer.Value ?? "", row.Find("topic") ?? read.Topic.Value ?? "",
            row.Find("genre") ?? read.Genre.Value ?? "", row.Find("effectiveOn") is null ? read.MadeOn.Day : row.Day("effectiveOn"),
            row.Find("publishedOn") is null ? read.PublishedOn.Day : row.Day("publishedOn"), Validity(row, read), row.Find("summary") ?? read.Summary.Value ?? "", text);
    }

    public static string FieldOf(string? refused) => refused switch
    {
        null => "",
        "id" => "document",
        "madeOn" => "effectiveOn",
        _ => refused,
    };

    private static string Validity(BoundRow row, DocumentReading read) =>
        row.Find("validity") is { } stated and not "unstated" ? stated : Terms.Code(DocumentReader.ValidityOf(read.Validity.Value));

    private static string Plain(string index) => index.Replace('/', '-');
}
