namespace Revitalization.Portal.Cube.Files;

/// <summary>
/// One release's observations as columns, sorted by region, period, indicator. A region's rows lie together; which period and
/// indicator each of them has is its pattern, which regions with the same figures share.
/// </summary>
internal sealed class CubeFile : IDisposable
{
    /// <summary>Stands for a suppressed value; a release cannot hold this number.</summary>
    public const long Missing = long.MinValue;

    public const string Name = "observations.cube";

    private readonly MappedFile _map;

    private CubeFile(MappedFile map, CubeHeader header, CubeDictionaries dictionaries) => (_map, Header, Dictionaries) = (map, header, dictionaries);

    public CubeHeader Header { get; }
    public CubeDictionaries Dictionaries { get; }
    public int Rows => Header.Rows;
    public long Bytes => _map.Length;

    public ReadOnlySpan<long> Values => _map.Span<long>(CubeHeader.ValuesAt, Header.Rows);
    public ReadOnlySpan<byte> Statuses => _map.Span<byte>(Header.StatusesAt, Header.Rows);

    /// <summary>Where each region's rows begin; one more than there are regions.</summary>
    public ReadOnlySpan<int> RegionStarts => _map.Span<int>(Header.RegionStartsAt, Header.Regions + 1);
    public ReadOnlySpan<int> RegionPatterns => _map.Span<int>(Header.RegionPatternsAt, Header.Regions);

    private ReadOnlySpan<int> PatternStarts => _map.Span<int>(Header.PatternStartsAt, Header.Patterns + 1);
    private ReadOnlySpan<int> NotedRows => _map.Span<int>(Header.NotedRowsAt, Header.Noted);
    private ReadOnlySpan<int> Notes => _map.Span<int>(Header.NotesAt, Header.Noted);

    /// <summary>The cells of a pattern, one a row: period in the upper half, indicator in the lower.</summary>
    public ReadOnlySpan<uint> Pattern(int pattern)
    {
        var starts = PatternStarts;
        return _map.Span<uint>(Header.CellsAt + ((long)starts[pattern] * sizeof(uint)), starts[pattern + 1] - starts[pattern]);
    }

    /// <summary>The note of a row by its number in the dictionary, or -1.</summary>
    public int NoteOf(int row)
    {
        var at = NotedRows.BinarySearch(row);
        return at < 0 ? -1 : Notes[at];
    }

    public bool TryHold() => _map.TryHold();

    public void Unhold() => _map.Unhold();

    public void Dispose() => _map.Dispose();

    /// <summary>Null where there is no whole file of this release: it is then built anew.</summary>
    public static CubeFile? Open(string path, int release, string rowsRoot)
    {
        var map = MappedFile.Open(path);
        if (map is null) return null;
        if (Checked(map, release, rowsRoot) is { } header)
            return new CubeFile(map, header, CubeDictionaries.Read(map.Span<byte>(header.DictionariesAt, header.DictionaryLength).ToArray()));
        map.Dispose();
        return null;
    }

    private static CubeHeader? Checked(MappedFile map, int release, string rowsRoot)
    {
        if (map.Length < CubeHeader.Length) return null;
        var header = CubeHeader.Read(map.Span<byte>(0, CubeHeader.Length));
        var ours = header is not null && header.Release == release && header.RowsRoot == rowsRoot && header.Schema == CubeDictionaries.Schema && header.End == map.Length;
        return ours && ContentOf(map) == header!.Content ? header : null;
    }

    private static uint ContentOf(MappedFile map)
    {
        const int Piece = 1 << 28; // A span counts its bytes in 32 bits. A multiple of eight.
        var crc = uint.MaxValue;
        for (long at = CubeHeader.Length; at < map.Length; at += Piece) crc = Checksum.Of(map.Span<byte>(at, (int)Math.Min(Piece, map.Length - at)), crc);
        return crc;
    }
}
