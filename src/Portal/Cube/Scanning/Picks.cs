using Revitalization.Portal.Cube.Conditions;
using Revitalization.Portal.Cube.Files;

namespace Revitalization.Portal.Cube.Scanning;

/// <summary>Which of a pattern's cells a condition lets pass, found once a pattern and then used for every region of it.</summary>
/// <param name="Places">Of the cells, within a region's rows.</param>
/// <param name="Groups">What each belongs to; empty where nothing is grouped.</param>
internal sealed record Picks(int[] Places, int[] Groups);

internal sealed class PickBook(CubeFile file, CubeCondition condition, Func<int, int, int>? groupOf = null)
{
    private readonly Picks?[] _known = new Picks?[file.Header.Patterns];

    public Picks Of(int pattern) => _known[pattern] ??= Make(file.Pattern(pattern));

    private Picks Make(ReadOnlySpan<uint> cells)
    {
        var (places, groups) = (new List<int>(cells.Length), new List<int>());
        for (var at = 0; at < cells.Length; at++)
        {
            var (period, indicator) = ((int)(cells[at] >> 16), (int)(cells[at] & 0xFFFF));
            if (!condition.HoldsCell(period, indicator)) continue;
            places.Add(at);
            if (groupOf is not null) groups.Add(groupOf(period, indicator));
        }
        return new Picks([.. places], [.. groups]);
    }
}
