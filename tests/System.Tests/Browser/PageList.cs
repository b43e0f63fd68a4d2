using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Monitoring;

namespace Revitalization.SystemTests.Browser;

/// <summary>Every page there is, by who sees it. <c>{household}</c> stands for some household of the sample, <c>{monitored}</c> for one that is monitored, <c>{report}</c> for a report of support, <c>{request}</c> for an answered request for disclosure.</summary>
public static class PageList
{
    public static readonly IReadOnlyList<string> Public =
        [
            "/", "/regions", "/regions?q=三江", "/regions/510823", "/regions/510823?indicator=people.female", "/regions/510000", "/regions/330102", "/regions/511923128901", "/monitoring", "/monitoring?region=510823&period=2023-Q2", "/about", "/indicators", "/releases", "/corrections", "/verify", "/data/", "/data/sets/Observations", "/data/sets/AidReports?f1=State&c1=eq&v1=Confirmed&o=ConfirmedFen&d=1", "/data/sets/Regions?f1=Nothing&v1=x", "/data/sets/none",
            "/data/chart", "/data/chart?by=time", "/figure/510823/{period}/households",
            "/partnerships", "/partnerships/xiaoshan-wangcang", "/partnerships/ziyang-wangcang?year=2022", "/partnerships/zhechuan-tongjiang", "/partnerships/no-such",
            "/projects", "/projects?partnership=ziyang-wangcang&year=2022", "/projects/tj22-zc-01", "/projects/wc22-xs-02", "/projects/wc22-zy-by",
            "/documents", "/documents?q=产业&genre=方案", "/documents/sample-plan-2022", "/documents/sample-awards-2023", "/documents/sample-notice-2021", "/documents/sample-plan-2022/print",
            "/documents/sample-plan-2023/changes?from=sample-plan-2022", "/documents/no-such", "/no-such-page", "/workbench/sign-in", "/workbench/sign-in?failed=wrong",
        ];

    /// <summary>Every act of the chain has the same page, with fields of its own.</summary>
    private static readonly IReadOnlyList<string> Acts = [.. MonitoringActs.Titles.Keys];

    private const string Pair = "/workbench/partnerships/xiaoshan-wangcang";
    private const string Report = Pair + "/reports/{report}";

    /// <summary>What both sides of a partnership see.</summary>
    private static readonly IReadOnlyList<string> Aid =
    [
        "/workbench/aid", "/workbench/aid?year=2022", "/workbench/reports", "/workbench/reports?state=confirmed&year=2022", "/workbench/reports?silent=true", "/workbench/partnerships",
        "/workbench/partnerships?level=county&side=donor&year=2022", $"{Pair}?year=2022", $"{Pair}/years/2022", $"{Pair}/trace?year=2022", $"{Pair}/checks", $"{Pair}/checks/2022-Y", $"{Pair}/checks/2022-Y/do/rectification?subject=f1", Report, $"{Report}/receipts",
        $"{Report}/do/comment", "/workbench/projects", "/workbench/projects?stage=started&year=2022", "/workbench/projects/wc22-xs-02", "/workbench/projects/wc22-xs-02/trace",
        "/workbench/asset-register", "/workbench/asset-register/wc22-xs-02-a",
    ];

