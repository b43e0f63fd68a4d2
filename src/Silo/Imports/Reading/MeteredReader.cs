using Revitalization.Contracts.Imports;

namespace Revitalization.Silo.Imports.Reading;

/// <summary>
/// Text for the CSV parser, metered: a quote that is never closed would have it buffer the rest of the file as one record.
/// </summary>
internal sealed class MeteredReader(TextReader text, int maxRecord) : TextReader
{
    private long _sinceRecord;

    /// <summary>Called after each record. What stands in the parser's buffer already belongs to the next ones.</summary>
    public void RecordEnded() => _sinceRecord = 0;

    public override int Peek() => text.Peek();

    public override int Read(char[] buffer, int index, int count) => Count(text.Read(buffer, index, count));

    public override int Read(Span<char> buffer) => Count(text.Read(buffer));

    private int Count(int read)
    {
        _sinceRecord += read;
        return _sinceRecord <= maxRecord + (2 * CsvSheetReader.BufferSize)
            ? read
            : throw new SheetRefusedException(ImportRefusal.LineTooLong, FormattableString.Invariant($"单行超过 {maxRecord} 字。"));
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) text.Dispose();
        base.Dispose(disposing);
    }
}
