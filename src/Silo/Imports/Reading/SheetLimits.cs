namespace Revitalization.Silo.Imports.Reading;

/// <summary>Bounds of what is read, whatever a file claims. Stated to the uploader in the refusals' texts.</summary>
public sealed record SheetLimits
{
    public static readonly SheetLimits Default = new();

    public long MaxFileBytes { get; init; } = 256L << 20;
    public int MaxColumns { get; init; } = 120;
    public int MaxRows { get; init; } = 1_048_575;

    /// <summary>Characters of one record, quoted line breaks included.</summary>
    public int MaxLine { get; init; } = 65_536;

    /// <summary>A spreadsheet's own limit of a cell is 32,767 characters.</summary>
    public int MaxCell { get; init; } = 32_767;

    public int MaxArchiveEntries { get; init; } = 2_000;
    public long MaxInflatedBytes { get; init; } = 2L << 30;

    /// <summary>Inflated over packed size; sheets of repeated text reach about 60.</summary>
    public int MaxInflateRatio { get; init; } = 150;

    /// <summary>Below this an entry's ratio does not matter: it cannot do harm.</summary>
    public long RatioFreeBytes { get; init; } = 8L << 20;

    /// <summary>All shared strings together; they must be kept, so this bounds the memory of an XLSX import.</summary>
    public int MaxSharedCharacters { get; init; } = 48 << 20;
}
