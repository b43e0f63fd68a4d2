namespace Revitalization.Standalone.Samples;

/// <summary>
/// Values that look random and are the same on every machine and in every version of the framework (SplitMix64), so that a
/// sample county can be named by its seed.
/// </summary>
internal struct Chance
{
    private ulong _state;

    public Chance(ulong seed, ulong stream, ulong place = 0) => _state = Mix(Mix(seed) ^ Mix(stream + 0x51) ^ Mix(place + 0xA7));

    /// <summary>A whole number from <paramref name="from"/> up to, but not, <paramref name="to"/>.</summary>
    public int Between(int from, int to) => from + (int)(Next() % (ulong)(to - from));

    /// <summary>True in so many of a hundred cases.</summary>
    public bool Of100(int cases) => Next() % 100 < (ulong)cases;

    private ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
        }
        return Mix(_state);
    }

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
