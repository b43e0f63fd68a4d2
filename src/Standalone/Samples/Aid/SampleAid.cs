namespace Revitalization.Standalone.Samples.Aid;

/// <summary>
/// Three partnerships through 2022 (协作示例年). What the counties' documents state is as stated: 旺苍's plans (17,400,000 yuan and 8 projects; 50,000,000, 10
/// projects and sales of at least 100,000,000, its plan by mid-March) and 太平场村's project. Everything else is illustrative, and its name says 示例.
/// </summary>
public static class SampleAid
{
    public const string Xiaoshan = "xiaoshan-wangcang", Ziyang = "ziyang-wangcang", Zhechuan = "zhechuan-tongjiang";

    internal const int Year = 2022;
    internal const string Wangcang = "510821", Tongjiang = "511921";

    /// <summary>Accounts of the partners' people, and the partnership each works for.</summary>
    public static IReadOnlyList<(string Account, string Partnership)> Partners { get; } =
    [
        ("partner", Xiaoshan), ("partner-second", Xiaoshan), ("partner-ziyang", Ziyang), ("partner-zhechuan", Zhechuan), ("partner-zhechuan-second", Zhechuan),
    ];

    /// <param name="today">Around it stands what still waits for somebody.</param>
    public static IReadOnlyList<AidScript> Scripts(string county, DateOnly today) =>
    [
        XiaoshanYear.Script(new(Xiaoshan, Wangcang, Year, new(county, "partner", "partner-second")), today),
        ZiyangYear.Script(new(Ziyang, Wangcang, Year, new(county, "partner-ziyang", null)), today),
        ZhechuanYear.Script(new(Zhechuan, Tongjiang, Year, new(county, "partner-zhechuan", "partner-zhechuan-second")), today),
    ];
}
