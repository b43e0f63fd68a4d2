using System.Buffers;
using System.Text;
using Revitalization.Hosting.Sheets;
using Revitalization.Portal.OData.Execution;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.OData.Output;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Data;

/// <summary>One column of a CSV file: which of the row's it is. Written as bytes at once, since a whole set has tens of millions of cells.</summary>
internal readonly record struct CsvCell(int At, DataType Type, Encoding Encoding)
{
    public void Write(ArrayBufferWriter<byte> text, IRow row)
    {
        if (row.IsNull(At)) return;
        if (Type == DataType.Decimal) text.Advance(ScaledDecimal.Write(row.Int64(At), text.GetSpan(ScaledDecimal.Longest)));
        else Write(text, ValueWriter.Text(row, At, Type), Encoding);
    }

    public static void Write(ArrayBufferWriter<byte> text, string value, Encoding encoding) => encoding.GetBytes(CsvText.Cell(value), text);
}
