namespace Revitalization.Silo.Monitoring.Evidence;

/// <summary>What evidence may be, told by its first bytes and never by its name.</summary>
public static class EvidenceTypes
{
    public const int HeadBytes = 8;

    /// <summary>The media type; null of anything else.</summary>
    public static string? Of(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return "image/jpeg";
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A])) return "image/png";
        return head.StartsWith("%PDF-"u8) ? "application/pdf" : null;
    }
}
