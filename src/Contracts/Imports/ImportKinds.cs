using Revitalization.Contracts.Identity;

namespace Revitalization.Contracts.Imports;

/// <summary>What a sheet holds, as it stands in <c>POST /api/imports/{kind}</c>.</summary>
public static class ImportKinds
{
    /// <summary>村: one row a village; goes in before households that live there.</summary>
    public const string Villages = "villages";

    /// <summary>户: one row a household.</summary>
    public const string Households = "households";

    /// <summary>家庭成员: one row a person; the household must be registered.</summary>
    public const string Members = "members";

    /// <summary>收入: one row a household and period, its four components and costs.</summary>
    public const string Incomes = "incomes";

    /// <summary>线索: one row a sign of risk that a department's data shows; the household must be registered.</summary>
    public const string Clues = "clues";

    /// <summary>项目: one row a project of the library.</summary>
    public const string Projects = "projects";

    /// <summary>支付: one row a payment; the project must have been given the allocation.</summary>
    public const string Payments = "payments";

    /// <summary>公开文件: one row a document to be published, with its text; a draft like any other.</summary>
    public const string Documents = "documents";

    /// <summary>支援报告: one row a delivery that a partner city reports; its uploader acts for the partnership, not for a region.</summary>
    public const string AidReports = "aid-reports";

    /// <summary>The register's own kinds, in the order in which one county's sheets go in.</summary>
    public static readonly IReadOnlyList<string> Register = [Villages, Households, Members, Incomes];

    /// <summary>Kinds that a county loads today.</summary>
    public static readonly IReadOnlyList<string> Open = [.. Register, Clues, Projects, Payments, Documents];

    /// <summary>Kinds that a partner city loads.</summary>
    public static readonly IReadOnlyList<string> OfPartner = [AidReports];

    /// <summary>Kinds that the interface names and that open with their features.</summary>
    public static readonly IReadOnlyList<string> Announced =
        ["sales", "jobs", "seekers"];

    /// <summary>What a role may load: a partner city its own kinds, a county its own, anybody else nothing.</summary>
    public static IReadOnlyList<string> OpenTo(string role) => role switch
    {
        Roles.County => Open,
        Roles.PartnerCity => OfPartner,
        _ => [],
    };

    /// <summary>Whether what the register says now can be written back into such a sheet (回写).</summary>
    public static bool IsWrittenBack(string kind) => kind is Households or Members or Incomes;

    /// <summary>Whether its rows are people or households that may die, leave or end.</summary>
    public static bool HasDepartures(string kind) => kind is Households or Members;

    /// <summary>Chinese name for pages and file names.</summary>
    public static string Title(string kind) => kind switch
    {
        Villages => "村",
        Households => "户",
        Members => "家庭成员",
        Incomes => "收入",
        Clues => "线索",
        Projects => "项目",
        Payments => "支付",
        Documents => "公开文件",
        AidReports => "支援报告",
        _ => kind,
    };
}
