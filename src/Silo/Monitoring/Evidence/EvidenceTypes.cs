using System.IO.Compression;

namespace Revitalization.Silo.Monitoring.Evidence;

/// <summary>What evidence may be, told by its content and never by its name.</summary>
public static class EvidenceTypes
{
    public const int HeadBytes = 8;

    public const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const int PartsMax = 10_000;

    /// <summary>The media type by the first bytes; null of anything else.</summary>
    /// <param name="sheets">Whether a workbook is among them.</param>
    public static string? Of(ReadOnlySpan<byte> head, bool sheets = false)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return "image/jpeg";
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A])) return "image/png";
        if (sheets && head.StartsWith((ReadOnlySpan<byte>)[(byte)'P', (byte)'K', 3, 4])) return Workbook;
        return head.StartsWith("%PDF-"u8) ? "application/pdf" : null;
    }

    /// <summary>Whether an archive holds what a workbook must.</summary>
    public static bool IsWorkbook(Stream archive)
    {
        try
        {
            using var parts = new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true);
            return parts.Entries.Count <= PartsMax && parts.GetEntry("[Content_Types].xml") is not null && parts.GetEntry("xl/workbook.xml") is not null;
        }
        catch (InvalidDataException)
        {
            return false; // It only begins like one.
        }
    }
}
