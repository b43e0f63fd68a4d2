using Revitalization.Contracts.Identity;
using Revitalization.Hosting.Access;
using Revitalization.Workbench.Forms;

namespace Revitalization.Workbench.Identity;

/// <summary>Who looks at the page, from the verified token. What they see in the navigation follows from it; what they may do, the Silo decides.</summary>
/// <param name="FormToken">Stands in every form that this viewer is shown, and must come back with it.</param>
public sealed record Viewer(string Account, string Role, IReadOnlyList<Scope> Scopes, string FormToken)
{
    public bool WorksOnHouseholds => Role is Roles.VillageMonitor or Roles.Township or Roles.County;

    public bool ScreensCounty => Role == Roles.County;

    public bool ErasesPersons => Role == Roles.County;

    public bool Imports => Role is Roles.County or Roles.PartnerCity;

    /// <summary>Reports support to its recipient counties (协作方).</summary>
    public bool IsPartner => Role == Roles.PartnerCity;

    public bool IsCounty => Role == Roles.County;

    /// <summary>Sees partnerships, projects and assets: the partner its own, the others what lies in their region.</summary>
    public bool SeesAid => Role is Roles.PartnerCity or Roles.County or Roles.Township or Roles.ProvinceAnalyst;

    public bool SeesFunds => Role is Roles.County or Roles.ProvinceAnalyst;

    public bool Releases => Role == Roles.County;

    /// <summary>One asks for another signing key, another approves it.</summary>
    public bool ChangesKeys => Role is Roles.SystemAdministrator or Roles.SecurityAdministrator;

    public bool ManagesAccounts => Role == Roles.SecurityAdministrator;

    public bool NamesStandIns => Role is Roles.County or Roles.SecurityAdministrator;

    public bool SeesReads => Role is Roles.County or Roles.AuditAdministrator;

    public bool ReadsEvents => Role is Roles.Auditor or Roles.AuditAdministrator;

    public string RoleName => RoleWords.Name(Role);

    /// <summary>Beginnings of the codes of the regions that the viewer works in.</summary>
    public IEnumerable<string> Regions => Scopes.Where(scope => scope.Kind == "region").Select(scope => scope.Value);

    /// <summary>Codes of the partnerships that the viewer reports for.</summary>
    public IEnumerable<string> Partnerships => Scopes.Where(scope => scope.Kind == "partnership").Select(scope => scope.Value);

    /// <summary>Lets an endpoint ask for its viewer as a parameter.</summary>
    public static ValueTask<Viewer?> BindAsync(HttpContext context)
    {
        if (!context.User.IsSignedIn()) return ValueTask.FromResult<Viewer?>(null);
        var account = context.User.Account();
        var token = context.RequestServices.GetRequiredService<FormTokens>().For(account);
        return ValueTask.FromResult<Viewer?>(new Viewer(account, context.User.Role(), context.User.Scopes(), token));
    }
}
