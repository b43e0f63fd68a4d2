using System.Buffers;
using System.Text;
using Revitalization.Contracts.Releases;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Disclosure;
using Revitalization.Domain.Indicators;
using Revitalization.Domain.Regions;
using Revitalization.Storage.Releases;

namespace Revitalization.Silo.Releases.Disclosure;

/// <summary>Everything the public channel ever said: its rows from the store, and beside each hidden one what the county kept.</summary>
public sealed class PublishedFigures(IReleaseStore store, HiddenFigures hidden, RegionBook regions)
{
    private static readonly byte[] s_observation = Encoding.UTF8.GetBytes($"\"Set\":\"{PublicSets.Observations}\"");

    /// <param name="before">Releases below this number.</param>
    /// <param name="from">Earlier years are no longer published, and nothing links them to those that are.</param>
    public async Task<PublishedHistory> Read(int before, int from, CancellationToken cancellation)
    {
        var (releases, opened) = (new List<IReadOnlyList<EarlierFigure>>(), new List<OpenFigure>());
        for (var number = 1; number < before; number++)
        {
            var root = await RootOf(number, cancellation);
            releases.Add(await Release(number, root, from, cancellation));
            if ((await hidden.Summary(root, cancellation))?.OpenFigures is { } open) opened.AddRange(open.Where(figure => figure.Period.Year >= from));
        }
        return new(releases, [], opened);
    }

    private async Task<List<EarlierFigure>> Release(int number, string root, int from, CancellationToken cancellation)
    {
        var kept = new Dictionary<(string, string, string), (long Value, long Width)>();
        await foreach (var figure in hidden.Read(root, cancellation)) kept[(figure.Region, figure.Period, figure.Indicator)] = (figure.Value, figure.Width);
        var figures = new List<EarlierFigure>();
        await using var rows = await store.Open(ReleaseChannels.Public, number, ReleaseFile.Rows, cancellation)
            ?? throw new InvalidOperationException($"Release {number} is missing from the store.");
        await LineReader.ForEach(rows, (line, _) =>
        {
            var bytes = line.ToArray();
            if (bytes.AsSpan().IndexOf(s_observation) < 0 || RowReader.Read(bytes) is not ObservationRow row) return;
            var period = Period.Parse(row.Period);
            if (period.Year < from || IndicatorCatalog.Find(row.IndicatorCode) is not { } indicator) return;
            var own = kept.TryGetValue((row.RegionCode, row.Period, row.IndicatorCode), out var found) ? found : default((long Value, long Width)?);
            figures.Add(new(row.RegionCode, ParentOf(row.RegionCode), period, row.IndicatorCode, row.Value is { } value ? Whole(value, indicator.Scale) : own?.Value,
                row.Value is not null, own?.Width ?? 0));
        }, cancellation);
        return figures;
    }

    private async Task<string> RootOf(int number, CancellationToken cancellation)
    {
        await using var stream = await store.Open(ReleaseChannels.Public, number, ReleaseFile.Manifest, cancellation)
            ?? throw new InvalidOperationException($"Release {number} is missing from the store.");
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancellation);
        return ManifestJson.Read(bytes.ToArray()).Manifest.RowsRoot;
    }

    private string? ParentOf(string code) => VillageCode.IsWellFormed(code) ? VillageCode.Township(code) : regions.Find(code)?.ParentCode;

    private static long Whole(decimal value, int scale)
    {
        for (; scale > 0; scale--) value *= 10;
        return (long)value;
    }
}
