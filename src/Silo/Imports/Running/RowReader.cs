using Revitalization.Contracts.Imports;
using Revitalization.Silo.Imports.Columns;

namespace Revitalization.Silo.Imports.Running;

/// <summary>Reads a sheet's rows into batches and marks those that repeat an earlier row of the file.</summary>
internal sealed class RowReader(SheetOpening sheet, string kind)
{
    private readonly SeenRows _seen = new();

    /// <summary>Passes over rows that an earlier run has settled; they still count where a later row repeats them.</summary>
    public void Skip(long upTo)
    {
        var ignored = new CleaningTally();
        while (Peek() is { } row && row.Number <= upTo)
        {
            Mark(BoundRow.Bind(sheet.Plan, row, ignored));
            _next = null;
        }
    }

    private Reading.SheetRow? _next;

    private Reading.SheetRow? Peek() => _next ??= sheet.Next();

    /// <summary>The next rows; empty after the last.</summary>
    public RowBatch Read()
    {
        var batch = new RowBatch();
        while (batch.Rows.Count < RowBatch.RowsMax && Peek() is { } row)
        {
            _next = null;
            var bound = BoundRow.Bind(sheet.Plan, row, batch.Cleanings);
            Mark(bound);
            batch.Rows.Add(bound);
        }
        return batch;
    }

    // A row with faults claims its id too: which of two rows is meant, a person must say.
    private void Mark(BoundRow row)
    {
        foreach (var (field, key) in Keys(row))
        {
            if (!_seen.Add(field, key)) row.Refuse(ImportRowRefusal.DuplicateInFile, field);
        }
    }

    private IEnumerable<(string Field, string Key)> Keys(BoundRow row)
    {
        var household = row.Find("household");
        switch (kind)
        {
            case ImportKinds.Villages when row.Find("villageCode") is { } code:
                yield return ("villageCode", code);
                break;
            case ImportKinds.Households when household is not null:
                yield return ("household", household);
                break;
            case ImportKinds.Members:
                if (household is not null && row.Find("member") is { } member) yield return ("member", $"{household}/{member}");
                if (row.Find("nationalId") is { } id) yield return ("nationalId", id.ToUpperInvariant());
                break;
            case ImportKinds.Incomes when household is not null && row.Find("period") is { } period:
                yield return ("period", $"{household}/{period}");
                break;
            case ImportKinds.Clues when household is not null:
                yield return ("clue", $"{household}/{ClueRows.IdOf(row)}");
                break;
            case ImportKinds.Projects when row.Find("project") is { } project:
                yield return ("project", project);
                break;
            case ImportKinds.Payments when row.Find("project") is { } payer && row.Find("payment") is { } payment:
                yield return ("payment", $"{payer}/{payment}");
                break;
            case ImportKinds.Documents:
                yield return ("document", DocumentImportRows.IdOf(row));
                break;
            case ImportKinds.AidReports:
                yield return ("report", AidReportRows.IdOf("", row));
                break;
            default:
                break;
        }
    }
}
