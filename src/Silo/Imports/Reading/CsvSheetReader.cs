using System.Text;
using CsvHelper;
using Revitalization.Contracts.Imports;

namespace Revitalization.Silo.Imports.Reading;

/// <summary>CSV by CsvHelper: quoted line breaks, any of the usual delimiters (found from the first lines), bounded records.</summary>
internal sealed class CsvSheetReader : ISheetReader
{
    private readonly CsvReader _csv;
    private readonly SheetLimits _limits;
    private long _number;

    private CsvSheetReader(CsvReader csv, SheetLimits limits) => (_csv, _limits) = (csv, limits);

    public static CsvSheetReader Open(Stream file, Encoding encoding, SheetLimits limits)
    {
        file.Position = 0;
        var text = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, 65536, leaveOpen: true);
        return new CsvSheetReader(CsvReader.Create(text, Options(limits), leaveOpen: false), limits);
    }

    public SheetRow? Read()
    {
        try
        {
            return ReadRecord();
        }
        catch (CsvFormatException malformed)
        {
            var row = Math.Max(malformed.RecordNumber, _number + 1);
            throw malformed.Message.Contains(nameof(CsvReaderOptions.MaxRecordSize), StringComparison.Ordinal)
                ? At(ImportRefusal.LineTooLong, row, "行过长，常因缺少后引号所致")
                : At(ImportRefusal.QuotesBroken, row, "行引号不成对");
        }
        catch (DecoderFallbackException)
        {
            throw At(ImportRefusal.EncodingBroken, _number + 1, "行起的文字无法解读");
        }
    }

    private SheetRow? ReadRecord()
    {
        if (!_csv.Read()) return null;
        _number++;
        if (_number > _limits.MaxRows + 10L)
            throw new SheetRefusedException(ImportRefusal.TooManyRows, FormattableString.Invariant($"超过 {_limits.MaxRows} 行。"));
        var record = _csv.Current;
        if (record.RawRecord.Length > MaxRecordBytes(_limits)) throw At(ImportRefusal.LineTooLong, _number, "行过长，常因缺少后引号所致");
        if (record.FieldCount > _limits.MaxColumns)
            throw At(ImportRefusal.TooManyColumns, _number, FormattableString.Invariant($"行有 {record.FieldCount} 列，最多 {_limits.MaxColumns} 列"));
        return new SheetRow(_number, Cells(record));
    }

    private static SheetCell[] Cells(CsvRow record)
    {
        var cells = new SheetCell[record.FieldCount];
        for (var i = 0; i < cells.Length; i++) cells[i] = new SheetCell(record.GetString(i));
        return cells;
    }

    private static SheetRefusedException At(ImportRefusal refusal, long row, string what) =>
        new(refusal, FormattableString.Invariant($"第 {row} {what}。"));

    // A Chinese character takes three bytes of the UTF-8 that the parser works on.
    private static int MaxRecordBytes(SheetLimits limits) => limits.MaxLine * 3;

    private static CsvReaderOptions Options(SheetLimits limits) => new()
    {
        HasHeader = false,
        SkipEmptyLines = false,
        MalformedData = CsvMalformedDataHandling.Throw,
        MaxRecordSize = MaxRecordBytes(limits),
        IncludeValuesInExceptions = false,
    };

    public void Dispose() => _csv.Dispose();
}
