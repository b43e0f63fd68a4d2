namespace Revitalization.Domain.Disclosure;

/// <summary>
/// All figures along one path of places at once, as a linear program: finds the other table where a step-by-step search does not, and among all along
/// that path one that hides little. Along the line to the top there always is one: a village's figures may all be some times what they are.
/// </summary>
internal sealed class PathProgram(LinkedTable table, SumGraph graph, HiddenCells hidden, RegionPaths paths)
{
    private const double Goal = 1e7, Compactness = 1e-3;
    private const int GrowthMost = 256, MoversMost = 400;
    private static readonly int[] s_scales = [1, 2, 3, 4, 6, 12];

    /// <summary>A column (period and indicator), which moves in all places of the path; or one cell that moves alone, such as a figure of an earlier release.</summary>
    internal readonly record struct Mover(int Column, int Cell);

    public Mover Of(int cell, RegionPath path) => path.Regions.Length > 0 && paths.ColumnOf(cell) is >= 0 and var column ? new(column, -1) : new(-1, cell);

    /// <summary>No path: each cell moves for itself, which is the whole problem, as far as it fits.</summary>
    public static RegionPath Anywhere { get; } = new([], []);

    /// <summary>Moves in whole numbers of one part in <c>Scale</c>; null where there is none along the path.</summary>
    /// <param name="start">What is to be more by so much: a figure, or of a rest its total less its part.</param>
    /// <param name="least">So much less will do.</param>
    public (IReadOnlyList<(Mover Mover, long By)> Moves, int Scale)? Solve(IReadOnlyList<(Mover Mover, int Sign)> start, long by, long least, RegionPath path)
    {
        var (columns, sums) = Piece(start, path);
        var (bounds, worth, aim) = (new double[columns.Count * 2], new double[columns.Count * 2], new double[columns.Count * 2]);
        for (var at = 0; at < columns.Count; at++)
        {
            var (up, down, cost) = Limits(columns[at], by, path);
            (bounds[at * 2], bounds[at * 2 + 1]) = (up, down);
            worth[at * 2] = worth[at * 2 + 1] = -(cost + Compactness) / by;
        }
        foreach (var (mover, sign) in start)
        {
            if (columns.IndexOf(mover) is not (>= 0 and var at)) continue; // It cannot move.
            (aim[at * 2], aim[at * 2 + 1]) = (sign, -sign);
            worth[at * 2] += sign * Goal;
            worth[at * 2 + 1] -= sign * Goal;
        }
        sums.Add((aim, double.NegativeInfinity, by));
        var moves = Joined(new BoundedSimplex([.. sums.Select(sum => sum.Factors)], [.. sums.Select(sum => (sum.Least, sum.Most))], bounds, worth).Solve());
        if (start.Sum(each => columns.IndexOf(each.Mover) is >= 0 and var at ? moves[at] * each.Sign : 0) < least - 1e-6) return null;
        foreach (var scale in s_scales.Where(scale => moves.All(each => Math.Abs(each * scale - Math.Round(each * scale)) < 1e-5)))
            return ([.. columns.Select((each, at) => (each, (long)Math.Round(moves[at] * scale))).Where(each => each.Item2 != 0)], scale);
        return null;
    }

    private static double[] Joined(double[] solution) => [.. Enumerable.Range(0, solution.Length / 2).Select(at => solution[at * 2] - solution[at * 2 + 1])];

    /// <summary>What may have to move when the first does, and the sums that tie it.</summary>
    private (List<Mover> Movers, List<(double[] Factors, double Least, double Most)> Sums) Piece(IReadOnlyList<(Mover Mover, int Sign)> start, RegionPath path)
    {
        var (place, movers) = (new Dictionary<Mover, int>(), new List<Mover>());
        foreach (var (mover, _) in start) Add(mover);
        var seen = new HashSet<int>();
        var found = new List<(List<(int At, int Sign)> Terms, long Room)>();
        for (var at = 0; at < movers.Count; at++)
        {
            foreach (var cell in Cells(movers[at], path))
            {
                foreach (var relation in graph.Of(cell).Relations)
                    if ((path.Regions.Length == 0 || relation >= table.CurrentCount || !graph.IsOverRegions(relation)) && seen.Add(relation)) found.Add(Terms(relation));
            }
        }
        return (movers, [.. found.DistinctBy(Key).Select(sum => Row(sum, movers.Count * 2))]);

        bool Add(Mover mover)
        {
            if (place.ContainsKey(mover)) return true;
            if (movers.Count == MoversMost) return false;
            if (!Cells(mover, path).All(cell => cell >= 0 && (hidden.IsUnknown(cell) || hidden.CanHide(cell)))) return false;
            place[mover] = movers.Count;
            movers.Add(mover);
            return true;
        }

        (List<(int At, int Sign)> Terms, long Room) Terms(int relation)
        {
            var (terms, room) = (new List<(int At, int Sign)>(), -1L);
            var (cells, signs) = graph.In(relation);
            for (var each = 0; each < cells.Length; each++)
            {
                var (cell, mover) = (cells[each], Of(cells[each], path));
                if (CellWeights.IsRemainder(table.Cells[cell])) room = hidden.Room(cell);
                else if (Towards(cell, path) is not 0 and var towards && Add(mover)) terms.Add((place[mover], signs[each] * towards));
            }
            return (terms, room);
        }
    }

    private IEnumerable<int> Cells(Mover mover, RegionPath path) =>
        mover.Column < 0 ? [mover.Cell] : path.Regions.Select(region => paths.CellAt(region, mover.Column));

    /// <summary>Which way the path takes a cell; 0 where it does not come by.</summary>
    private int Towards(int cell, RegionPath path) => path.Regions.Length == 0 || paths.ColumnOf(cell) < 0 ? 1
        : Array.IndexOf(path.Regions, paths.RegionOf(cell)) is >= 0 and var at ? path.Signs[at] : 0;

    private static (double[] Factors, double Least, double Most) Row((List<(int At, int Sign)> Terms, long Room) sum, int width)
    {
        var factors = new double[width];
        foreach (var (at, sign) in sum.Terms) (factors[at * 2], factors[at * 2 + 1]) = (sign, -sign);
        return sum.Room < 0 ? (factors, 0, 0) : (factors, double.NegativeInfinity, sum.Room);
    }

    // The same sum stands in every place of the path; the rest that is left of it differs.
    private static string Key((List<(int At, int Sign)> Terms, long Room) sum)
    {
        var ordered = sum.Terms.Order().ToList();
        var turn = sum.Room < 0 && ordered.Count > 0 ? ordered[0].Sign : 1;
        return $"{sum.Room} {string.Join(' ', ordered.Select(term => $"{term.At}*{term.Sign * turn}"))}";
    }

    private (double Up, double Down, double Cost) Limits(Mover mover, long by, RegionPath path)
    {
        var most = (double)Math.Abs(by) * GrowthMost;
        var (up, down, cost) = (most, most, 0.0);
        foreach (var cell in Cells(mover, path))
        {
            if (Towards(cell, path) > 0) down = Math.Min(down, hidden.Room(cell));
            else up = Math.Min(up, hidden.Room(cell));
            if (!hidden.IsUnknown(cell)) cost += hidden.Cost(cell);
        }
        return (up, down, cost);
    }
}
