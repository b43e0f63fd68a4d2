using System.Collections.Immutable;
using System.Xml;
using Revitalization.Domain.Documents;
using Revitalization.Silo.Documents.Pdf;
using Revitalization.Silo.Imports.Reading;
using Revitalization.Silo.Monitoring.Evidence;

namespace Revitalization.Silo.Documents;

/// <summary>
/// Looks into the files that go out with a document. Workbooks and the text of PDF are read; what is not (pictures, scans, what is broken or
/// locked) is said, so that a person reads it.
/// </summary>
public sealed class AttachmentTexts(DocumentFiles files)
{
    private const string Pdf = "application/pdf";

    public ImmutableArray<DocumentFinding> Check(string document, DocumentAttachment attachment, int threshold)
    {
        if (attachment.MediaType is not (EvidenceTypes.Workbook or Pdf))
            return [AttachmentChecks.Unread(attachment.Sha256, $"“{attachment.Name}”是图片，系统没有读取里面的文字；请打开逐页看过有没有个人信息和小数，再写明处理意见。")];
        if (!files.Files.Has(document, attachment.Sha256)) return [Unread("文件不在了")];
        try
        {
            var (text, unread) = Read(document, attachment);
            if (text.Length > AttachmentChecks.TextMax) return [Unread($"文字超过 {AttachmentChecks.TextMax} 个字")];
            var found = AttachmentChecks.Of(attachment.Sha256, text, threshold);
            return unread is null ? found : found.Add(Unread(unread));
        }
        catch (Exception broken) when (broken is SheetRefusedException or InvalidDataException or XmlException or EndOfStreamException)
        {
            return [Unread("工作簿无法解读")];
        }
        catch (PdfUnreadableException)
        {
            return [Unread("PDF 已加密或损坏，无法解读")];
        }

        DocumentFinding Unread(string why) => AttachmentChecks.Unread(attachment.Sha256, $"“{attachment.Name}”：{why}；请打开看过有没有个人信息和小数，再写明处理意见。");
    }

    private (string Text, string? Unread) Read(string document, DocumentAttachment attachment)
    {
        using var content = files.Open(document, attachment.Sha256);
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        if (attachment.MediaType == Pdf) return PdfTexts.Read(bytes.ToArray(), AttachmentChecks.TextMax);
        var (text, isWhole) = WorkbookTexts.Read(bytes);
        return (text, isWhole ? null : "其中的图片或嵌入的文件没有读取");
    }
}
