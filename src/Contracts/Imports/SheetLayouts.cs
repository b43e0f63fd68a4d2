namespace Revitalization.Contracts.Imports;

/// <summary>
/// The layouts (表式) of the national monitoring system's exported sheets, which load without a saved mapping.
/// Column order is theirs; write-back and the samples use the same.
/// </summary>
public static class SheetLayouts
{
    /// <summary>Name of the source whose layouts these are.</summary>
    public const string OfficialSource = "全国防返贫监测信息系统";

    public static readonly SheetLayout Villages = new(ImportKinds.Villages,
    [
        new("county", "县(市、区)", FieldForm.Derived) { Aliases = ["县", "县区"] },
        new("township", "乡镇", FieldForm.Derived) { Aliases = ["乡(镇)", "乡(镇、街道)"] },
        new("villageCode", "行政村代码", FieldForm.Code, Required: true) { Aliases = ["村代码", "行政区划代码"] },
        new("village", "行政村", FieldForm.Name, Required: true) { Aliases = ["行政村名称", "村名", "村(社区)"] },
        new("establishedOn", "设立日期", FieldForm.Date, Required: true) { Aliases = ["成立日期"] },
        new("grade", "低收入村级别", FieldForm.Choice, Fallback: "none") { Choices = SheetChoices.VillageGrade },
        new("keyVillage", "省级重点帮扶村", FieldForm.Choice, Fallback: "false") { Aliases = ["是否省级重点帮扶村"], Choices = SheetChoices.YesNo },
        new("weakIndustry", "产业发展薄弱村", FieldForm.Choice, Fallback: "false") { Aliases = ["是否产业发展薄弱村"], Choices = SheetChoices.YesNo },
        new("synthetic", "示例村", FieldForm.Derived),
    ]);

    public static readonly SheetLayout Households = new(ImportKinds.Households,
    [
        new("province", "省", FieldForm.Derived) { Aliases = ["省(自治区、直辖市)", "省份"] },
        new("city", "市", FieldForm.Derived) { Aliases = ["市(地、州、盟)", "市州"] },
        new("county", "县(市、区)", FieldForm.Derived) { Aliases = ["县", "县区", "县(市、区、旗)"] },
        new("township", "乡镇", FieldForm.Name) { Aliases = ["乡(镇)", "乡(镇、街道)"] },
        new("village", "行政村", FieldForm.Name) { Aliases = ["行政村名称", "村名", "村(社区)"] },
        new("villageCode", "行政村代码", FieldForm.Code) { Aliases = ["村代码", "行政区划代码"] },
        new("group", "村民小组", FieldForm.Name) { Aliases = ["自然村(组)", "组", "村组"] },
        new("household", "户编号", FieldForm.Code, Required: true) { Aliases = ["户编码", "家庭编号"] },
        new("headName", "户主姓名", FieldForm.Derived) { Personal = true },
        new("headId", "户主证件号码", FieldForm.Derived) { Personal = true, Aliases = ["户主身份证号码", "户主证件号"] },
        new("people", "家庭人口数", FieldForm.Derived) { Aliases = ["家庭人数", "人口数"] },
        new("kind", "户类型", FieldForm.Choice, Required: true) { Aliases = ["农户类型", "户属性"], Choices = SheetChoices.HouseholdKind },
        new("monitored", "监测对象类别", FieldForm.Choice) { Aliases = ["监测对象类型", "监测类别"], Choices = SheetChoices.Monitored },
        new("riskCleared", "风险是否已消除", FieldForm.Choice, Fallback: "false") { Aliases = ["风险消除", "风险是否消除"], Choices = SheetChoices.YesNo },
        new("resettled", "是否易地扶贫搬迁户", FieldForm.Choice, Fallback: "false") { Aliases = ["易地搬迁户", "是否易地搬迁户"], Choices = SheetChoices.YesNo },
        new("resettlementSite", "集中安置点", FieldForm.Name) { Aliases = ["安置点名称"] },
        new("effectiveOn", "信息更新日期", FieldForm.Date, Required: true) { Aliases = ["生效日期", "采集日期", "更新日期"] },
    ])
    {
        WrittenOnly = Departures("户减少", "销户"),
    };

