using Revitalization.Portal.Cube.Conditions;

namespace Revitalization.Portal.Cube.Grouping;

/// <summary>Numbers the different keys that members of one dimension have, as they are met. Without keys there is one part.</summary>
internal sealed class DimensionParts(IReadOnlyList<Func<CubeCell, Cell>> keys)
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public List<Cell[]> Keys { get; } = keys.Count == 0 ? [[]] : [];

    public int Of(CubeCell member)
    {
        if (keys.Count == 0) return 0;
        var cells = new Cell[keys.Count];
        for (var at = 0; at < cells.Length; at++) cells[at] = keys[at](member);
        var name = Name(cells);
        if (_numbers.TryGetValue(name, out var known)) return known;
        Keys.Add(cells);
        return _numbers[name] = Keys.Count - 1;
    }

    public int[] OfAll(int members, Func<int, CubeCell> member) => [.. Enumerable.Range(0, members).Select(at => Of(member(at)))];

    // Lengths keep two neighbouring texts apart.
    private static string Name(Cell[] cells) => cells is [{ Text: { } only }] ? only
        : string.Concat(cells.Select(cell => !cell.HasValue ? "-" : cell.Text is { } text ? $"{text.Length}:{text}" : $"#{cell.Number};"));
}
