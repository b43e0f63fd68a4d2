using System.Globalization;
using Revitalization.Contracts.Releases;
using Revitalization.Portal.Replica;
using Revitalization.SystemTests.Feeds;

namespace Revitalization.Bench.Cube;

/// <summary>
/// A signed release of many counties with about 50,000 figures each, in a file: 104 villages and their county's townships, 24 quarters, 20
/// indicators. No two villages have the same figures.
/// </summary>
internal sealed class CubeRelease : IReleaseSource, IDisposable
{
    public const int RowsOfACounty = Villages * Quarters * Indicators;

    private const int Villages = 104, Quarters = 24, Indicators = 20;

    private static readonly DateOnly s_asOf = new(2026, 3, 31);

    private readonly GeneratedReleases _signer = new();
    private readonly string _file;
    private readonly SignedRelease _release;

    public CubeRelease(string folder, int rows)
    {
        _file = Path.Combine(folder, "rows.jsonl");
        Counties = [.. Enumerable.Range(0, Math.Max(1, rows / RowsOfACounty)).Select(n => string.Create(CultureInfo.InvariantCulture, $"51{1 + (n / 80):00}{20 + (n % 80)}"))];
        var (root, counts) = (new MerkleRootBuilder(), new Dictionary<string, long>(StringComparer.Ordinal));
        using (var file = File.Create(_file, 1 << 20))
        {
            foreach (var line in Lines().Concat(Observations().Select(RowLine.Of)))
            {
                file.Write(line.Bytes.AsSpan());
                file.WriteByte((byte)'\n');
                root.Add(Merkle.Leaf(line.Bytes.AsSpan()));
                counts[line.Set] = counts.GetValueOrDefault(line.Set) + 1;
            }
        }

        var manifest = new ReleaseManifest(
            GeneratedReleases.Channel, 1, s_asOf, new DateTimeOffset(s_asOf, new TimeOnly(9, 30), TimeSpan.FromHours(8)), 1001, counts,
            Convert.ToHexStringLower(root.Root()), null, null, null);
        _release = _signer.Signed(manifest, new TreeHead(GeneratedReleases.Channel, 1, ReleaseVerification.LogRoot([], manifest)));
    }

    public IReadOnlyList<string> Counties { get; }

    public long Rows => (long)Counties.Count * RowsOfACounty;

    public string PinnedKey => _signer.PinnedKey;

    public Task<int> Newest(CancellationToken cancellation) => Task.FromResult(1);

    public Task<IReadOnlyList<SignedKeyStatement>> Keys(CancellationToken cancellation) => _signer.Keys(cancellation);

    public Task<SignedRedactions?> Redactions(CancellationToken cancellation) => _signer.Redactions(cancellation);

    public Task<SignedRelease> Manifest(int number, CancellationToken cancellation) => Task.FromResult(_release);

    Task<Stream> IReleaseSource.Rows(int number, CancellationToken cancellation) =>
        Task.FromResult<Stream>(new FileStream(_file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20, useAsync: true));

    /// <summary>The figures alone, in the order of their key, for a database beside ours.</summary>
    public IEnumerable<ObservationRow> Observations() => Counties.SelectMany((county, at) => Places(county).SelectMany((village, n) => Figures(village, (at * Villages) + n)));

    /// <summary>The village's code: what a page is asked of.</summary>
    public static string Place(string county, int n) => string.Create(CultureInfo.InvariantCulture, $"{county}{100 + (n / 10)}{200 + (n % 10)}");

    public static int PlacesOfACounty => Villages;

    public void Dispose()
    {
        _signer.Dispose();
        File.Delete(_file);
    }

    private static IEnumerable<string> Places(string county) => Enumerable.Range(0, Villages).Select(n => Place(county, n));

    private IEnumerable<RowLine> Lines() =>
    [
        .. Counties.SelectMany(Regions),
        .. Enumerable.Range(0, Indicators).Select(n => RowLine.Of(new IndicatorRow(Indicator(n), "示例", "户", "示例", "示例", "示例", true, true, "flow"))),
    ];

    private static IEnumerable<RowLine> Regions(string county) =>
    [
        RowLine.Of(new RegionRow(county, "示例县", "county", null)),
        .. Places(county).Select(village => village[..9]).Distinct(StringComparer.Ordinal).Select(town => RowLine.Of(new RegionRow(town, "示例镇", "township", county))),
        .. Places(county).Select(village => RowLine.Of(new RegionRow(village, "示例村(示例)", "village", village[..9]))),
    ];

    private static string Indicator(int n) => string.Create(CultureInfo.InvariantCulture, $"i{n:00}");

    private static IEnumerable<ObservationRow> Figures(string village, int seed) => Enumerable.Range(0, Quarters).SelectMany(quarter => Enumerable.Range(0, Indicators).Select(n =>
        new ObservationRow(
            village, string.Create(CultureInfo.InvariantCulture, $"{2020 + (quarter / 4)}-Q{1 + (quarter % 4)}"), Indicator(n), "village", "Quarter",
            ((seed * 7919L) + (quarter * 131) + (n * 17)) % 20_000, "published", null, 1)));
}
