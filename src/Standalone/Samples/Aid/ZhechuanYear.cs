namespace Revitalization.Standalone.Samples.Aid;

/// <summary>
/// 浙江省 → 通江县, 东西部协作. Stated (巴中市, 2023): 太平场村's demonstration project, total investment 18,950,000 yuan; 288 households and 386 people, of them 62 and 84
/// lifted, earned 2,940,000 on work relief; a stage, a boardwalk and a study square were built. Days, parts and values are illustrative.
/// </summary>
internal static class ZhechuanYear
{
    private const string Fund = "511921-2022-east-west", Village = "511921119901";

    public static AidScript Script(AidScript script)
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
            .Asset("tj22-zc-01-a", "节庆舞台(价值为示例)", "public", Village, 2_400_000, "太平场村村民委员会", "太平场村村民委员会", "日常管护，逢节巡查(示例)").Inspect("tj22-zc-01-a", 12)
            .Asset("tj22-zc-01-b", "观水栈道(价值为示例)", "public", Village, 6_300_000, "太平场村村民委员会", "太平场村村民委员会", "汛期前后巡查(示例)")
            .Asset("tj22-zc-01-c", "研学广场(价值为示例)", "operating", Village, 5_100_000, "太平场村股份经济合作社", "太平场村股份经济合作社", "经营收益按约分配(示例)").Income("tj22-zc-01-c", 12, 150_000);
        return script;
    }
}
