using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Revitalization.Contracts.Releases;

/// <summary>One line of <c>rows.jsonl</c>: which row of which set, and its canonical bytes (a leaf of the release's tree).</summary>
/// <param name="Id">The row's address in a proof: set and key, such as <c>Observations/510823/2023-Q3/households</c>.</param>
public sealed partial record RowLine(string Set, string Id, byte[] Bytes)
{
    public static RowLine Of(RegionRow row) => Make(PublicSets.Regions, row.Code, new JsonObject
    {
        ["Code"] = row.Code, ["Name"] = row.Name, ["Level"] = row.Level, ["ParentCode"] = row.ParentCode,
    });

    public static RowLine Of(IndicatorRow row) => Make(PublicSets.Indicators, row.Code, new JsonObject
    {
        ["Code"] = row.Code, ["Name"] = row.Name, ["Unit"] = row.Unit, ["Definition"] = row.Definition,
        ["Method"] = row.Method, ["Source"] = row.Source, ["Additive"] = row.Additive, ["Protected"] = row.Protected,
        ["Accumulation"] = row.Accumulation,
    });

    public static RowLine Of(ObservationRow row) => Make(
        PublicSets.Observations, $"{row.RegionCode}/{row.Period}/{row.IndicatorCode}", new JsonObject
        {
            ["RegionCode"] = row.RegionCode, ["Period"] = row.Period, ["IndicatorCode"] = row.IndicatorCode,
            ["RegionLevel"] = row.RegionLevel, ["PeriodKind"] = row.PeriodKind, ["Value"] = DecimalText.Write(row.Value),
            ["Status"] = row.Status, ["Note"] = row.Note, ["Release"] = row.Release,
        });

    public static RowLine Of(PublicFreshness row) => Make(PublicFreshness.Set, row.RegionCode, row.Json());

    /// <summary>The line of any public row that <see cref="RowReader"/> reads.</summary>
    public static RowLine OfAny(object row) => row switch
    {
        RegionRow each => Of(each),
        IndicatorRow each => Of(each),
        ObservationRow each => Of(each),
        PublicPartnership each => Of(each),
        PublicPlan each => Of(each),
        PublicPlanLine each => Of(each),
        PublicAidReport each => Of(each),
        PublicPairing each => Of(each),
        PublicProject each => Of(each),
        PublicAsset each => Of(each),
        PublicFlow each => Of(each),
        PublicDocument each => Of(each),
        PublicFreshness each => Of(each),
        _ => throw new ArgumentException($"{row.GetType().Name} is no public row.", nameof(row)),
    };

    private static RowLine Make(string set, string key, JsonObject row)
    {
        row[nameof(Set)] = set;
        return new RowLine(set, $"{set}/{key}", CanonicalJson.Write(row));
    }
}

/// <summary>Decimals and 64-bit numbers travel as strings: no reader may round them.</summary>
public static class DecimalText
{
    /// <summary>The most decimals a published figure has.</summary>
    public const int Decimals = 4;

    /// <summary>Without trailing zeros, so that one value has one form.</summary>
    public static string? Write(decimal? value) => value?.ToString("0.####", CultureInfo.InvariantCulture);

    public static decimal? Read(string? text)
    {
        if (text is null) return null;
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var value) && Write(value) == text
            ? value
            : throw new JsonException("A decimal is not in canonical form.");
    }
}
