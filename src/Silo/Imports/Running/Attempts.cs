namespace Revitalization.Silo.Imports.Running;

/// <summary>
/// How often an import is tried again (重试). What fails while the database is away does not count, for however long; what fails at the same
/// place with the database answering is a fault, and after some of those it is given up.
/// </summary>
public sealed class Attempts
{
    public const int Most = 6;

    private static readonly TimeSpan s_first = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(1);

    private long? _row;
    private int _faults, _waits;

    /// <summary>Longer after each failure in a row: 3 seconds, 6, 12, up to a minute.</summary>
    public TimeSpan Wait { get; private set; }

    /// <param name="row">Where the import stands; null while the database is away.</param>
    /// <returns>False when another attempt is not worth it.</returns>
    public bool GoOn(long? row)
    {
        if (row is { } here && here != _row) (_row, _faults, _waits) = (here, 0, 0); // It got further than the last time.
        if (row is not null && ++_faults >= Most) return false;
        Wait = TimeSpan.FromTicks(Math.Min(s_longest.Ticks, s_first.Ticks << Math.Min(_waits++, 10)));
        return true;
    }
}
