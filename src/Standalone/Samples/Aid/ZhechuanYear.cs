namespace Revitalization.Standalone.Samples.Aid;

/// <summary>
/// 浙江省 → 通江县, 东西部协作. Stated (巴中市, 2023): 太平场村's demonstration project, total investment 18,950,000 yuan; 288 households and 386 people, of them 62 and 84
/// lifted, earned 2,940,000 on work relief; a stage, a boardwalk and a study square were built. Days, parts and values are illustrative.
/// </summary>
internal static class ZhechuanYear
{
    private const string Fund = "511921-2022-east-west", Village = "511921119901";

    /// <summary>In the village's list the resettled come first, then the other lifted, the monitored, and everybody else.</summary>
    private const int FirstLifted = 56, FirstOrdinary = 145;

    /// <summary>2,940,000 yuan by 386 people, without the twelve fen that are left over.</summary>
    private const long PerPersonFen = 761_658;

    public static AidScript Script(AidScript script, DateOnly today)
    {
        script.Agree("east-west", "330000", "浙江省—通江县东西部协作协议(示例)")
            .Plan(new(2022, 3, 10), 0, ("livelihood", 18_950_000, 1, 386), ("labour", 600_000, 0, 200));
        script.Report(new(2022, 4, 8), "livelihood", "money", "太平场村示范村建设资金(示例)", 18_950_000).Confirm(new(2022, 4, 15));
        script.Report(new(2022, 8, 12), "labour", "training-places", "乡村旅游服务培训(示例)", 420_000, 180, "人次").Confirm(new(2022, 8, 19));
        script.Arrive(Fund, new(2022, 4, 20), 18_950_000);
        script.Project("tj22-zc-01", "通江县浙川东西部协作乡村振兴示范村建设项目(太平场村)", "village", Village, 18_950_000, workRelief: true).Until("handed-over")
            .Allocate(Fund, 5, 18_950_000)
            .Pay(6, 6_500_000).Pay(9, 6_200_000).Pay(10, 2_360_000, "materials").Pay(11, 2_940_000, "labour")
            .Roster(11, 386, 288, 386, 62, 84, 2_940_000)
            .Workers(11, Village, FirstLifted, 62, 84, PerPersonFen, odd: 12).Workers(11, Village, FirstOrdinary, 226, 302, PerPersonFen)
            .Asset("tj22-zc-01-a", "节庆舞台(价值为示例)", "public", Village, 2_400_000, "太平场村村民委员会", "太平场村村民委员会", "日常管护，逢节巡查(示例)").Inspect("tj22-zc-01-a", 12)
            .Asset("tj22-zc-01-b", "观水栈道(价值为示例)", "public", Village, 6_300_000, "太平场村村民委员会", "太平场村村民委员会", "汛期前后巡查(示例)")
            .Asset("tj22-zc-01-c", "研学广场(价值为示例)", "operating", Village, 5_100_000, "太平场村股份经济合作社", "太平场村股份经济合作社", "经营收益按约分配(示例)").Income("tj22-zc-01-c", 12, 150_000);
        return script.Check(new(2023, 1, 10), "f1", today.AddDays(-12), "回头看发现观水栈道护栏松动两处(示例)", "太平场村村民委员会", today.AddDays(18), "livelihood")
            .Rectify("f1", today.AddDays(-3), "护栏已加固，附照片(示例)");
    }
}
