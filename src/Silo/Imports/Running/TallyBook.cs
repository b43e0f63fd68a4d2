using Revitalization.Contracts.Imports;
using Revitalization.Contracts.Refusals;
using Revitalization.Domain.Imports;
using Revitalization.Silo.Imports.Columns;

namespace Revitalization.Silo.Imports.Running;

/// <summary>Adds up what came of the rows, from where an earlier run stopped.</summary>
internal sealed class TallyBook
{
    private static readonly string Duplicate = RefusalCatalog.CodeOf(ImportRowRefusal.DuplicateInFile);

    private readonly Dictionary<string, long> _reasons = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Column, string Kind), long> _cleanings = [];
    private long _row, _read, _committed, _unchanged, _refused, _duplicates;

    public TallyBook(ImportTally from)
    {
        (_row, _read, _committed, _unchanged, _refused, _duplicates) = (from.Row, from.RowsRead, from.Committed, from.Unchanged, from.Refused, from.Duplicates);
        foreach (var line in from.Reasons) _reasons[line.Name] = line.Count;
        foreach (var line in from.Cleanings) _cleanings[(line.Name, line.Detail)] = line.Count;
    }

    public long RowsRead => _read;

    public void Add(RowBatch batch)
    {
        foreach (var (row, reply) in batch.Replies)
        {
            if (reply.Refusal is { } refusal) row.Refuse(refusal.Code, RowBodies.FieldOf(row.Kind, refusal.Field));
            else if (reply.Changed) _committed++;
            else _unchanged++;
        }
        foreach (var row in batch.Rows) Add(row);
        foreach (var line in batch.Cleanings.Counts()) Count(line);
    }

    public ImportTally At(long errorBytes) => new(
        _row, _read, _committed, _unchanged, _refused, _duplicates, errorBytes,
        [.. _reasons.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => new TallyLine(entry.Key, "", entry.Value))],
        [.. _cleanings.OrderBy(entry => entry.Key.Column, StringComparer.Ordinal).Select(entry => new TallyLine(entry.Key.Column, entry.Key.Kind, entry.Value))]);

    private void Add(BoundRow row)
    {
        _read++;
        _row = row.Number;
        if (row.Faults.Count == 0) return;
        _refused++;
        if (row.Faults.Any(fault => fault.Code == Duplicate)) _duplicates++;
        foreach (var code in row.Faults.Select(fault => fault.Code).Distinct(StringComparer.Ordinal)) _reasons[code] = _reasons.GetValueOrDefault(code) + 1;
    }

    private void Count(CleaningCount line) =>
        _cleanings[(line.Column, line.Kind)] = _cleanings.GetValueOrDefault((line.Column, line.Kind)) + line.Cells;
}
