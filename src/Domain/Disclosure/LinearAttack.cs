namespace Revitalization.Domain.Disclosure;

/// <summary>
/// What a reader with a computer could do: solve all sums at once. Finds every unknown that the published figures determine,
/// by elimination over a prime field (exact for sums of a few thousand ones), one connected piece of the table at a time.
/// </summary>
internal static class LinearAttack
{
    private const long Prime = 2_147_483_647;

    /// <summary>Guarded cells whose value follows from what is published.</summary>
    public static IReadOnlyList<int> Determined(DisclosureTable table, Func<int, bool> isUnknown)
    {
        var determined = new List<int>();
        foreach (var piece in Pieces(table, isUnknown))
        {
            foreach (var row in Reduced(piece))
            {
                if (row.Count == 1) determined.Add(row.Keys.First());
            }
        }
        determined.Sort();
        return determined;
    }

    private static IEnumerable<List<Dictionary<int, long>>> Pieces(DisclosureTable table, Func<int, bool> isUnknown)
    {
        var rows = table.Relations.Select(relation => Row(relation, isUnknown)).Where(row => row.Count > 0).ToList();
        var leader = new Dictionary<int, int>();
        foreach (var row in rows)
        {
            var first = Leader(row.Keys.First());
            foreach (var cell in row.Keys) leader[Leader(cell)] = first;
        }
        return rows.GroupBy(row => Leader(row.Keys.First())).Select(piece => piece.ToList());

        int Leader(int cell)
        {
            while (leader.TryGetValue(cell, out var next) && next != cell) cell = next;
            return cell;
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
            foreach (var cell in rows[at].Keys) Holders(cell).Add(at);
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

        HashSet<int> Holders(int cell) => holders.TryGetValue(cell, out var held) ? held : holders[cell] = [];

        void Eliminate(int at)
        {
            var pivot = rows[at].Keys.MinBy(cell => (Holders(cell).Count, cell));
            var inverse = Inverse(rows[at][pivot]);
            foreach (var other in Holders(pivot).Where(other => other != at).Order().ToList())
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
                    Holders(cell).Remove(from);
                }
                else
                {
                    rows[from][cell] = rest;
                    Holders(cell).Add(from);
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
