using Revitalization.Contracts.Identity;
using Revitalization.Workbench.Forms;

namespace Revitalization.Workbench.Identity;

/// <summary>Roles in the words of the pages.</summary>
public static class RoleWords
{
    public static readonly IReadOnlyList<Choice> All =
    [
        new(Roles.VillageMonitor, "村级监测员"),
        new(Roles.Township, "乡镇工作人员"),
        new(Roles.County, "县级工作人员"),
        new(Roles.PartnerCity, "协作方"),
        new(Roles.ProvinceAnalyst, "省级分析员"),
        new(Roles.Auditor, "审计员"),
        new(Roles.SystemAdministrator, "系统管理员"),
        new(Roles.SecurityAdministrator, "安全管理员"),
        new(Roles.AuditAdministrator, "审计管理员"),
    ];

    public static string Name(string role) => All.TextOf(role);
}
