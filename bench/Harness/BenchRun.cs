using System.Globalization;
using Revitalization.Conformance.Tests.Storage.Harness;

namespace Revitalization.Bench.Harness;

/// <summary>One figure of the table.</summary>
/// <param name="Limit">The raw limit measured in the same run, in the same unit; null where there is none.</param>
/// <param name="Target">What we aim at, such as <c>≥ 50 %</c>.</param>
public sealed record Figure(string Section, string Database, string What, double Value, string Unit, double? Limit, string Target)
{
    public string Share => Limit is { } limit and > 0 ? (Value / limit).ToString("P0", CultureInfo.InvariantCulture) : "";
}

/// <summary>What a section needs: folders, databases, a place to report to.</summary>
public sealed class BenchRun(double scale, bool full = false, IReadOnlyList<string>? beside = null) : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("storage-bench-").FullName;
    private readonly PostgresServer _postgres = new();
    private int _folders;

    public List<Figure> Figures { get; } = [];

    /// <summary>1 for a full run; a smaller one makes every section shorter (<c>--quick</c>).</summary>
    public double Scale { get; } = scale;

    /// <summary>With the largest amounts (<c>--full</c>), where a section has them.</summary>
    public bool Full => full;

    /// <summary>Parts of the names of the peers wanted, where a section has peers; none: all.</summary>
    public IReadOnlyList<string> Beside => beside ?? [];

    /// <summary>How long to measure one figure.</summary>
    public TimeSpan Time => TimeSpan.FromSeconds(5 * Scale);

    /// <summary>A new empty folder on the disk that is measured.</summary>
    public string NewFolder()
    {
        var number = Interlocked.Increment(ref _folders).ToString(CultureInfo.InvariantCulture);
        return Directory.CreateDirectory(Path.Combine(_folder, number)).FullName;
    }

    /// <summary>A new empty PostgreSQL database; its connection string.</summary>
    public Task<string> NewPostgres() => _postgres.CreateDatabase();

    public void Report(Figure figure)
    {
        Figures.Add(figure);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{figure.Section} | {figure.Database} | {figure.What} | {Table.Number(figure.Value)} {figure.Unit} | limit {figure.Limit:N0} | {figure.Share} {figure.Target}"));
    }

    public async ValueTask DisposeAsync()
    {
        await _postgres.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
