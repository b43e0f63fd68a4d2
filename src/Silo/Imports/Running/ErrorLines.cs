using System.Text;
using Revitalization.Contracts.Refusals;
using Revitalization.Silo.Imports.Columns;
using Revitalization.Hosting.Sheets;

namespace Revitalization.Silo.Imports.Running;

/// <summary>The error file's lines: where, why, what to do. No cell's content stands in it, personal or not.</summary>
internal sealed class ErrorLines(RefusalCatalog refusals)
{
    public const string Head = "行号,列,原因代码,原因,处理办法\r\n";

    public string Of(RowBatch batch)
    {
        var lines = new StringBuilder();
        foreach (var row in batch.Rows)
        {
            foreach (var fault in row.Faults) Append(lines, row.Number, fault);
        }
        return lines.ToString();
    }

    private void Append(StringBuilder lines, long row, RowFault fault)
    {
        var refusal = refusals[fault.Code];
        lines.Append(System.Globalization.CultureInfo.InvariantCulture, $"{row},{CsvText.Cell(fault.Column)},{refusal.Code},");
        lines.Append(CsvText.Cell(refusal.Title)).Append(',').Append(CsvText.Cell(refusal.Remedy)).Append("\r\n");
    }
}