    public static readonly SheetLayout Members = new(ImportKinds.Members,
    [
        new("household", "户编号", FieldForm.Code, Required: true) { Aliases = ["户编码", "家庭编号"] },
        new("member", "人编号", FieldForm.Code, Required: true) { Aliases = ["人员编号", "人编码"] },
        new("name", "姓名", FieldForm.Name, Required: true) { Personal = true, Aliases = ["家庭成员姓名"] },
        new("sex", "性别", FieldForm.Derived),
        new("nationalId", "证件号码", FieldForm.Code, Required: true) { Personal = true, Aliases = ["身份证号码", "公民身份号码", "身份证号"] },
        new("relation", "与户主关系", FieldForm.Choice, Required: true) { Choices = SheetChoices.Relation },
        new("ethnicity", "民族", FieldForm.Derived) { Personal = true },
        new("schooling", "文化程度", FieldForm.Choice, Fallback: "unstated") { Aliases = ["受教育程度"], Choices = SheetChoices.Schooling },
        new("inSchool", "在校生状况", FieldForm.Choice, Fallback: "false") { Aliases = ["是否在校"], Choices = SheetChoices.InSchool },
        new("health", "健康状况", FieldForm.Name) { Personal = true },
        new("labour", "劳动技能", FieldForm.Choice, Fallback: "none") { Aliases = ["劳动能力"], Choices = SheetChoices.Labour },
        new("employment", "务工区域", FieldForm.Choice, Fallback: "none") { Aliases = ["就业去向", "务工所在地"], Choices = SheetChoices.Employment },
        new("willingToWork", "是否有就业意愿", FieldForm.Choice, Fallback: "true") { Aliases = ["就业意愿"], Choices = SheetChoices.YesNo },
        new("phone", "联系电话", FieldForm.Code) { Personal = true, Aliases = ["手机号码", "电话"] },
        new("bankAccount", "一卡通账号", FieldForm.Code) { Personal = true, Aliases = ["银行卡号", "银行账号"] },
        new("effectiveOn", "信息更新日期", FieldForm.Date, Required: true) { Aliases = ["生效日期", "采集日期", "更新日期"] },
    ])
    {
        WrittenOnly = Departures("自然减少", "人员减少"),
    };

    public static readonly SheetLayout Incomes = new(ImportKinds.Incomes,
    [
        new("household", "户编号", FieldForm.Code, Required: true) { Aliases = ["户编码", "家庭编号"] },
        new("headName", "户主姓名", FieldForm.Derived) { Personal = true },
        new("period", "期间", FieldForm.Period, Required: true) { Aliases = ["季度", "年度", "所属期", "收入期间"] },
        new("wage", "工资性收入(元)", FieldForm.Amount, Required: true) { Aliases = ["工资性收入"] },
        new("operating", "生产经营性收入(元)", FieldForm.Amount, Required: true) { Aliases = ["生产经营性收入", "经营性收入", "经营性收入(元)"] },
        new("cost", "生产经营性支出(元)", FieldForm.Amount, Required: true) { Aliases = ["生产经营性支出", "生产经营支出", "经营性支出(元)"] },
        new("property", "财产性收入(元)", FieldForm.Amount, Required: true) { Aliases = ["财产性收入"] },
        new("transfer", "转移性收入(元)", FieldForm.Amount, Required: true) { Aliases = ["转移性收入"] },
        new("net", "纯收入(元)", FieldForm.Derived) { Aliases = ["纯收入", "家庭纯收入"] },
        new("perHead", "人均纯收入(元)", FieldForm.Derived) { Aliases = ["人均纯收入"] },
        new("source", "数据来源", FieldForm.Derived) { Aliases = ["来源"] },
    ]);

    /// <summary>A department's monthly list. A row without a number is known by origin, risk and day, so that the same list may be sent again.</summary>
    public static readonly SheetLayout Clues = new(ImportKinds.Clues,
    [
        new("household", "户编号", FieldForm.Code, Required: true) { Aliases = ["户编码", "家庭编号"] },
        new("headName", "户主姓名", FieldForm.Derived) { Personal = true },
        new("clue", "线索编号", FieldForm.Code) { Aliases = ["预警编号", "编号"] },
        new("origin", "线索来源", FieldForm.Choice, Fallback: "department") { Aliases = ["风险来源", "发现渠道"], Choices = SheetChoices.ClueOrigin },
        new("risk", "风险类型", FieldForm.Choice, Required: true) { Aliases = ["预警类型", "致贫返贫风险"], Choices = SheetChoices.Risk },
        new("effectiveOn", "发现日期", FieldForm.Date, Required: true) { Aliases = ["预警日期", "推送日期", "日期"] },
        new("note", "说明", FieldForm.Name) { Personal = true, MaxLength = 200, Aliases = ["风险说明", "线索说明", "备注"] },
    ]);

    public static readonly IReadOnlyList<SheetLayout> All =
        [Villages, Households, Members, Incomes, Clues, ProjectLayouts.Projects, ProjectLayouts.Payments, DocumentLayout.Documents, AidReportSheet.Layout];

    /// <summary>Why and since when a row's person or household is no longer there (减少).</summary>
    private static SheetField[] Departures(params string[] names) =>
    [
        new("leftKind", "减少原因", FieldForm.Derived) { Aliases = ["减少类型", .. names.Select(name => $"{name}原因"), .. names.Select(name => $"{name}类型")] },
        new("leftOn", "减少日期", FieldForm.Derived) { Aliases = ["减少时间", .. names.Select(name => $"{name}日期"), .. names.Select(name => $"{name}时间")] },
    ];

    public static SheetLayout Of(string kind) => All.First(layout => layout.Kind == kind);
}
