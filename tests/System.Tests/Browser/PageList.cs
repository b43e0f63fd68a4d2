using Revitalization.Contracts.Identity;

namespace Revitalization.SystemTests.Browser;

/// <summary>Every page there is, by who sees it. <c>{household}</c> stands for some household of the sample.</summary>
public static class PageList
{
    public static readonly IReadOnlyList<string> Public =
        ["/", "/regions/510823", "/regions/510000", "/indicators", "/releases", "/data/", "/figure/510823/{period}/households", "/no-such-page", "/workbench/sign-in", "/workbench/sign-in?failed=wrong"];

    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Signed = new Dictionary<string, IReadOnlyList<string>>
    {
        [Roles.County] =
        [
            "/workbench/", "/workbench/households", "/workbench/households/new", "/workbench/households/{household}",
            "/workbench/households/{household}?asOf=2024-01-01", "/workbench/households/{household}/profile", "/workbench/households/{household}/members/new",
            "/workbench/households/{household}/incomes/new", "/workbench/households/{household}/move", "/workbench/households/{household}/entries/1/correct",
            "/workbench/households/no-such", "/workbench/duplicates", "/workbench/imports", "/workbench/releases",
        ],
        [Roles.SecurityAdministrator] = ["/workbench/", "/workbench/accounts", "/workbench/accounts/new"],
        [Roles.Auditor] = ["/workbench/", "/workbench/events"],
        [Roles.PartnerCity] = ["/workbench/"],
    };
}
