using Revitalization.Contracts.Imports;
using Revitalization.Domain.Text;

namespace Revitalization.Silo.Imports.Columns;

/// <summary>Counts what was cleaned, by column and kind: an import reports every cleaning.</summary>
public sealed class CleaningTally
{
    private readonly Dictionary<(string Column, TextCleaning Kind), long> _cells = [];

    public void Add(string column, TextCleaning done)
    {
        if (done == TextCleaning.None) return;
        foreach (var kind in TextCleaningTitles.Kinds)
        {
            if (done.HasFlag(kind)) Add(column, kind, 1);
        }
    }

    public void Add(CleaningTally other)
    {
        foreach (var ((column, kind), cells) in other._cells) Add(column, kind, cells);
    }

    private void Add(string column, TextCleaning kind, long cells) =>
        _cells[(column, kind)] = _cells.GetValueOrDefault((column, kind)) + cells;

    public IReadOnlyList<CleaningCount> Counts() =>
    [
        .. _cells.OrderBy(entry => entry.Key.Column, StringComparer.Ordinal).ThenBy(entry => entry.Key.Kind)
            .Select(entry => new CleaningCount(entry.Key.Column, entry.Key.Kind.ToString(), entry.Key.Kind.Title(), entry.Value)),
    ];
}
