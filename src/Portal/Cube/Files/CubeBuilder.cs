using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Microsoft.Win32.SafeHandles;
using Revitalization.Contracts.Releases;
using Revitalization.Portal.Replica;
using Revitalization.Portal.Cube.Conditions;

namespace Revitalization.Portal.Cube.Files;

/// <summary>
/// Writes a release's cube from the replica's rows. They come in the order of their key whatever order they were released in,
/// so nothing is sorted here, and an ingest and a repair are the same walk. Memory: the dictionaries and a few buffers.
/// </summary>
internal sealed class CubeBuilder : IDisposable
{
    private const int MostMembers = 1 << 16, MostStatuses = 1 << 8, MostRegions = 1 << 24, MostNotes = 1 << 20;

    private readonly SqliteConnection _connection;
    private readonly int _release;
    private readonly SafeFileHandle _file;
    private readonly ColumnWriter<long> _values;
    private readonly ColumnWriter<byte> _statuses;
    private readonly ColumnWriter<uint> _cells;
    private readonly RegionPatterns _patterns;
    private readonly KnownTexts _regions = new(MostRegions), _periods = new(MostMembers), _indicators = new(MostMembers), _status = new(MostStatuses), _notes = new(MostNotes);
    private readonly List<int> _regionStarts = [], _regionPatterns = [], _notedRows = [], _noted = [];
    private readonly CubeHeader _header;
    private Int128 _magnitude;
    private int _rows;

    private CubeBuilder(SqliteConnection connection, ReleaseManifest manifest, string path)
    {
        var rows = manifest.RowCounts.GetValueOrDefault(PublicSets.Observations) - ChannelFiles.Redacted(connection, manifest.Number, PublicSets.Observations);
        if (rows > int.MaxValue - 1) throw new CubeUnfitException("it has too many rows");
        (_connection, _release) = (connection, manifest.Number);
        _header = new CubeHeader(manifest.Number, manifest.RowsRoot, CubeDictionaries.Schema, (int)rows, 0, 0, 0, 0, 0, true, 0);
        _file = File.OpenHandle(path, FileMode.Create, FileAccess.ReadWrite);
        (_values, _statuses, _cells) = (new(_file, CubeHeader.ValuesAt), new(_file, _header.StatusesAt), new(_file, _header.CellsAt));
        _patterns = new RegionPatterns(_cells);
    }

    /// <param name="connection">Sees the release whole, as one transaction.</param>
    /// <exception cref="CubeUnfitException">Its rows do not have a cube's form.</exception>
    public static void Build(SqliteConnection connection, ReleaseManifest manifest, string path)
    {
        using var builder = new CubeBuilder(connection, manifest, path);
        builder.ReadRows();
        builder.Finish();
    }

    public void Dispose() => _file.Dispose();

    private void ReadRows()
    {
        using var rows = new ObservationReader(_connection, _release);
        for (; rows.Read(); _rows++) Add(rows);
        if (_regionStarts.Count > 0) _regionPatterns.Add(_patterns.End());
        if (_rows != _header.Rows) throw new InvalidOperationException($"Release {_release} has {_rows} rows, not {_header.Rows}.");
        _values.Flush();
        _statuses.Flush();
        _cells.Flush();
    }

    private void Add(ObservationReader row)
    {
        var region = _regions.Number(row.Region, row.RegionLevel, _regions.Count - 1);
        if (region == _regionStarts.Count) Begin();
        var guess = _patterns.Guess;
        var period = _periods.Number(row.Period, row.PeriodKind, guess.Period);
        _patterns.Add(period, _indicators.Number(row.Indicator, default, guess.Indicator));
        _statuses.Add((byte)_status.Number(row.Status, default, _status.Count > 0 ? 0 : -1));
        _values.Add(row.Value ?? CubeFile.Missing);
        _magnitude += Int128.Abs(row.Value ?? 0);
        if (!row.HasNote) return;
        _notedRows.Add(_rows);
        _noted.Add(_notes.Number(row.Note, default));
    }

    private void Begin()
    {
        if (_regionStarts.Count > 0) _regionPatterns.Add(_patterns.End());
        _regionStarts.Add(_rows);
    }

    private void Finish()
    {
        var dictionaries = DictionaryReader.Read(_connection, _release, _regions, _periods, _indicators, _status, _notes);
        var (periods, indicators, statuses) = (_periods.Places(dictionaries.Periods), _indicators.Places(dictionaries.Indicators), _status.Places(dictionaries.Statuses));
        _cells.Renumber(_header.CellsAt, _patterns.Cells, cell => ((uint)periods[cell >> 16] << 16) | (uint)indicators[cell & 0xFFFF]);
        if (!statuses.SequenceEqual(Enumerable.Range(0, statuses.Length))) _statuses.Renumber(_header.StatusesAt, _rows, status => (byte)statuses[status]);
        var (starts, patterns) = Spread(dictionaries.Regions);
        var bytes = dictionaries.Write();
        var header = _header with
        {
            Regions = dictionaries.Regions.Count, Patterns = _patterns.Count, Cells = _patterns.Cells, Noted = _noted.Count,
            DictionaryLength = bytes.Length, SumsFit = _magnitude <= long.MaxValue,
        };
        var notes = _notes.Places(dictionaries.Notes);
        Write(starts, header.RegionStartsAt);
        Write(patterns, header.RegionPatternsAt);
        Write([.. _patterns.Starts], header.PatternStartsAt);
        Write([.. _notedRows], header.NotedRowsAt);
        Write([.. _noted.Select(note => notes[note])], header.NotesAt);
        RandomAccess.Write(_file, bytes, header.DictionariesAt);
        RandomAccess.Write(_file, (header with { Content = ContentOf(header) }).Write(), 0);
        RandomAccess.FlushToDisk(_file);
    }

    // Regions without figures stand between those that have some: they have names and children.
    private (int[] Starts, int[] Patterns) Spread(CubeDictionary regions)
    {
        var (starts, patterns) = (new int[regions.Count + 1], new int[regions.Count]);
        var met = 0;
        for (var region = 0; region < regions.Count; region++)
        {
            starts[region] = met < _regionStarts.Count ? _regionStarts[met] : _rows;
            if (met < _regionStarts.Count && _regions.Text(met) == regions.Keys[region]) patterns[region] = _regionPatterns[met++];
        }
        starts[^1] = _rows;
        return (starts, patterns);
    }

    private void Write(int[] numbers, long offset) => RandomAccess.Write(_file, MemoryMarshal.AsBytes(numbers.AsSpan()), offset);

    private uint ContentOf(CubeHeader header)
    {
        var (crc, buffer) = (uint.MaxValue, new byte[1 << 20]);
        for (long at = CubeHeader.Length; at < header.End;)
        {
            var read = RandomAccess.Read(_file, buffer.AsSpan(0, (int)Math.Min(buffer.Length, header.End - at)), at);
            if (read <= 0) throw new EndOfStreamException($"A cube ends at {at.ToString(CultureInfo.InvariantCulture)}.");
            crc = Checksum.Of(buffer.AsSpan(0, read), crc);
            at += read;
        }
        return crc;
    }
}
