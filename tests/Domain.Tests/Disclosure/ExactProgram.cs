namespace Revitalization.Domain.Tests.Disclosure;

/// <summary>
/// Linear programming in exact fractions (simplex, Bland's rule): unknowns that are not negative under sums that are given. Slow and
/// simple on purpose, and shares nothing with the product.
/// </summary>
internal sealed class ExactProgram
{
    private readonly int _columns;
    private readonly List<Fraction[]> _rows = []; // Of each basic unknown: its row, the constant last.
    private readonly List<int> _basic = [];

    /// <param name="sums">Factors by unknown, and what they come to; there must be a solution.</param>
    public ExactProgram(int unknowns, IReadOnlyList<(IReadOnlyDictionary<int, int> Factors, long Sum)> sums)
    {
        _columns = unknowns;
        foreach (var (factors, sum) in sums)
        {
            var row = new Fraction[unknowns + 1];
            Array.Fill(row, Fraction.Zero);
            foreach (var (at, factor) in factors) row[at] = sum < 0 ? -factor : factor;
            row[unknowns] = Math.Abs(sum);
            _rows.Add(row);
            _basic.Add(unknowns + 1 + _basic.Count); // One of its own for each sum, to be driven out.
        }
        DriveOut();
    }

    /// <summary>The most that an unknown can be, or the first value found that is enough.</summary>
    public Fraction Most(int unknown, Fraction enough) => Climb(unknown, 1, enough);

    public Fraction Least(int unknown, Fraction enough) => -Climb(unknown, -1, -enough);

    private Fraction Climb(int unknown, int sign, Fraction enough)
    {
        while (true)
        {
            var gain = Gain(unknown, sign);
            var value = gain[_columns];
            if (value.CompareTo(enough) >= 0) return value;
            var column = Array.FindIndex(gain, 0, _columns, each => each.Sign > 0);
            if (column < 0) return value;
            if (Leaving(column) is not { } row) return enough; // Without bound.
            Pivot(row, column);
        }
    }

    // What one more of each unknown outside the basis adds; last the present value.
    private Fraction[] Gain(int unknown, int sign)
    {
        var gain = new Fraction[_columns + 1];
        Array.Fill(gain, Fraction.Zero);
        var row = _basic.IndexOf(unknown);
        if (row < 0) gain[unknown] = sign;
        else
            for (var at = 0; at <= _columns; at++) gain[at] = at == unknown ? 0 : at == _columns ? _rows[row][at] * sign : _rows[row][at] * -sign;
        return gain;
    }

    private int? Leaving(int column)
    {
        int? best = null;
        for (var row = 0; row < _rows.Count; row++)
        {
            if (_rows[row][column].Sign <= 0) continue;
            if (best is not { } present) best = row;
            else
            {
                var order = (_rows[row][_columns] / _rows[row][column]).CompareTo(_rows[present][_columns] / _rows[present][column]);
                if (order < 0 || (order == 0 && _basic[row] < _basic[present])) best = row;
            }
        }
        return best;
    }

    private void DriveOut()
    {
        while (true)
        {
            var own = Enumerable.Range(0, _rows.Count).Where(row => _basic[row] > _columns).ToList();
            var left = own.Aggregate(Fraction.Zero, (sum, row) => sum + _rows[row][_columns]);
            if (left.IsZero) break;
            var column = Enumerable.Range(0, _columns).First(at => own.Aggregate(Fraction.Zero, (sum, row) => sum + _rows[row][at]).Sign > 0);
            Pivot(Leaving(column)!.Value, column);
        }
        for (var row = _rows.Count - 1; row >= 0; row--)
        {
            if (_basic[row] <= _columns) continue;
            var column = Array.FindIndex(_rows[row], 0, _columns, each => !each.IsZero);
            if (column >= 0) Pivot(row, column);
            else
            {
                _rows.RemoveAt(row); // It followed from the others.
                _basic.RemoveAt(row);
            }
        }
    }

    private void Pivot(int row, int column)
    {
        var lead = _rows[row];
        var pivot = lead[column];
        for (var at = 0; at <= _columns; at++)
            if (!lead[at].IsZero) lead[at] /= pivot;
        for (var other = 0; other < _rows.Count; other++)
        {
            var factor = _rows[other][column];
            if (other == row || factor.IsZero) continue;
            for (var at = 0; at <= _columns; at++)
                if (!lead[at].IsZero) _rows[other][at] -= factor * lead[at];
        }
        _basic[row] = column;
    }
}