    private static readonly IReadOnlyList<string> AidOfCounty =
    [
        "/workbench/partnerships/do/agreement", $"{Pair}/do/plan", $"{Pair}/do/plan?subject=2022", $"{Pair}/do/pairing", $"{Pair}/do/exchange", $"{Pair}/do/agreement", $"{Pair}/do/check",
        $"{Report}/do/confirm", $"{Report}/do/dispute", $"{Report}/do/return", $"{Report}/do/reopen", "/workbench/funds", "/workbench/funds?region=510821&year=2022",
        "/workbench/funds/510821-2022-east-west", "/workbench/funds/510821-2022-east-west/trace", "/workbench/funds/510821-2022-east-west/do/arrival", "/workbench/funds/510821-2022-east-west/do/budget",
        "/workbench/funds/510821-2022-east-west/do/arrival-reversal?subject=XIAOSHAN-01", "/workbench/funds/510821-2022-east-west/do/budget-reversal?subject=b1",
        $"{Pair}/checks/2022-Y/do/finding", $"{Pair}/checks/2022-Y/do/closure?subject=f1",
        "/workbench/funds/do/arrival", "/workbench/funds/do/budget", "/workbench/projects/do/project",
        .. new[] { "stage", "allocation", "payment", "roster", "beneficiary", "asset", "profile", "cancellation", "return", "reversal" }.Select(act => $"/workbench/projects/wc22-xs-02/do/{act}"),
        .. new[] { "inspection", "income", "use", "transfer", "write-off", "decision", "income-reversal" }.Select(act => $"/workbench/asset-register/wc22-xs-02-a/do/{act}"),
        "/workbench/counties/510821/claims", "/workbench/counties/510821/claims/do/claim", "/workbench/counties/510821/claims/try",
        "/workbench/documents", "/workbench/documents?stage=published", "/workbench/documents/new", "/workbench/documents/report?year=2023",
        "/workbench/disclosure-requests", "/workbench/disclosure-requests?state=overdue", "/workbench/disclosure-requests/new", "/workbench/disclosure-requests/{request}", "/workbench/disclosure-requests/{request}/print", "/workbench/disclosure-requests/{request}/do/answer",
    ];

    private static readonly IReadOnlyList<string> AidOfPartner =
    [
        .. new[] { "money", "goods", "people-days", "training-places", "purchase", "donation" }.Select(form => $"{Pair}/do/report?subject={form}"),
        $"{Pair}/evidence", $"{Report}/do/correct", $"{Report}/do/sign", $"{Report}/do/withdraw", "/workbench/imports",
    ];

    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Signed = new Dictionary<string, IReadOnlyList<string>>
    {
        [Roles.County] =
        [
            "/workbench/", "/workbench/households", "/workbench/households/new", "/workbench/households/{household}",
            "/workbench/households/{household}?asOf=2024-01-01", "/workbench/households/{household}/profile", "/workbench/households/{household}/members/new",
            "/workbench/households/{household}/incomes/new", "/workbench/households/{household}/move",
            "/workbench/households/{household}/head", "/workbench/households/{household}/split", "/workbench/households/{household}/merge", "/workbench/households/{household}/close", "/workbench/households/{household}/entries/1/correct",
            "/workbench/households/no-such", "/workbench/duplicates", "/workbench/imports", "/workbench/releases", "/workbench/releases/1/suppressed", "/workbench/releases/1/suppressed?region=510823", "/workbench/redactions", "/workbench/redactions?channel=province",
            "/workbench/tasks", "/workbench/tasks?overdue=true", "/workbench/my-households", "/workbench/differences", "/workbench/board", "/workbench/board?region=510823100", "/workbench/monitoring",
            "/workbench/monitoring?step=helping&overdue=true", "/workbench/households/{monitored}/monitoring", "/workbench/households/{monitored}/explain",
            "/workbench/households/{monitored}/monitoring/print", "/workbench/households/{household}/monitoring", "/workbench/counties/510823/policies",
            "/workbench/policies/jiange-2022", "/workbench/policies/clashes?left=jiange-2022&right=shiquan-2023", "/workbench/counties/510823/screenings",
            "/workbench/counties/510823/campaigns", "/workbench/reads", "/workbench/stand-ins",
            .. Acts.Select(act => $"/workbench/households/{{monitored}}/monitoring/{act}"),
            .. Aid, .. AidOfCounty,
        ],
        [Roles.Township] = ["/workbench/", "/workbench/tasks", "/workbench/board", "/workbench/monitoring"],
        [Roles.VillageMonitor] = ["/workbench/", "/workbench/tasks", "/workbench/my-households", "/workbench/board", "/workbench/households/{monitored}/monitoring/visits"],
        [Roles.SecurityAdministrator] = ["/workbench/", "/workbench/accounts", "/workbench/accounts/new", "/workbench/stand-ins", "/workbench/release-keys", "/workbench/release-keys?channel=documents"],
        [Roles.Auditor] = ["/workbench/", "/workbench/events"],
        [Roles.PartnerCity] = ["/workbench/", "/workbench/tasks", "/workbench/tasks?overdue=true", .. Aid, .. AidOfPartner],
    };
}
