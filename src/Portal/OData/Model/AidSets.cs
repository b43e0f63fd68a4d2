using Revitalization.Contracts.Releases;

namespace Revitalization.Portal.OData.Model;

/// <summary>The sets of aid between partners (协作帮扶). Amounts are whole fen; words for kinds, fields and states are in PascalCase.</summary>
internal static class AidSets
{
    private const string Fen = "分", Each = "个", Persons = "人";
    private static readonly Navigation Partnership = new("Partnership", PublicSets.Partnerships, Many: false, "PartnershipCode", "Code");

    public static readonly SetModel Partnerships = new(
        PublicSets.Partnerships, "Partnership", "partnerships", Disclosure.ThisRelease, ["Code"],
        [
            new("Code", DataType.Text, "code", "协作关系代码"), new("Kind", DataType.Text, "kind", "协作类型"), new("DonorName", DataType.Text, "donor_name", "协作方"),
            new("DonorCode", DataType.Text, "donor_code", "协作方代码"), new("RecipientName", DataType.Text, "recipient_name", "受援县"),
            new("RecipientCode", DataType.Text, "recipient_code", "受援县代码"), new("StartYear", DataType.Int32, "start_year", "开始年份"),
            new("EndYear", DataType.Int32, "end_year", "结束年份", Nullable: true),
        ],
        [
            new("Plans", PublicSets.Plans, Many: true, "Code", "PartnershipCode"), new("PlanLines", PublicSets.PlanLines, Many: true, "Code", "PartnershipCode"),
            new("AidReports", PublicSets.AidReports, Many: true, "Code", "PartnershipCode"), new("Pairings", PublicSets.Pairings, Many: true, "Code", "PartnershipCode"),
            new("Projects", PublicSets.Projects, Many: true, "Code", "PartnershipCode"), new("Recipient", PublicSets.Regions, Many: false, "RecipientCode", "Code"),
        ], "donor_name || char(10) || recipient_name");

    public static readonly SetModel Plans = new(
        PublicSets.Plans, "Plan", "plans", Disclosure.ThisRelease, ["PartnershipCode", "Year"],
        [
            new("PartnershipCode", DataType.Text, "partnership_code", "协作关系代码"), new("Year", DataType.Int32, "year", "年度"),
            new("FundsFen", DataType.Int64, "funds_fen", "计划资金", Unit: Fen), new("Projects", DataType.Int32, "projects", "计划项目", Unit: Each),
            new("People", DataType.Int32, "people", "计划人次", Unit: Persons), new("SalesFloorFen", DataType.Int64, "sales_floor_fen", "保底销售额", Unit: Fen),
            new("IssuedOn", DataType.Date, "issued_on", "下达日期"),
        ],
        [Partnership]);

    public static readonly SetModel PlanLines = new(
        PublicSets.PlanLines, "PlanLine", "plan_lines", Disclosure.ThisRelease, ["PartnershipCode", "Year", "Field"],
        [
            new("PartnershipCode", DataType.Text, "partnership_code", "协作关系代码"), new("Year", DataType.Int32, "year", "年度"),
            new("Field", DataType.Text, "field", "协作领域"), new("AmountFen", DataType.Int64, "amount_fen", "计划资金", Unit: Fen),
            new("Projects", DataType.Int32, "projects", "计划项目", Unit: Each), new("People", DataType.Int32, "people", "计划人次", Unit: Persons),
            new("DueOn", DataType.Date, "due_on", "完成期限"),
        ],
        [Partnership]);

    public static readonly SetModel AidReports = new(
        PublicSets.AidReports, "AidReport", "aid_reports", Disclosure.ThisRelease, ["Id"],
        [
            new("Id", DataType.Guid, "id", "支援报告编号"), new("PartnershipCode", DataType.Text, "partnership_code", "协作关系代码"),
            new("Year", DataType.Int32, "year", "年度"), new("Field", DataType.Text, "field", "协作领域"), new("Form", DataType.Text, "form", "支援形式"),
            new("Quantity", DataType.Decimal, "quantity", "数量"), new("Unit", DataType.Text, "unit", "计量单位"),
            new("ReportedFen", DataType.Int64, "reported_fen", "已报告", Unit: Fen), new("ConfirmedFen", DataType.Int64, "confirmed_fen", "已确认", Unit: Fen),
            new("DeliveredOn", DataType.Date, "delivered_on", "交付日期"), new("ReportedOn", DataType.Date, "reported_on", "上报日期", Nullable: true),
            new("State", DataType.Text, "state", "状态"), new("ConfirmedOn", DataType.Date, "confirmed_on", "确认日期", Nullable: true),
            new("AllocatedFen", DataType.Int64, "allocated_fen", "已下达", Unit: Fen), new("PaidFen", DataType.Int64, "paid_fen", "已支付", Unit: Fen),
            new("OutstandingFen", DataType.Int64, "outstanding_fen", "未支付", Unit: Fen), new("RecipientCode", DataType.Text, "recipient_code", "接收地区代码"),
            new("Receipt", DataType.Text, "receipt", "确认回执散列", Nullable: true),
        ],
        [Partnership, new("Recipient", PublicSets.Regions, Many: false, "RecipientCode", "Code")]);

    public static readonly SetModel Pairings = new(
        PublicSets.Pairings, "Pairing", "pairings", Disclosure.ThisRelease, ["Id"],
        [
            new("Id", DataType.Text, "id", "结对编号"), new("PartnershipCode", DataType.Text, "partnership_code", "协作关系代码"), new("Kind", DataType.Text, "kind", "结对类型"),
            new("DonorParty", DataType.Text, "donor_party", "协作方单位"), new("RecipientParty", DataType.Text, "recipient_party", "受援方单位"),
            new("RecipientCode", DataType.Text, "recipient_code", "受援方地区代码", Nullable: true), new("FromDay", DataType.Date, "from_day", "开始日期"),
            new("UntilDay", DataType.Date, "until_day", "结束日期", Nullable: true),
        ],
        [Partnership], "donor_party || char(10) || recipient_party");

}
