using Revitalization.Contracts.Imports;
using Revitalization.Silo.Imports.Columns;

namespace Revitalization.Silo.Imports.Running;

/// <summary>Reads a sheet's rows into batches and marks those that repeat an earlier row of the file.</summary>
public sealed class RowReader(SheetOpening sheet, string kind)
{
    private const int RowsMost = 2 * RowBatch.RowsMax;

    private readonly SeenRows _seen = new();
    private (BoundRow Row, CleaningTally Cleanings)? _apart;

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

    /// <summary>The next rows; empty after the last. A household's rows that follow each other stay together, so that the next batch need not wait for this one.</summary>
    public RowBatch Read()
    {
        var batch = new RowBatch();
        if (_apart is { } first) Add(batch, first);
        _apart = null;
        while (batch.Rows.Count < RowBatch.RowsMax && Next(batch.Cleanings) is { } row) batch.Add(row);
        while (batch.Rows.Count is >= RowBatch.RowsMax and < RowsMost && _apart is null && NextApart() is { } next)
        {
            if (RowPlace.Of(next.Row) is { } place && place == RowPlace.Of(batch.Rows[^1])) Add(batch, next);
            else _apart = next;
        }
        return batch;
    }

    private static void Add(RowBatch batch, (BoundRow Row, CleaningTally Cleanings) read)
    {
        batch.Add(read.Row);
        batch.Cleanings.Add(read.Cleanings);
    }

    private BoundRow? Next(CleaningTally cleanings)
    {
        if (Peek() is not { } row) return null;
        _next = null;
        var bound = BoundRow.Bind(sheet.Plan, row, cleanings);
        Mark(bound);
        return bound;
    }

    // What was cleaned in it is counted with the batch that takes it.
    private (BoundRow Row, CleaningTally Cleanings)? NextApart()
    {
        var cleanings = new CleaningTally();
        return Next(cleanings) is { } row ? (row, cleanings) : null;
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
