using Revitalization.Contracts.Releases;

namespace Revitalization.SystemTests.Feeds;

/// <summary>Rows of aid, made up: two partnerships, sixty reports of three units, three projects. Amounts follow from the number, so a test can recount them.</summary>
internal static class SampleAidRows
{
    public const int Reports = 60;
    private static readonly string[] s_fields = ["Industry", "Labour", "Talent"];
    private static readonly string[] s_units = ["", "人天", "公斤"];

    public static Guid ReportId(int number) => new(number, 2022, 4000, [0x80, 0, 0, 0, 0, 0, 0, 1]);

    public static PublicAidReport Report(int number) => new(
        ReportId(number), number % 2 == 0 ? "east-one" : "home-two", 2022, s_fields[number % 3], number % 3 == 0 ? "Money" : "PeopleDays", number * 0.125m, s_units[number % 3],
        number * 1_000_00L, number % 5 == 0 ? 0 : number * 900_00L, new(2022, 1 + (number % 12), 10), new(2022, 1 + (number % 12), 12),
        number % 5 == 0 ? "Reported" : "Confirmed", number % 5 == 0 ? null : new(2022, 1 + (number % 12), 20), number * 10_00L, number * 5_00L, number * 3_00L,
        "510823", number % 5 == 0 ? null : new string('a', 64));

    public static IEnumerable<RowLine> Lines()
    {
        yield return RowLine.Of(new PublicPartnership("east-one", "EastWest", "杭州市甲区", "330109", "剑阁县", "510823", 2021, null));
        yield return RowLine.Of(new PublicPartnership("home-two", "ProvincialCounterpart", "乙市", "512000", "剑阁县", "510823", 2021, 2025));
        yield return RowLine.Of(new PublicPlan("east-one", 2022, 50_000_000_00, 10, 100, 100_000_000_00, new(2022, 3, 14)));
        yield return RowLine.Of(new PublicPlan("home-two", 2022, 17_400_000_00, 8, 0, 0, new(2022, 3, 30)));
        yield return RowLine.Of(new PublicPlanLine("east-one", 2022, "Industry", 50_000_000_00, 10, 100, new(2022, 12, 20)));
        foreach (var number in Enumerable.Range(1, Reports)) yield return RowLine.Of(Report(number));
        yield return RowLine.Of(new PublicPairing("east-one.t1", "east-one", "Township", "甲街道", "甲镇", "510823100", new(2022, 3, 1), null));
        yield return RowLine.Of(new PublicPairing("east-one.h1", "east-one", "Hospital", "甲区医院", "县医院", null, new(2022, 3, 1), new(2023, 3, 1)));
        foreach (var number in Enumerable.Range(1, 3)) yield return RowLine.Of(Project(number));
        yield return RowLine.Of(new PublicAsset("a1", "p1", "冷链库", "Operating", "510823100", 2_000_000_00, "甲镇人民政府"));
        yield return RowLine.Of(new PublicFlow("510823-2022-east-west", "p1", "Industry", "EastWest", 2022, "east-one", 5_000_000_00, 3_000_000_00));
    }

    private static PublicProject Project(int number) => new(
        $"p{number}", $"{"甲乙丙"[number - 1]}产业园", "510823100", number == 3 ? null : "east-one", 2022, "Industry", number == 1 ? "Accepted" : "Started", number == 3,
        number * 5_000_000_00L, 5_000_000_00, 5_000_000_00, 3_000_000_00, number == 3 ? null : 0, 0, LabourCounts.None,
        new(new(2022, 1, 5), new(2022, 3, 1), new(2022, 4, 1), new(2022, 5, 1), number == 1 ? new(2022, 10, 1) : null, number == 1 ? new(2022, 11, 1) : null, null));
}
