using Revitalization.Contracts.Releases;

namespace Revitalization.Portal.OData.Model;

/// <summary>Projects, the assets they left and the money that came to them (项目、资产、资金流向).</summary>
internal static class ProjectSets
{
    private const string Fen = "分", Persons = "人", Families = "户";

    public static readonly SetModel Projects = new(
        PublicSets.Projects, "Project", "projects", Disclosure.ThisRelease, ["Id"],
        [
            new("Id", DataType.Text, "id", "项目编号"), new("Name", DataType.Text, "name", "项目名称"), new("RegionCode", DataType.Text, "region_code", "地区代码"),
            new("PartnershipCode", DataType.Text, "partnership_code", "协作关系代码", Nullable: true), new("Year", DataType.Int32, "year", "年度"),
            new("Category", DataType.Text, "category", "项目类别"), new("Stage", DataType.Text, "stage", "项目阶段"), new("WorkRelief", DataType.Boolean, "work_relief", "以工代赈"),
            new("BudgetFen", DataType.Int64, "budget_fen", "总投资", Unit: Fen), new("AllocatedFen", DataType.Int64, "allocated_fen", "已下达", Unit: Fen),
            new("ArrivedFen", DataType.Int64, "arrived_fen", "已到位", Unit: Fen), new("PaidFen", DataType.Int64, "paid_fen", "已支付", Unit: Fen),
            new("LabourPayFen", DataType.Int64, "labour_pay_fen", "劳务报酬", Nullable: true, Unit: Fen), new("CentralFen", DataType.Int64, "central_fen", "其中中央资金", Unit: Fen),
            new("LabourHouseholds", DataType.Int32, "labour_households", "务工户数", Nullable: true, Unit: Families),
            new("LabourPeople", DataType.Int32, "labour_people", "务工人数", Nullable: true, Unit: Persons),
            new("LabourLiftedHouseholds", DataType.Int32, "labour_lifted_households", "务工脱贫户", Nullable: true, Unit: Families),
            new("LabourLiftedPeople", DataType.Int32, "labour_lifted_people", "务工脱贫人口", Nullable: true, Unit: Persons),
            new("ProposedOn", DataType.Date, "proposed_on", "储备日期"), new("ApprovedOn", DataType.Date, "approved_on", "立项日期", Nullable: true),
            new("ContractedOn", DataType.Date, "contracted_on", "签约日期", Nullable: true), new("StartedOn", DataType.Date, "started_on", "开工日期", Nullable: true),
            new("CompletedOn", DataType.Date, "completed_on", "完工日期", Nullable: true), new("AcceptedOn", DataType.Date, "accepted_on", "验收日期", Nullable: true),
            new("HandedOverOn", DataType.Date, "handed_over_on", "移交日期", Nullable: true),
        ],
        [
            new("Partnership", PublicSets.Partnerships, Many: false, "PartnershipCode", "Code"), new("Region", PublicSets.Regions, Many: false, "RegionCode", "Code"),
            new("Assets", PublicSets.Assets, Many: true, "Id", "ProjectId"), new("Flows", PublicSets.Flows, Many: true, "Id", "ProjectId"),
        ], "name");

    public static readonly SetModel Assets = new(
        PublicSets.Assets, "Asset", "assets", Disclosure.ThisRelease, ["Id"],
        [
            new("Id", DataType.Text, "id", "资产编号"), new("ProjectId", DataType.Text, "project_id", "项目编号"), new("Name", DataType.Text, "name", "资产名称"),
            new("Class", DataType.Text, "class", "资产类别"), new("RegionCode", DataType.Text, "region_code", "地区代码"),
            new("ValueFen", DataType.Int64, "value_fen", "资产价值", Unit: Fen), new("Keeper", DataType.Text, "keeper", "管护单位"),
        ],
        [new("Project", PublicSets.Projects, Many: false, "ProjectId", "Id"), new("Region", PublicSets.Regions, Many: false, "RegionCode", "Code")], "name");

    public static readonly SetModel Flows = new(
        PublicSets.Flows, "Flow", "flows", Disclosure.ThisRelease, ["FundId", "ProjectId", "Field"],
        [
            new("FundId", DataType.Text, "fund_id", "资金编号"), new("ProjectId", DataType.Text, "project_id", "项目编号"), new("Field", DataType.Text, "field", "协作领域"),
            new("Source", DataType.Text, "source", "资金来源"), new("Year", DataType.Int32, "year", "年度"),
            new("PartnershipCode", DataType.Text, "partnership_code", "协作关系代码", Nullable: true),
            new("AllocatedFen", DataType.Int64, "allocated_fen", "已下达", Unit: Fen), new("PaidFen", DataType.Int64, "paid_fen", "已支付", Unit: Fen),
        ],
        [new("Project", PublicSets.Projects, Many: false, "ProjectId", "Id")]);
}
