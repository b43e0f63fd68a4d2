using Revitalization.Domain.Disclosure;

namespace Revitalization.Domain.Tests.Disclosure;

/// <summary>
/// What a reader with a computer could do: solve all sums at once. Finds every unknown that the published figures determine,
/// by elimination over a prime field (exact for sums of a few thousand ones), one connected piece of the table at a time.
/// </summary>
internal static class LinearAttack
{
    private const long Prime = 2_147_483_647;

    /// <summary>Unknown cells whose value follows from what is published, in order.</summary>
    public static IReadOnlyList<int> Determined(IReadOnlyList<SumRelation> relations, Func<int, bool> isUnknown)
    {
        var rows = relations.Select(relation => Row(relation, isUnknown)).Where(row => row.Count > 0).ToList();
        var stripped = Stripped(rows);
        var taken = stripped.Select(strip => strip.Row).ToHashSet();
        var core = rows.Where((_, at) => !taken.Contains(at)).Select(row => new Dictionary<int, long>(row)).ToList();
        var determined = Pieces(core).SelectMany(Reduced).Where(row => row.Count == 1).Select(row => row.Keys.First()).ToHashSet();

        // Who solved all others of a sum that was set aside solves its last one too; the sums last set aside come first.
        for (var at = stripped.Count - 1; at >= 0; at--)
        {
            if (rows[stripped[at].Row].Keys.All(cell => cell == stripped[at].Cell || determined.Contains(cell))) determined.Add(stripped[at].Cell);
        }
        return [.. determined.Order()];
    }

    /// <summary>
    /// Sets aside sums with an unknown that stands in no other sum: it takes up whatever the others are, so the sum tells
    /// nothing about them. Most of a table goes this way, and what is left to solve is small.
    /// </summary>
    private static List<(int Row, int Cell)> Stripped(List<Dictionary<int, long>> rows)
    {
        var holders = new Dictionary<int, HashSet<int>>();
        for (var at = 0; at < rows.Count; at++)
        {
            foreach (var cell in rows[at].Keys) Held(holders, cell).Add(at);
        }
        var stripped = new List<(int, int)>();
        var lonely = new Queue<int>(holders.Where(held => held.Value.Count == 1).Select(held => held.Key).Order());
        while (lonely.TryDequeue(out var cell))
        {
            if (holders[cell].Count != 1) continue;
            var row = holders[cell].First();
            stripped.Add((row, cell));
            foreach (var other in rows[row].Keys)
            {
                holders[other].Remove(row);
                if (holders[other].Count == 1) lonely.Enqueue(other);
            }
        }
        return stripped;
    }

    private static HashSet<int> Held(Dictionary<int, HashSet<int>> holders, int cell) =>
        holders.TryGetValue(cell, out var held) ? held : holders[cell] = [];

    private static IEnumerable<List<Dictionary<int, long>>> Pieces(List<Dictionary<int, long>> rows)
    {
        var leader = new Dictionary<int, int>();
        foreach (var row in rows)
        {
            var first = Leader(row.Keys.First());
            foreach (var cell in row.Keys) leader[Leader(cell)] = first;
        }
        return rows.GroupBy(row => Leader(row.Keys.First())).Select(piece => piece.ToList());

        int Leader(int cell)
        {
            var top = cell;
            while (leader.TryGetValue(top, out var next) && next != top) top = next;
            while (cell != top) (cell, leader[cell]) = (leader[cell], top);
            return top;
        }
    }

    private static Dictionary<int, long> Row(SumRelation relation, Func<int, bool> isUnknown)
    {
        var row = new Dictionary<int, long>();
        foreach (var part in relation.Parts.Where(isUnknown)) row[part] = part == relation.Subtracted ? Prime - 1 : 1;
        if (isUnknown(relation.Total)) row[relation.Total] = Prime - 1;
        return row;
    }

    /// <summary>Gauss–Jordan on sparse rows; the shortest row leads, so that rows stay short.</summary>
    private static IEnumerable<Dictionary<int, long>> Reduced(List<Dictionary<int, long>> rows)
    {
        var holders = new Dictionary<int, HashSet<int>>();
        for (var at = 0; at < rows.Count; at++)
        {
            foreach (var cell in rows[at].Keys) Held(holders, cell).Add(at);
        }
        var waiting = new PriorityQueue<int, int>(Enumerable.Range(0, rows.Count).Select(at => (at, rows[at].Count)));
        while (waiting.TryDequeue(out var at, out var length))
        {
            if (rows[at].Count == 0) continue;
            if (rows[at].Count > length)
            {
                waiting.Enqueue(at, rows[at].Count);
                continue;
            }
            Eliminate(at);
        }
        return rows.Where(row => row.Count > 0);

        void Eliminate(int at)
        {
            var pivot = rows[at].Keys.MinBy(cell => (Held(holders, cell).Count, cell));
            var inverse = Inverse(rows[at][pivot]);
            foreach (var other in Held(holders, pivot).Where(other => other != at).Order().ToList())
                Subtract(other, at, rows[other][pivot] * inverse % Prime);
        }

        void Subtract(int from, int row, long factor)
        {
            foreach (var (cell, value) in rows[row])
            {
                var rest = (rows[from].GetValueOrDefault(cell) + (Prime - factor) * value) % Prime;
                if (rest == 0)
                {
                    rows[from].Remove(cell);
                    Held(holders, cell).Remove(from);
                }
                else
                {
                    rows[from][cell] = rest;
                    Held(holders, cell).Add(from);
                }
            }
        }
    }

    /// <summary>By Fermat: value to the power of the prime less two.</summary>
    private static long Inverse(long value)
    {
        var (result, power) = (1L, value % Prime);
        for (var exponent = Prime - 2; exponent > 0; exponent >>= 1)
        {
            if ((exponent & 1) == 1) result = result * power % Prime;
            power = power * power % Prime;
        }
        return result;
    }
}
