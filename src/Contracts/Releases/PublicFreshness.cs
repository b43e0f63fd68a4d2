using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Revitalization.Contracts.Releases;

/// <summary>How fresh and how complete a county's figures are (时效与完整性). Stands in releases of the province channel only.</summary>
/// <param name="Period">The quarter of the release's day: "this period".</param>
/// <param name="Villages">Villages of the county that exist on the release's day.</param>
/// <param name="VillagesWithFigures">Those of them where a household's income of the period is recorded.</param>
/// <param name="Households">Households on the register.</param>
/// <param name="HouseholdsWithFigures">Those whose income of the period is recorded.</param>
/// <param name="LatestQuarter">The newest quarter that any household's income is recorded for.</param>
/// <param name="LastRegisteredOn">The newest day on which a household was put on the register.</param>
/// <param name="LastImportOn">The day the newest sheet came in.</param>
/// <param name="LastEventAt">When the newest event of the register or of monitoring that these figures hold was recorded; null in releases made before it was kept.</param>
public sealed record PublicFreshness(
    string RegionCode, string Period, int Villages, int VillagesWithFigures, int Households, int HouseholdsWithFigures, string? LatestQuarter,
    DateOnly? LastRegisteredOn, DateOnly? LastImportOn, DateTimeOffset? LastEventAt = null)
{
    public const string Set = "Freshness";

    /// <summary>Share of villages with figures this period, to four decimals; null where the county has no village.</summary>
    public decimal? Completeness => Villages == 0 ? null : Math.Round((decimal)VillagesWithFigures / Villages, 4, MidpointRounding.AwayFromZero);

    internal JsonObject Json() => new()
    {
        [nameof(RegionCode)] = RegionCode, [nameof(Period)] = Period, [nameof(Villages)] = Villages, [nameof(VillagesWithFigures)] = VillagesWithFigures,
        [nameof(Households)] = Households, [nameof(HouseholdsWithFigures)] = HouseholdsWithFigures, [nameof(LatestQuarter)] = LatestQuarter,
        [nameof(LastRegisteredOn)] = Day(LastRegisteredOn), [nameof(LastImportOn)] = Day(LastImportOn), [nameof(LastEventAt)] = LastEventAt is { } at ? ManifestJson.Time(at) : null,
    };

    internal static PublicFreshness Read(JsonElement row) => new(
        ManifestJson.Text(row, nameof(RegionCode)), ManifestJson.Text(row, nameof(Period)), row.GetProperty(nameof(Villages)).GetInt32(),
        row.GetProperty(nameof(VillagesWithFigures)).GetInt32(), row.GetProperty(nameof(Households)).GetInt32(), row.GetProperty(nameof(HouseholdsWithFigures)).GetInt32(),
        row.GetProperty(nameof(LatestQuarter)).GetString(), Day(row, nameof(LastRegisteredOn)), Day(row, nameof(LastImportOn)),
        row.TryGetProperty(nameof(LastEventAt), out var at) && at.GetString() is { } text ? ManifestJson.Time(text) : null);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Day(JsonElement row, string name) =>
        row.GetProperty(name).GetString() is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
