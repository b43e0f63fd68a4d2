using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Monitoring;

namespace Revitalization.SystemTests.Browser;

/// <summary>Every page there is, by who sees it. <c>{household}</c> stands for some household of the sample, <c>{monitored}</c> for one that is monitored.</summary>
public static class PageList
{
    public static readonly IReadOnlyList<string> Public =
        ["/", "/regions/510823", "/regions/510000", "/indicators", "/releases", "/data/", "/figure/510823/{period}/households", "/no-such-page", "/workbench/sign-in", "/workbench/sign-in?failed=wrong"];

    /// <summary>Every act of the chain has the same page, with fields of its own.</summary>
    private static readonly IReadOnlyList<string> Acts = [.. MonitoringActs.Titles.Keys];

    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Signed = new Dictionary<string, IReadOnlyList<string>>
    {
        [Roles.County] =
        [
            "/workbench/", "/workbench/households", "/workbench/households/new", "/workbench/households/{household}",
            "/workbench/households/{household}?asOf=2024-01-01", "/workbench/households/{household}/profile", "/workbench/households/{household}/members/new",
            "/workbench/households/{household}/incomes/new", "/workbench/households/{household}/move",
            "/workbench/households/{household}/head", "/workbench/households/{household}/split", "/workbench/households/{household}/merge", "/workbench/households/{household}/close", "/workbench/households/{household}/entries/1/correct",
            "/workbench/households/no-such", "/workbench/duplicates", "/workbench/imports", "/workbench/releases",
            "/workbench/tasks", "/workbench/tasks?overdue=true", "/workbench/my-households", "/workbench/board", "/workbench/board?region=510823100", "/workbench/monitoring",
            "/workbench/monitoring?step=helping&overdue=true", "/workbench/households/{monitored}/monitoring", "/workbench/households/{monitored}/explain",
            "/workbench/households/{monitored}/monitoring/print", "/workbench/households/{household}/monitoring", "/workbench/counties/510823/policies",
            "/workbench/policies/jiange-2022", "/workbench/policies/clashes?left=jiange-2022&right=shiquan-2023", "/workbench/counties/510823/screenings",
            "/workbench/counties/510823/campaigns", "/workbench/reads", "/workbench/stand-ins",
            .. Acts.Select(act => $"/workbench/households/{{monitored}}/monitoring/{act}"),
        ],
        [Roles.Township] = ["/workbench/", "/workbench/tasks", "/workbench/board", "/workbench/monitoring"],
        [Roles.VillageMonitor] = ["/workbench/", "/workbench/tasks", "/workbench/my-households", "/workbench/board", "/workbench/households/{monitored}/monitoring/visits"],
        [Roles.SecurityAdministrator] = ["/workbench/", "/workbench/accounts", "/workbench/accounts/new", "/workbench/stand-ins"],
        [Roles.Auditor] = ["/workbench/", "/workbench/events"],
        [Roles.PartnerCity] = ["/workbench/"],
    };
}
