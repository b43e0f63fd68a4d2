namespace Revitalization.Contracts.Identity;

/// <summary>Roles (角色) as they stand in a token's <c>role</c> claim. A role says what; the scope says where.</summary>
public static class Roles
{
    /// <summary>村级监测员: one village (or several), read and write its households.</summary>
    public const string VillageMonitor = "village-monitor";

    /// <summary>乡镇工作人员: one township.</summary>
    public const string Township = "township";

    /// <summary>县级工作人员: one county: imports, releases.</summary>
    public const string County = "county";

    /// <summary>协作方: one or more partnerships; sees no household.</summary>
    public const string PartnerCity = "partner-city";

    /// <summary>省级分析员: unsuppressed aggregates of one province; sees no household.</summary>
    public const string ProvinceAnalyst = "province-analyst";

    /// <summary>审计员: the event log, personal fields masked.</summary>
    public const string Auditor = "auditor";

    /// <summary>系统管理员: runs the machine; sees no household.</summary>
    public const string SystemAdministrator = "system-administrator";

    /// <summary>安全管理员: accounts and scopes; sees no household.</summary>
    public const string SecurityAdministrator = "security-administrator";

    /// <summary>审计管理员: who read what.</summary>
    public const string AuditAdministrator = "audit-administrator";

    public static readonly IReadOnlyList<string> All =
    [
        VillageMonitor, Township, County, PartnerCity, ProvinceAnalyst, Auditor,
        SystemAdministrator, SecurityAdministrator, AuditAdministrator,
    ];
}
