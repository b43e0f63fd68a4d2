namespace Revitalization.Standalone.Samples.Aid;

/// <summary>杭州市萧山区 → 旺苍县, 东西部协作. Stated: 50,000,000 yuan, 10 projects (two of them by name), sales of at least 100,000,000, the plan by mid-March.</summary>
internal static class XiaoshanYear
{
    private const string Fund = "510821-2022-east-west";

    public static AidScript Script(AidScript script, DateOnly today)
    {
        script.Agree("east-west", "330109", "萧山区—旺苍县东西部协作协议(示例)；2022年计划见旺苍县2022年工作要点")
            .Plan(new(2022, 3, 14), 100_000_000,
                ("industry", 32_000_000, 5, 0), ("labour", 4_000_000, 1, 600), ("talent", 3_000_000, 1, 120), ("consumption", 3_000_000, 1, 0), ("livelihood", 8_000_000, 2, 0))
            .Exchange("secondment", "secondment", "杭州市萧山区委组织部(示例)", 6)
            .Exchange("specialists", "specialist", "杭州市萧山区卫生健康局(示例)", 26)
            .Exchange("training", "training", "旺苍县委党校(示例)", 120);
        Reports(script, today);
        script.Arrive(Fund, new(2022, 4, 26), 32_000_000).Arrive(Fund, new(2022, 8, 19), 14_600_000);
        Projects(script);
        return script.Check(new(2023, 1, 12), "f1", today.AddDays(-6), "人才交流资金的拨款凭证仍未补齐(示例)", "杭州市萧山区农业农村局", today.AddDays(24), "talent");
    }

    private static void Reports(AidScript script, DateOnly today)
    {
        script.Report(new(2022, 4, 12), "industry", "money", "产业合作资金第一批(示例)", 20_000_000).Confirm(new(2022, 4, 20));
        script.Report(new(2022, 5, 16), "labour", "money", "劳务协作资金(示例)", 4_000_000).Confirm(new(2022, 5, 24));
        script.Report(new(2022, 6, 10), "industry", "money", "产业合作资金第二批(示例)", 12_000_000).Confirm(new(2022, 6, 17));
        script.Report(new(2022, 6, 21), "livelihood", "money", "改善民生资金(示例)", 8_000_000).Confirm(new(2022, 6, 30), 7_600_000, "到账回单为760万元，其余另行上报(示例)");
        script.Report(new(2022, 8, 2), "consumption", "money", "产销对接资金(示例)", 3_000_000).Confirm(new(2022, 8, 9));
        script.Report(new(2022, 7, 6), "talent", "money", "人才交流资金(示例)", 3_000_000)
            .Say("ask", partner: false, new(2022, 7, 12), "附件为计划文件，请补充拨款凭证(示例)").Say("reply", partner: true, new(2022, 7, 14), "正在向财政部门调取(示例)")
            .Dispute(new(2022, 7, 18), "未见拨款凭证，到账金额待核(示例)");
        script.Report(new(2022, 9, 30), "consumption", "purchase", "旺苍农产品采购，前三季度(示例)", 36_800_000, 410_000, "公斤").Confirm(new(2022, 10, 12));
        script.Report(new(2022, 12, 9), "consumption", "purchase", "旺苍农产品采购，第四季度(示例)", 65_300_000, 720_000, "公斤").Confirm(new(2022, 12, 16));
        script.Report(new(2022, 10, 28), "talent", "people-days", "专技人才驻点帮扶(示例)", 0, 860, "人天").Confirm(new(2022, 11, 4));
        script.Report(new(2022, 9, 8), "labour", "training-places", "订单式技能培训(示例)", 480_000, 320, "人次").Confirm(new(2022, 9, 15));
        script.Report(new(2022, 8, 30), "donation", "donation", "爱心企业捐赠教学设备(示例)", 260_000, 40, "台").Return(new(2022, 9, 6), "设备未送达，请送达后再报(示例)");
        script.Report(new(2022, 11, 15), "donation", "goods", "冬衣捐赠(示例)", 180_000, 600, "件").Withdraw(new(2022, 11, 21), "与另一份报告重复(示例)");
        // The partner's second person has not signed it: nobody else sees it.
        script.Report(today.AddDays(-1), "industry", "money", "本年度产业合作资金(示例)", 6_000_000, signed: false, of: today.Year).Wait();
    }

    private static void Projects(AidScript script)
    {
        script.Project("wc22-xs-01", "绿色家居产业城", "industry", "510821101", 12_000_000).Until("completed").Allocate(Fund, 5, 12_000_000).Pay(6, 5_000_000).Pay(9, 4_200_000);
        script.Project("wc22-xs-02", "米仓山茶叶全产业链", "industry", "510821117", 8_000_000).Until("accepted").Allocate(Fund, 5, 8_000_000).Pay(6, 3_600_000).Pay(10, 3_900_000)
            .Asset("wc22-xs-02-a", "茶叶加工厂房(示例)", "operating", "510821117", 5_200_000, "米仓山镇股份经济合作联合社(示例)", "米仓山镇人民政府", "每年检修一次，收益按约分配(示例)").Income("wc22-xs-02-a", 12, 180_000).ToPool("wc22-xs-02-a", 12, 120_000).Inspect("wc22-xs-02-a", 12);
        script.Project("wc22-xs-03", "劳务协作工作站(示例)", "employment", "510821100", 4_000_000).Until("started").Allocate(Fund, 6, 4_000_000).Pay(8, 1_600_000, "other");
        script.Project("wc22-xs-04", "特色农产品示范基地(示例)", "industry", "510821102", 5_000_000).Until("accepted").Allocate(Fund, 7, 5_000_000).Pay(8, 2_500_000).Pay(10, 2_200_000)
            .Asset("wc22-xs-04-a", "冷链库(示例)", "operating", "510821102", 2_100_000, "木门镇农业服务中心(示例)", "木门镇农业服务中心(示例)", "日常管护，半年巡查(示例)");
        script.Project("wc22-xs-05", "产业合作示范园区(示例)", "industry", "510821110", 5_000_000).Until("started").Allocate(Fund, 7, 5_000_000).Pay(9, 1_900_000);
        script.Project("wc22-xs-06", "黄茶精深加工(示例)", "industry", "510821112", 2_000_000).Until("contracted").Allocate(Fund, 8, 2_000_000).Pay(9, 400_000);
        script.Project("wc22-xs-07", "乡镇卫生院设备提升(示例)", "public-service", "510821107", 4_000_000).Until("handed-over").Allocate(Fund, 8, 4_000_000).Pay(9, 4_000_000, "materials")
            .Asset("wc22-xs-07-a", "普济镇中心卫生院检验设备(示例)", "public", "510821107", 3_800_000, "旺苍县卫生健康局", "普济镇中心卫生院(示例)", "专人保管，按期检定(示例)").Inspect("wc22-xs-07-a", 12);
        script.Project("wc22-xs-08", "农村饮水改善(示例)", "infrastructure", "510821204", 3_600_000).Until("completed").Allocate(Fund, 8, 3_600_000).Pay(10, 2_700_000);
        script.Project("wc22-xs-09", "萧旺产销对接中心(示例)", "industry", "510821100", 3_000_000).Until("started").Allocate(Fund, 9, 2_400_000).Pay(10, 900_000, "other");
        script.Project("wc22-xs-10", "干部人才培训提能(示例)", "talent", "510821100", 3_000_000).Until("approved"); // Its money is in dispute.
    }
}
