namespace Revitalization.Portal.Pages.Home;

/// <param name="Codes">One for plain bars; several for stacked ones, in the order they are stacked.</param>
/// <param name="Names">Shorter names for the legend; null: the indicators' own.</param>
public sealed record FeaturedChart(string Title, IReadOnlyList<string> Codes, IReadOnlyList<string>? Names = null, string? Note = null);

/// <summary>
/// The indicators that the home page shows first, by code. Codes never change meaning; a chart or column whose code a release does not
/// hold is left out, so a page never shows an empty promise.
/// </summary>
public static class Featured
{
    public const string Households = "households";

    public static readonly IReadOnlyList<string> Columns =
        [Households, "people", "lifted-households", "monitored-households", "employed-people", "income-per-head"];

    public static readonly IReadOnlyList<FeaturedChart> Charts =
    [
        new("登记农户，按户类型", ["lifted-households", "low-income-households", "ordinary-households"], ["脱贫户", "农村低收入户", "一般户"]),
    ];
}
