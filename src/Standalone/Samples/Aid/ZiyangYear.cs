namespace Revitalization.Standalone.Samples.Aid;

/// <summary>资阳市 → 旺苍县, 省内对口帮扶. Stated: 17,400,000 yuan, 8 projects (one by name), 23 + 22 + 4 + 3 pairs. One report the county has left unanswered.</summary>
internal static class ZiyangYear
{
    private const string Fund = "510821-2022-counterpart", Central = "510821-2022-central";

    public static AidScript Script(AidScript script, DateOnly today)
    {
        script.Agree("provincial-counterpart", "512000", "资阳市—旺苍县省内对口帮扶协议(示例)；2022年计划见旺苍县2022年工作要点")
            .Plan(new(2022, 3, 30), 0, ("industry", 9_000_000, 3, 0), ("labour", 2_000_000, 1, 300), ("talent", 1_400_000, 1, 60), ("consumption", 1_000_000, 1, 0), ("livelihood", 4_000_000, 2, 0))
            .Exchange("secondment", "secondment", "中共资阳市委组织部(示例)", 5);
        WangcangPairings.Put(script);
        script.Report(new(2022, 5, 6), "industry", "money", "产业合作资金(示例)", 9_000_000).Confirm(new(2022, 5, 13));
        script.Report(new(2022, 5, 20), "labour", "money", "劳务协作资金(示例)", 2_000_000).Confirm(new(2022, 5, 27));
        script.Report(new(2022, 6, 7), "livelihood", "money", "公共服务资金(示例)", 4_000_000).Confirm(new(2022, 6, 14));
        script.Report(new(2022, 7, 11), "consumption", "money", "消费帮扶资金(示例)", 1_000_000).Confirm(new(2022, 7, 15));
        script.Report(new(2022, 9, 16), "consumption", "purchase", "机关食堂采购(示例)", 2_350_000, 26_000, "公斤").Confirm(new(2022, 9, 22));
        script.Report(new(2022, 11, 21), "talent", "money", "人才培育资金(示例)", 1_400_000).Wait(); // Silent: its day to be answered has long passed.
        script.Report(today.AddDays(-2), "livelihood", "goods", "乡镇卫生院急救设备(示例)", 350_000, 12, "台", of: today.Year).Wait();
        script.Arrive(Fund, new(2022, 5, 30), 11_000_000).Arrive(Fund, new(2022, 7, 20), 5_000_000);
        Projects(script);
        script.Budget("510821-2022-integrated", "plan", new(2022, 4, 18), 366_655_000); // 涉农整合资金, as stated.
        return script;
    }

    private static void Projects(AidScript script)
    {
        script.Project("wc22-zy-01", "万亩黄茶乡村振兴示范园区", "industry", "510821112", 5_000_000).Until("accepted").Allocate(Fund, 6, 5_000_000).Pay(7, 2_400_000).Pay(10, 2_300_000)
            .Asset("wc22-zy-01-a", "黄茶育苗大棚(示例)", "operating", "510821112", 2_600_000, "双汇镇股份经济合作联合社(示例)", "双汇镇人民政府", "每季巡查，收益归集体(示例)").Income("wc22-zy-01-a", 12, 96_000);
        script.Project("wc22-zy-02", "木门镇食用菌基地(示例)", "industry", "510821102", 2_500_000).Until("completed").Allocate(Fund, 6, 2_500_000).Pay(8, 1_800_000);
        script.Project("wc22-zy-03", "高阳镇肉牛养殖小区(示例)", "industry", "510821111", 1_500_000).Until("started").Allocate(Fund, 6, 1_500_000).Pay(9, 500_000);
        script.Project("wc22-zy-04", "返乡就业服务站(示例)", "employment", "510821103", 2_000_000).Until("completed").Allocate(Fund, 7, 2_000_000).Pay(9, 1_500_000, "other");
        script.Project("wc22-zy-05", "村医培训(示例)", "talent", "510821100", 1_400_000).Until("approved"); // Waits for the report that nobody answered.
        script.Project("wc22-zy-06", "农产品展销(示例)", "industry", "510821100", 1_000_000).Until("started").Allocate(Fund, 8, 600_000).Pay(9, 300_000, "other");
        script.Project("wc22-zy-07", "檬子乡便民服务中心(示例)", "public-service", "510821207", 2_400_000).Until("handed-over").Allocate(Fund, 8, 2_400_000).Pay(9, 2_400_000)
            .Asset("wc22-zy-07-a", "檬子乡便民服务中心用房(示例)", "public", "510821207", 2_300_000, "檬子乡人民政府", "檬子乡便民服务中心", "日常维护(示例)");
        script.Project("wc22-zy-08", "燕子乡小学操场(示例)", "public-service", "510821204", 1_600_000).Until("completed").Allocate(Fund, 8, 1_400_000).Pay(10, 1_100_000);
        // Central money beside the partners': both bases of the labour share can be computed.
        script.Budget(Central, "first", new(2022, 3, 15), 1_500_000).Arrive(Central, new(2022, 4, 2), 1_500_000);
        script.Project("wc22-zy-by", "三江镇产业路以工代赈(示例)", "infrastructure", "510821108", 2_000_000, workRelief: true, own: false).Until("completed").Allocate(Central, 5, 1_500_000)
            .Pay(7, 480_000, "labour").Pay(8, 700_000).Roster(7, 40, 52, 68, 21, 27, 480_000);
    }
}
