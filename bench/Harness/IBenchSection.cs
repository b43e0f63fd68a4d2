namespace Revitalization.Bench.Harness;

/// <summary>
/// One part of the table. To add one, write a class that implements this: the program finds it. Measure the limit a
/// figure is held against in the same run, on the same disk, and report both in one line.
/// </summary>
public interface IBenchSection
{
    /// <summary>Heading in the table; <c>bench/run NAME</c> runs the sections whose heading contains NAME.</summary>
    string Name { get; }

    /// <summary>Sections run by ascending order: 10s storage, 20s engine and grains, 30s imports, 40s projections, 50s HTTP.</summary>
    int Order { get; }

    Task Run(BenchRun run);
}
