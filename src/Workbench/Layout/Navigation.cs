using Revitalization.Workbench.Identity;

namespace Revitalization.Workbench.Layout;

/// <summary>One entry of the navigation; <paramref name="About"/> says on the start page what it is for.</summary>
/// <param name="Group">Under which heading it stands; empty for what everybody has.</param>
public sealed record NavigationEntry(string Section, string Address, string Text, string About, string Group);

/// <summary>One step of the way to a page.</summary>
public sealed record Crumb(string Address, string Text);

/// <summary>Where each role can go. The Silo refuses the rest; a link that would be refused is not shown.</summary>
public static class Navigation
{
    private const string Monitoring = "监测帮扶", Register = "农户台账", Aid = "协作帮扶", Works = "项目资金", Data = "数据管理";
    private const int MostUngrouped = 12;

    /// <summary>Entries under their headings; where there are few, all under none.</summary>
    public static IEnumerable<IGrouping<string, NavigationEntry>> Groups(Viewer viewer)
    {
        var entries = For(viewer).ToList();
        return entries.GroupBy(entry => entries.Count > MostUngrouped ? entry.Group : "");
    }

    public static IEnumerable<NavigationEntry> For(Viewer viewer) =>
        new (bool Shown, NavigationEntry Entry)[]
        {
            (true, new("start", "/workbench/", "我的工作台", "", "")),
            (viewer.WorksOnHouseholds || viewer.IsPartner, new("tasks", "/workbench/tasks", "我的待办", "要我办的事，先到期的在前，一点就到要填的表。", Monitoring)),
            (viewer.WorksOnHouseholds, new("mine", "/workbench/my-households", "我的联系户", "我联系的监测户；入户时用手机记走访，没有信号也不丢。", Monitoring)),
            (viewer.WorksOnHouseholds, new("board", "/workbench/board", "监测看板", "按颜色、类别、环节、逾期和地区看全貌，点数字看名单。", Monitoring)),
            (viewer.WorksOnHouseholds, new("monitoring", "/workbench/monitoring", "监测名单", "筛选、导出、批量派发和审定。", Monitoring)),
            (viewer.WorksOnHouseholds, new("campaigns", "/workbench/campaigns", "集中排查", "四月、十月逐户排查：哪些村看完了，哪些户还没有人去。", Monitoring)),
            (viewer.ScreensCounty, new("screenings", "/workbench/screenings", "集中筛查", "按本县政策把全县每一户算一遍，找出有风险的户并报线索。", Monitoring)),
            (viewer.WorksOnHouseholds, new("differences", "/workbench/differences", "台账差异", "台账和监测档案说法不一的户，逐户核实。", Monitoring)),
            (viewer.WorksOnHouseholds, new("policies", "/workbench/policies", "政策依据", "本县采用的政策包：每个数的文件、条款和原话，两份政策哪里不一样。", Monitoring)),
            (viewer.WorksOnHouseholds, new("households", "/workbench/households", "查找农户", "按村、户类型、姓名或身份证号码查找，查看一户的档案、收入和全部历史。", Register)),
            (viewer.WorksOnHouseholds, new("register", "/workbench/households/new", "登记新户", "登记一个农户，再逐个登记家庭成员和收入。", Register)),
            (viewer.WorksOnHouseholds, new("duplicates", "/workbench/duplicates", "重复人员", "同一身份证号码出现在两户的人员，逐个核实后更正。", Register)),
            (viewer.SeesAid, new("aid", "/workbench/aid", "协作看板", "计划与完成、超期未答、超计划和缺口；双方看到的是同一组数。", Aid)),
            (viewer.SeesAid, new("reports", "/workbench/reports", "支援报告", viewer.IsPartner ? "填报、复核、更正、撤回，看县级怎么答复。" : "协作方上报的支援：确认、部分确认、异议、退回。", Aid)),
            (viewer.SeesAid, new("partnerships", "/workbench/partnerships", "协作关系", "协议、年度计划、结对、人员交流和年度报告。", Aid)),
            (viewer.SeesFunds, new("funds", "/workbench/funds", "资金看板", "各来源的已确认、到账、下达、支付并列；登记指标和到账。", Works)),
            (viewer.SeesAid, new("projects", "/workbench/projects", "项目库", "从储备到资产移交：阶段、下达、支付、劳务报酬、受益农户。", Works)),
            (viewer.SeesAid, new("asset-register", "/workbench/asset-register", "帮扶资产", "项目形成的资产：管护、巡查、收益和分配、移交、核销。", Works)),
            (viewer.IsCounty, new("claims", "/workbench/claims", "表述核验", "文件里能算出来的数，算一遍再发；不符的并排标出。", Data)),
            (viewer.IsCounty, new("documents", "/workbench/documents", "公开文件", "登记、审核、公开政府信息；身份证号码、小数和对不上的数先标出来。", Data)),
            (viewer.IsCounty, new("disclosure-requests", "/workbench/disclosure-requests", "依申请公开", "登记公开申请，按条例的期限办理、答复、打印答复书；年报的数从这里来。", Data)),
            (viewer.Imports, new("imports", "/workbench/imports", "导入数据", viewer.IsPartner ? "用 Excel 模板一次上报多笔支援；有错的行连同原因退回。" : "上传 CSV 或 XLSX；好行入库，坏行连同原因退回，重复导入不会改变任何数据。", Data)),
            (viewer.Releases, new("releases", "/workbench/releases", "数据发布", "一人提出、另一人核准，签名后公开到门户和开放数据。", Data)),
            (viewer.Releases, new("redactions", "/workbench/redactions", "隐去泄露的行", "已发布的数据里有不该公开的：一人提出、另一人批准，行的内容删去，散列留下。", Data)),
            (viewer.ChangesKeys, new("release-keys", "/workbench/release-keys", "更换签名密钥", "一人提出、另一人批准；新旧两把密钥都签字，读者可以接着核对。", Data)),
            (viewer.NamesStandIns, new("stand-ins", "/workbench/stand-ins", "请假顶岗", "同事请假时指定顶岗的人，到期自动收回。", Data)),
            (viewer.SeesReads, new("reads", "/workbench/reads", "查阅记录", "谁在什么时候查看了谁的档案。", Data)),
            (viewer.ManagesAccounts, new("accounts", "/workbench/accounts", "账号管理", "开立、停用账号，设定角色与管辖范围，重设密码，签发接口密钥。", Data)),
            (viewer.ReadsEvents, new("events", "/workbench/events", "事件日志", "谁在何时做了什么；个人信息已遮盖。", Data)),
        }.Where(entry => entry.Shown).Select(entry => entry.Entry);
}
