using Microsoft.Net.Http.Headers;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Requests;
using Revitalization.Hosting.Access;
using Revitalization.Hosting.Refusals;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Province;

/// <summary>
/// Whoever reads the province's figures is signed in, an analyst of all the provinces that the release holds, and written down before
/// the answer leaves. Every answer says that small cells may identify people, and is kept by no shared cache.
/// </summary>
internal static class ProvinceGate
{
    /// <summary>For machines; the page says it in Chinese.</summary>
    public const string Notice = "unsuppressed figures; small cells may identify people; do not republish";

    public static void UseProvinceGate(this WebApplication app) => app.Use(async (http, next) =>
    {
        Mark(http);
        if (!http.User.IsSignedIn())
        {
            http.Response.Headers.WWWAuthenticate = "Basic realm=\"province\", charset=\"UTF-8\"";
            await StatusProblems.Write(http, AccessRefusal.SignInRequired);
        }
        else if (http.User.Role() != Roles.ProvinceAnalyst) await StatusProblems.Write(http, AccessRefusal.RoleInsufficient);
        else if (!CoversAll(http)) await StatusProblems.Write(http, AccessRefusal.ScopeElsewhere);
        else if (!await http.RequestServices.GetRequiredService<ProvinceAudit>().Record(http, ProvincePaths.Asked(http))) await StatusProblems.Write(http, RequestRefusal.ServiceUnavailable);
        else await next(http);
    });

    // Rows of several provinces stand in one release; a reader of one of them would see the others' too.
    private static bool CoversAll(HttpContext http)
    {
        var replica = http.RequestServices.GetRequiredService<IReplicaReader>();
        return replica.Current is not { } release || replica.RegionsOf(release.Number, "province").All(province => http.User.Scopes().Any(scope => scope.Covers(province.Code)));
    }

    private static void Mark(HttpContext http) => http.Response.OnStarting(() =>
    {
        var headers = http.Response.Headers;
        headers["Disclosure-Notice"] = Notice;
        headers.CacheControl = headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal) ? "no-store" : "private, no-cache";
        headers.Append(HeaderNames.Vary, "Authorization, Cookie");
        return Task.CompletedTask;
    });
}
