using System.Globalization;
using System.Text;
using CsvHelper.Configuration;
using CsvHelper;
using Revitalization.Contracts.Imports;

namespace Revitalization.Silo.Imports.Reading;

/// <summary>CSV by CsvHelper's parser: quoted line breaks, any of the usual delimiters, bounded records.</summary>
internal sealed class CsvSheetReader : ISheetReader
{
    internal const int BufferSize = 8192;

    private readonly MeteredReader _text;
    private readonly CsvParser _parser;
    private readonly SheetLimits _limits;
    private long _number;

    private CsvSheetReader(MeteredReader text, char delimiter, SheetLimits limits)
    {
        (_text, _limits) = (text, limits);
        _parser = new CsvParser(text, Configure(delimiter, limits));
    }

    public static CsvSheetReader Open(Stream file, Encoding encoding, SheetLimits limits)
    {
        file.Position = 0;
        var delimiter = DelimiterOf(file, encoding, limits);
        file.Position = 0;
        var text = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, 65536, leaveOpen: true);
        return new CsvSheetReader(new MeteredReader(text, limits.MaxLine), delimiter, limits);
    }

    public SheetRow? Read()
    {
        try
        {
            return ReadRecord();
        }
        catch (MaxFieldSizeException)
        {
            throw At(ImportRefusal.LineTooLong, "行有单元格过长");
        }
        catch (DecoderFallbackException)
        {
            throw At(ImportRefusal.EncodingBroken, "行之后的文字无法解读");
        }
        catch (SheetRefusedException refused) when (refused.Refusal == ImportRefusal.LineTooLong)
        {
            throw At(ImportRefusal.LineTooLong, "行过长，常因缺少后引号所致");
        }
    }

    private SheetRow? ReadRecord()
    {
        if (!_parser.Read()) return null;
        _number++;
        _text.RecordEnded();
        if (_number > _limits.MaxRows + 10L)
            throw new SheetRefusedException(ImportRefusal.TooManyRows, FormattableString.Invariant($"超过 {_limits.MaxRows} 行。"));
        if (_parser.Count > _limits.MaxColumns)
            throw At(ImportRefusal.TooManyColumns, FormattableString.Invariant($"行有 {_parser.Count} 列，最多 {_limits.MaxColumns} 列"));
        if (_parser.RawRecord.Length > _limits.MaxLine) throw At(ImportRefusal.LineTooLong, "行过长，常因缺少后引号所致");
        return new SheetRow(_number, Cells());
    }

    private SheetCell[] Cells()
    {
        var cells = new SheetCell[_parser.Count];
        for (var i = 0; i < cells.Length; i++) cells[i] = new SheetCell(_parser[i]);
        return cells;
    }

    private SheetRefusedException At(ImportRefusal refusal, string what) =>
        new(refusal, FormattableString.Invariant($"第 {Math.Max(_number, 1)} {what}。"));

    private CsvConfiguration Configure(char delimiter, SheetLimits limits) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = delimiter.ToString(),
        HasHeaderRecord = false,
        IgnoreBlankLines = false,
        BufferSize = BufferSize,
        MaxFieldSize = limits.MaxCell,
        CacheFields = true,
        BadDataFound = _ => throw At(ImportRefusal.QuotesBroken, "行引号不成对"),
    };

    /// <summary>The delimiter that stands most often in the first line that has any, outside quotes.</summary>
    private static char DelimiterOf(Stream file, Encoding encoding, SheetLimits limits)
    {
        using var text = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, 4096, leaveOpen: true);
        var counts = new Dictionary<char, int> { [','] = 0, ['\t'] = 0, [';'] = 0, ['|'] = 0, ['，'] = 0 };
        var quoted = false;
        for (var read = 0; read < limits.MaxLine; read++)
        {
            var next = ReadChar(text);
            if (next < 0 || (next == '\n' && !quoted && counts.Values.Any(count => count > 0))) break;
            if (next == '"') quoted = !quoted;
            else if (!quoted && counts.TryGetValue((char)next, out var count)) counts[(char)next] = count + 1;
        }
        return counts.MaxBy(entry => entry.Value).Key;
    }

    private static int ReadChar(StreamReader text)
    {
        try
        {
            return text.Read();
        }
        catch (DecoderFallbackException)
        {
            throw new SheetRefusedException(ImportRefusal.EncodingBroken, "表头附近的文字无法解读。");
        }
    }

    public void Dispose()
    {
        _parser.Dispose();
        _text.Dispose();
    }
}
