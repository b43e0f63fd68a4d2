namespace Revitalization.Domain.Disclosure;

/// <summary>
/// Linear programming for small problems: the largest worth of variables from zero to a bound each, under sums that stay within limits on
/// both sides of zero. All zero is a solution to begin with. Dense, and in floating point: whoever uses the answer checks it in whole numbers.
/// </summary>
internal sealed class BoundedSimplex
{
    private const double Small = 1e-9;
    private const int StepsMost = 4_000, PatientSteps = 1_500;

    private readonly int _rows, _columns;
    private readonly double[][] _matrix; // Of each basic variable: what one more of each other one takes off it.
    private readonly double[] _value, _gain, _least, _most;
    private readonly int[] _basic, _other;
    private readonly bool[] _atMost;

    /// <param name="sums">Coefficients of each sum.</param>
    public BoundedSimplex(IReadOnlyList<double[]> sums, IReadOnlyList<(double Least, double Most)> limits, double[] bounds, double[] worth)
    {
        (_rows, _columns) = (sums.Count, bounds.Length);
        _matrix = [.. sums.Select(sum => sum.Select(each => -each).ToArray())];
        _value = new double[_rows];
        _gain = [.. worth];
        _least = [.. new double[_columns], .. limits.Select(limit => limit.Least)];
        _most = [.. bounds, .. limits.Select(limit => limit.Most)];
        _other = [.. Enumerable.Range(0, _columns)];
        _basic = [.. Enumerable.Range(_columns, _rows)];
        _atMost = new bool[_columns];
    }

    public double[] Solve()
    {
        for (var step = 0; step < StepsMost; step++)
        {
            var column = Entering(first: step > PatientSteps); // The first that gains never goes in circles.
            if (column < 0 || !Enter(column)) break;
        }
        var solution = new double[_columns];
        for (var column = 0; column < _columns; column++)
            if (_other[column] < _columns) solution[_other[column]] = _atMost[column] ? _most[_other[column]] : _least[_other[column]];
        for (var row = 0; row < _rows; row++)
            if (_basic[row] < _columns) solution[_basic[row]] = _value[row];
        return solution;
    }

    private int Entering(bool first)
    {
        var (best, bestGain) = (-1, Small);
        for (var column = 0; column < _columns; column++)
        {
            var variable = _other[column];
            var gain = _atMost[column] ? -_gain[column] : _gain[column];
            if (gain <= bestGain || _most[variable] - _least[variable] <= Small) continue;
            if (first && best >= 0 && _other[best] < variable) continue;
            (best, bestGain) = (column, first ? Small : gain);
        }
        return best;
    }

    /// <summary>False where nothing holds it back, which bounds on all variables exclude.</summary>
    private bool Enter(int column)
    {
        var up = _atMost[column] ? -1.0 : 1.0;
        var (length, leaving) = (_most[_other[column]] - _least[_other[column]], -1);
        for (var row = 0; row < _rows; row++)
        {
            var rate = -_matrix[row][column] * up;
            if (Math.Abs(rate) <= Small) continue;
            var room = ((rate > 0 ? _most[_basic[row]] : _least[_basic[row]]) - _value[row]) / rate;
            if (room < length - Small || (room <= length + Small && leaving >= 0 && Math.Abs(_matrix[row][column]) > Math.Abs(_matrix[leaving][column]) + Small))
                (length, leaving) = (Math.Max(0, Math.Min(room, length)), row);
        }
        if (double.IsInfinity(length)) return false;
        for (var row = 0; row < _rows; row++) _value[row] -= _matrix[row][column] * up * length;
        if (leaving < 0) _atMost[column] = !_atMost[column];
        else Exchange(column, leaving, up * length);
        return true;
    }

    private void Exchange(int column, int row, double moved)
    {
        var (entering, leaving) = (_other[column], _basic[row]);
        var start = _atMost[column] ? _most[entering] : _least[entering];
        _atMost[column] = Math.Abs(_value[row] - _most[leaving]) < Math.Abs(_value[row] - _least[leaving]);
        (_other[column], _basic[row], _value[row]) = (leaving, entering, start + moved);
        var pivot = _matrix[row][column];
        var lead = _matrix[row];
        for (var at = 0; at < _columns; at++) lead[at] /= pivot;
        lead[column] = 1 / pivot;
        for (var each = 0; each < _rows; each++)
            if (each != row) Take(_matrix[each], lead, column);
        Take(_gain, lead, column);
    }

    private static void Take(double[] from, double[] lead, int column)
    {
        var factor = from[column];
        if (Math.Abs(factor) <= Small)
        {
            from[column] = 0;
            return;
        }
        from[column] = 0;
        for (var at = 0; at < lead.Length; at++)
            if (lead[at] != 0) from[at] -= factor * lead[at];
    }
}
