using System.Globalization;
using Dapper;
using Revitalization.Contracts.Releases;

namespace Revitalization.Portal.Replica;

/// <inheritdoc cref="IReplicaReader"/>
internal sealed class ReplicaReader(ReplicaStore store) : IReplicaReader
{
    private const int MostPeriods = 600; // Fifty years of months.

    private const string FigureColumns = """
        SELECT o.region_code RegionCode, COALESCE(r.name, o.region_code) RegionName, o.period Period, o.period_kind PeriodKind,
               o.indicator_code IndicatorCode, o.value Scaled, o.status Status, o.note Note
        FROM observations o LEFT JOIN regions r ON r.release = o.release AND r.code = o.region_code
        WHERE o.release = @release
        """;

    private const string RegionColumns = "SELECT code Code, name Name, level Level, parent_code ParentCode FROM regions";

    public ReleaseManifest? Current => store.State.Current;

    public ReleaseManifest? AsOf(DateOnly day) => store.State.AsOf(day);

    public IReadOnlyList<SignedRelease> Releases() => [.. store.State.Known.Reverse().Select(known => known.Signed)];

    public RegionRow? Region(int release, string code) =>
        Rows<RegionRow>($"{RegionColumns} WHERE release = @release AND code = @code", new { release, code }).FirstOrDefault();

    public IReadOnlyList<RegionRow> Children(int release, string? parentCode, int limit = 1000) => Rows<RegionRow>(
        $"{RegionColumns} WHERE release = @release AND parent_code IS @parentCode ORDER BY code LIMIT @limit",
        new { release, parentCode, limit });

    public IReadOnlyList<RegionRow> RegionsOf(int release, string level, int limit = 1000) => Rows<RegionRow>(
        $"""
        {RegionColumns} WHERE release = @release AND level = @level
          AND EXISTS (SELECT 1 FROM observations o WHERE o.release = regions.release AND o.region_code = regions.code)
        ORDER BY code LIMIT @limit
        """, new { release, level, limit });

    public IReadOnlyList<RegionRow> FindRegions(int release, string text, int limit = 50)
    {
        var grams = Bigrams.Of(text).Take(8).ToList();
        if (grams.Count == 0) return [];
        return Rows<RegionRow>(
            $"""
            {RegionColumns} WHERE release = @release AND instr(lower(name), lower(@text)) > 0 AND code IN (
              SELECT code FROM grams WHERE release = @release AND set_name = 'Regions' AND gram IN @grams
              GROUP BY code HAVING COUNT(*) = @wanted)
            ORDER BY length(code), code LIMIT @limit
            """, new { release, text, grams, wanted = grams.Count, limit });
    }

    public IReadOnlyList<IndicatorRow> Indicators(int release) => [.. Rows<StoredIndicator>(
        """
        SELECT code Code, name Name, unit Unit, definition Definition, method Method, source Source, additive Additive,
               protected Protected, accumulation Accumulation
        FROM indicators WHERE release = @release ORDER BY code
        """, new { release }).Select(row => row.Public())];

    public IReadOnlyList<string> Periods(int release, string periodKind) => Rows<string>(
        """
        SELECT DISTINCT period FROM observations WHERE release = @release AND period_kind = @periodKind
        ORDER BY period LIMIT @limit
        """, new { release, periodKind, limit = MostPeriods });

    public Figure? Figure(int release, string regionCode, string period, string indicatorCode) => Figures(
        "AND o.region_code = @regionCode AND o.period = @period AND o.indicator_code = @indicatorCode",
        new { release, regionCode, period, indicatorCode }).FirstOrDefault();

    public IReadOnlyList<Figure> Series(int release, string regionCode, string indicatorCode, string periodKind) => Figures(
        """
        AND o.region_code = @regionCode AND o.indicator_code = @indicatorCode AND o.period_kind = @periodKind
        ORDER BY o.period LIMIT @limit
        """, new { release, regionCode, indicatorCode, periodKind, limit = MostPeriods });

    public IReadOnlyList<Figure> Among(int release, string parentCode, string period, string indicatorCode, int limit = 1000) => Figures(
        """
        AND o.period = @period AND o.indicator_code = @indicatorCode
        AND o.region_code IN (SELECT code FROM regions WHERE release = @release AND parent_code = @parentCode)
        ORDER BY o.region_code LIMIT @limit
        """, new { release, parentCode, period, indicatorCode, limit });

    public IReadOnlyList<Figure> Profile(int release, string regionCode, string period) => Figures(
        "AND o.region_code = @regionCode AND o.period = @period ORDER BY o.indicator_code LIMIT 1000",
        new { release, regionCode, period });

    private List<Figure> Figures(string where, object parameters) =>
        [.. Rows<StoredFigure>($"{FigureColumns} {where}", parameters).Select(row => row.Public())];

    private List<T> Rows<T>(string sql, object parameters)
    {
        using var lease = store.Database.ReadNow();
        return lease.Connection.Query<T>(sql, parameters).AsList();
    }

    // SQLite hands every integer over as a long. Properties and not a constructor: a joined column of no rows has no type
    // of its own, and Dapper wants a constructor's types exactly.
    private sealed record StoredFigure
    {
        public string RegionCode { get; init; } = "";
        public string RegionName { get; init; } = "";
        public string Period { get; init; } = "";
        public string PeriodKind { get; init; } = "";
        public string IndicatorCode { get; init; } = "";
        public long? Scaled { get; init; }
        public string Status { get; init; } = "";
        public string? Note { get; init; }

        public Figure Public() => new(RegionCode, RegionName, Period, PeriodKind, IndicatorCode, Exact(Scaled), Status, Note);

        private static decimal? Exact(long? scaled) => scaled is { } value
            ? decimal.Parse(ScaledDecimal.Text(value), CultureInfo.InvariantCulture)
            : null;
    }

    private sealed record StoredIndicator(
        string Code, string Name, string Unit, string Definition, string Method, string Source, long Additive, long Protected, string Accumulation)
    {
        public IndicatorRow Public() => new(Code, Name, Unit, Definition, Method, Source, Additive != 0, Protected != 0, Accumulation);
    }
}
