using System.Security.Claims;
using Revitalization.Contracts.Identity;
using Revitalization.Workbench.Forms;

namespace Revitalization.Workbench.Identity;

/// <summary>Who asked for the page, from the verified token.</summary>
/// <param name="FormToken">Stands in every form that this caller is shown, and must come back with it.</param>
public sealed record Caller(string Account, string Role, IReadOnlyList<Scope> Scopes, string FormToken)
{
    public bool WorksOnHouseholds => Role is Roles.VillageMonitor or Roles.Township or Roles.County;

    public bool Imports => Role == Roles.County;

    public bool Releases => Role == Roles.County;

    public bool ManagesAccounts => Role == Roles.SecurityAdministrator;

    public bool ReadsEvents => Role is Roles.Auditor or Roles.AuditAdministrator;

    public string RoleName => RoleWords.Name(Role);

    /// <summary>The region a search starts from: the caller's first one.</summary>
    public string? Region => Scopes.Where(scope => scope.Kind == "region").Select(scope => scope.Value).FirstOrDefault();

    /// <summary>Lets an endpoint ask for its caller as a parameter.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext context)
    {
        var account = context.User.FindFirstValue("sub");
        var role = context.User.FindFirstValue("role");
        if (account is null || role is null) return ValueTask.FromResult<Caller?>(null);
        var scopes = (context.User.FindFirstValue("scope") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var token = context.RequestServices.GetRequiredService<FormTokens>().For(account);
        return ValueTask.FromResult<Caller?>(new Caller(account, role, [.. scopes.Select(Scope.Parse).OfType<Scope>()], token));
    }
}
