using System.IO.Compression;
using System.Xml;
using Revitalization.Contracts.Imports;

namespace Revitalization.Silo.Imports.Reading;

/// <summary>
/// The archive behind an XLSX. Its parts are read as plain XML streams, not through a document model: so every inflated byte
/// is counted before a parser sees it, and nothing is kept of what has been read.
/// </summary>
internal sealed class XlsxPackage : IDisposable
{
    private readonly ZipArchive _archive;
    private readonly InflateBudget _budget;

    private XlsxPackage(ZipArchive archive, SheetLimits limits) => (_archive, _budget) = (archive, new InflateBudget(limits));

    public static XlsxPackage Open(Stream file, SheetLimits limits)
    {
        file.Position = 0;
        var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        try
        {
            Check(archive, limits);
            return new XlsxPackage(archive, limits);
        }
        catch (Exception)
        {
            archive.Dispose();
            throw;
        }
    }

    /// <summary>Paths of all its parts.</summary>
    public IReadOnlyList<string> Parts => [.. _archive.Entries.Select(entry => entry.FullName)];

    /// <summary>A part as XML, or null when the archive has no such part.</summary>
    public XmlReader? OpenPart(string path)
    {
        if (_archive.GetEntry(path.TrimStart('/')) is not { } entry) return null;
        if (entry.IsEncrypted) throw new SheetRefusedException(ImportRefusal.FormatUnknown, "文件加了密码；请去掉密码后重新保存。");
        return XmlReader.Create(new GuardedStream(entry.Open(), entry.CompressedLength, _budget), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        });
    }

    private static void Check(ZipArchive archive, SheetLimits limits)
    {
        if (archive.Entries.Count > limits.MaxArchiveEntries)
            throw new SheetRefusedException(ImportRefusal.ArchiveSuspicious, FormattableString.Invariant($"压缩包内超过 {limits.MaxArchiveEntries} 个文件。"));
        // Saturating: sizes are whatever the archive claims.
        var claimed = archive.Entries.Aggregate(0L, (sum, entry) => Math.Min(limits.MaxInflatedBytes + 1, sum + Math.Clamp(entry.Length, 0, limits.MaxInflatedBytes + 1)));
        if (claimed > limits.MaxInflatedBytes)
            throw new SheetRefusedException(ImportRefusal.ArchiveSuspicious, FormattableString.Invariant($"解压后超过 {limits.MaxInflatedBytes >> 20} MB。"));
    }

    public void Dispose() => _archive.Dispose();
}
