using System.Globalization;
using Revitalization.Contracts.Accounts;
using Revitalization.Contracts.Commands;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Accounts;

/// <param name="Account">Null for one that is being opened.</param>
/// <param name="FreshKey">An API key just issued; shown this once.</param>
public sealed record AccountFormView(AccountView? Account, FormView Profile, FormView Password, FormView Key, ApiKeyReply? FreshKey, string? Done);

/// <summary>Accounts (账号), for the security administrator: open, change, stop; passwords and API keys.</summary>
internal static class AccountPages
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/accounts", List);
        pages.MapGet("/accounts/new", New);
        pages.MapPost("/accounts/new", OpenAccount);
        pages.MapGet("/accounts/{account}", Show);
        pages.MapPost("/accounts/{account}", Change);
        pages.MapPost("/accounts/{account}/password", SetPassword);
        pages.MapPost("/accounts/{account}/keys", IssueKey);
    }

    private static async Task<IResult> List(string? cursor, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var next = cursor is null ? "" : $"?cursor={Uri.EscapeDataString(cursor)}";
        var accounts = await silo.Get<Page<AccountView>>($"/api/accounts{next}", cancellation);
        return accounts.Problem is { } problem
            ? Pages.Refused(viewer, problem)
            : Pages.Show<AccountListPage, Page<AccountView>>(viewer, accounts.Value!);
    }

    private static HtmlPage<AccountFormPage> New(Viewer viewer) => Render(viewer, null, FormView.Of(("account", null)));

    private static async Task<IResult> OpenAccount(HttpRequest request, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var form = new TypedForm(await request.ReadFormAsync(cancellation));
        var account = form.Required("account");
        var body = Body(form);
        if (!form.IsWellFormed) return Render(viewer, null, form.RefusedHere(), status: 422);
        var receipt = await silo.Put<Receipt>(Address(account), body, null, cancellation);
        return receipt.Problem is { } problem
            ? Render(viewer, null, form.Refused(problem), status: problem.Status)
            : Pages.SeeOther(PageOf(account, "opened"));
    }

    private static async Task<IResult> Show(string account, string? done, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var read = await silo.Get<AccountView>(Address(account), cancellation);
        return read.Value is { } known
            ? Render(viewer, known, Filled(known), done: DoneText(done))
            : Pages.Refused(viewer, read.Problem!);
    }

    private static async Task<IResult> Change(string account, HttpRequest request, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var read = await silo.Get<AccountView>(Address(account), cancellation);
        if (read.Value is not { } known) return Pages.Refused(viewer, read.Problem!);
        var form = new TypedForm(await request.ReadFormAsync(cancellation));
        var body = Body(form);
        if (!form.IsWellFormed) return Render(viewer, known, form.RefusedHere(), status: 422);
        var receipt = await silo.Put<Receipt>(Address(account), body, form.Version(), cancellation);
        return receipt.Problem is { } problem
            ? Render(viewer, known, form.Refused(problem), status: problem.Status)
            : Pages.SeeOther(PageOf(account, "changed"));
    }

    private static async Task<IResult> SetPassword(string account, HttpRequest request, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var read = await silo.Get<AccountView>(Address(account), cancellation);
        if (read.Value is not { } known) return Pages.Refused(viewer, read.Problem!);
        var form = new TypedForm(await request.ReadFormAsync(cancellation));
        var body = new PasswordBody(form.Required("newPassword"));
        if (!form.IsWellFormed) return Render(viewer, known, Filled(known), password: form.RefusedHere(), status: 422);
        var set = await silo.Put<Receipt>($"{Address(account)}/password", body, null, cancellation);
        return set.Problem is { } problem
            ? Render(viewer, known, Filled(known), password: FormView.Of().With(problem), status: problem.Status)
            : Pages.SeeOther(PageOf(account, "password"));
    }

    // The key is in the answer to the POST and nowhere else: a redirect would have to carry it in an address.
    private static async Task<IResult> IssueKey(string account, HttpRequest request, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var read = await silo.Get<AccountView>(Address(account), cancellation);
        if (read.Value is not { } known) return Pages.Refused(viewer, read.Problem!);
        var form = new TypedForm(await request.ReadFormAsync(cancellation));
        var body = new ApiKeyBody(form.Required("purpose"), form.Day("expiresOn"));
        var key = form.Required("act");
        if (!form.IsWellFormed) return Render(viewer, known, Filled(known), key: form.RefusedHere(), status: 422);
        var issued = await silo.Put<ApiKeyReply>($"{Address(account)}/keys/{Uri.EscapeDataString(key)}", body, null, cancellation);
        return issued.Problem is { } problem
            ? Render(viewer, known, Filled(known), key: form.Refused(problem), status: problem.Status)
            : Render(viewer, known, Filled(known), fresh: issued.Value);
    }

    private static HtmlPage<AccountFormPage> Render(
        Viewer viewer, AccountView? account, FormView profile, FormView? password = null, FormView? key = null,
        ApiKeyReply? fresh = null, string? done = null, int status = StatusCodes.Status200OK) =>
        Pages.Show<AccountFormPage, AccountFormView>(
            viewer, new(account, profile, password ?? FormView.Of(), key ?? FormView.Of(("act", FreshId.Next()[..12])), fresh, done), status);

    private static AccountBody Body(TypedForm form) => new(
        form.Required("role"), form.Required("scopes").Split([' ', '\r', '\n', ',', '，'], StringSplitOptions.RemoveEmptyEntries), form.Optional("post"), form.Flag("disabled"));

    private static FormView Filled(AccountView account) => FormView.Of(
        ("role", account.Role), ("scopes", string.Join(' ', account.Scopes)), ("post", account.Post), ("disabled", account.Disabled ? "true" : null),
        ("version", account.Version.ToString(CultureInfo.InvariantCulture)));

    internal static string PageOf(string account, string? done = null) =>
        $"/workbench/accounts/{Uri.EscapeDataString(account)}{(done is null ? "" : $"?done={done}")}";

    private static string Address(string account) => $"/api/accounts/{Uri.EscapeDataString(account)}";

    private static string? DoneText(string? done) => done switch
    {
        "opened" => "账号已开立。请接着设置密码。",
        "changed" => "账号已更新；停用或改动立即生效，已发出的令牌五分钟内失效。",
        "password" => "密码已设置。",
        _ => null,
    };
}
