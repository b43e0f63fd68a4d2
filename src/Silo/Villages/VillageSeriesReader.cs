using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Requests;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Villages;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Indicators;
using Revitalization.Domain.Villages;
using Revitalization.Silo.Households;
using Revitalization.Silo.Projections;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Villages;

/// <summary>Reads the roll-ups of a village and of those it came from or became, on old or on new villages.</summary>
public sealed class VillageSeriesReader(IRegistryDatabase database, VillageDirectory directory, TimeProvider clock)
{
    /// <summary>More villages than any reform joined; a chain of reforms that is longer is cut nowhere, but refused.</summary>
    private const int RelativesMax = 500;

    public async Task<(VillageSeries? Series, Refused? Refusal)> Read(
        string code, string indicatorCode, string basis, Sender by, CancellationToken cancellation)
    {
        if (basis is not ("old" or "new")) return (null, RequestRefusal.ParameterInvalid.On("basis"));
        if (IndicatorCatalog.Find(indicatorCode) is not { Accumulation: not Accumulation.Ratio } indicator) return (null, RequestRefusal.ParameterInvalid.On("indicator"));
        var villages = await Related(code, cancellation);
        if (villages.Count == 0) return (null, QueryRefusal.VillageNotFound.On("code"));
        // Unlike a release these figures pass no disclosure control: they are for whoever is responsible for all of the villages.
        if (!villages.Keys.All(by.Covers)) return (null, AccessRefusal.ScopeElsewhere.On("code"));

        var figures = await Figures(villages.Keys, indicator, cancellation);
        var lineage = new VillageLineage(villages.Values.Select(Standing));
        var points = figures.Quarters.Select(quarter =>
        {
            var reading = basis == "new" ? lineage.OnNew(code, quarter, figures.Of) : lineage.OnOld(code, quarter, figures.Of);
            return new VillageFigure(quarter.ToString(), reading.Value, reading.Summed, reading.Note);
        });
        return (new(code, villages[code].Name, indicator.Code, indicator.Unit, indicator.Scale, basis, [.. points]), null);
    }

    private static VillageStanding Standing(VillageView village) =>
        new(village.Code, village.Name, village.EstablishedOn, village.EndedOn, [.. village.Successors]);

    /// <summary>The village, and all that reforms connect with it.</summary>
    private async Task<Dictionary<string, VillageView>> Related(string code, CancellationToken cancellation)
    {
        var found = new Dictionary<string, VillageView>(StringComparer.Ordinal);
        var waiting = new Queue<string>([code]);
        while (waiting.TryDequeue(out var next) && found.Count <= RelativesMax)
        {
            if (found.ContainsKey(next) || await directory.List([next], "", 1, cancellation) is not [var village] || village.Code != next) continue;
            found.Add(next, village);
            foreach (var relative in village.Predecessors.Concat(village.Successors)) waiting.Enqueue(relative);
        }
        return found;
    }

    private async Task<QuarterFigures> Figures(IReadOnlyCollection<string> villages, Indicator indicator, CancellationToken cancellation)
    {
        var last = Period.QuarterOf(clock.ChinaToday());
        var names = string.Join(',', villages.Select((_, index) => $"@v{index}"));
        await using var connection = await database.OpenReader(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT region_code, period, delta FROM rollups WHERE indicator=@indicator AND period <= @last AND region_code IN ({names}) ORDER BY period";
        command.Add("indicator", indicator.Code);
        command.Add("last", last.ToString());
        foreach (var (village, index) in villages.Select((village, index) => (village, index))) command.Add($"v{index}", village);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var figures = new QuarterFigures(indicator.Accumulation == Accumulation.Stock, last);
        while (await reader.ReadAsync(cancellation)) figures.Add(reader.GetString(0), Period.Parse(reader.GetString(1)), reader.GetInt64(2));
        return figures;
    }
}

/// <summary>Deltas by village and quarter as figures: a stock is their sum up to the quarter, a flow that within it.</summary>
internal sealed class QuarterFigures(bool stock, Period last)
{
    private readonly List<(string Village, Period Quarter, long Delta)> _deltas = [];

    public IEnumerable<Period> Quarters
    {
        get
        {
            if (_deltas.Count == 0) yield break;
            for (var quarter = _deltas.Min(delta => delta.Quarter); quarter <= last; quarter = quarter.Next) yield return quarter;
        }
    }

    public void Add(string village, Period quarter, long delta) => _deltas.Add((village, quarter, delta));

    public long Of(string village, Period quarter) => _deltas
        .Where(delta => delta.Village == village && (stock ? delta.Quarter <= quarter : delta.Quarter == quarter))
        .Aggregate(0L, (sum, delta) => checked(sum + delta.Delta));
}
