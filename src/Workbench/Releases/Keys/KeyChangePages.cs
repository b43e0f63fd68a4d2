using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Releases;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Releases.Keys;

/// <param name="Approval">Why an approval was refused; null when none was.</param>
public sealed record KeyChangeListView(KeyChangePageView Changes, FormView Form, Problem? Approval, string? Done)
{
    public KeyChangeView? Asked => Changes.Changes.FirstOrDefault(one => one.State == "asked");
}

/// <summary>Changing the key that signs a channel (换钥): one administrator asks, another approves.</summary>
internal static class KeyChangePages
{
    private const string Address = "/workbench/release-keys";

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/release-keys", (string? channel, string? done, Viewer viewer, SiloClient silo, CancellationToken cancellation) =>
            Show(channel ?? ReleaseChannels.Public, FormView.Of(), null, DoneText(done), viewer, silo, cancellation));
        pages.MapPost("/release-keys", Ask);
        pages.MapPost("/release-keys/{channel}/{number:int:min(1)}/approval", Approve);
    }

    private static async Task<IResult> Ask(HttpRequest request, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var form = new TypedForm(await request.ReadFormAsync(cancellation));
        var (channel, number, body) = (form.Required("channel"), form.RequiredNumber("number"), new KeyChangeBody(form.Required("reason")));
        if (!form.IsWellFormed) return await Show(channel, form.RefusedHere(), null, null, viewer, silo, cancellation);
        var receipt = await silo.Put<Receipt>(ApiOf(channel, number), body, null, cancellation);
        return receipt.Problem is { } problem
            ? await Show(channel, form.Refused(problem), null, null, viewer, silo, cancellation)
            : Pages.SeeOther(Query.Join(Address, ("channel", channel), ("done", "asked")));
    }

    private static async Task<IResult> Approve(string channel, int number, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var receipt = await silo.Put<Receipt>($"{ApiOf(channel, number)}/approval", new { }, null, cancellation);
        return receipt.Problem is { } problem
            ? await Show(channel, FormView.Of(), problem, null, viewer, silo, cancellation)
            : Pages.SeeOther(Query.Join(Address, ("channel", channel), ("done", "approved")));
    }

    private static async Task<IResult> Show(string channel, FormView form, Problem? approval, string? done, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var page = await silo.Get<KeyChangePageView>($"/api/release-keys/{Uri.EscapeDataString(channel)}/changes", cancellation);
        return page.Value is not { } known
            ? Pages.Refused(viewer, page.Problem!)
            : Pages.Show<KeyChangeListPage, KeyChangeListView>(viewer, new(known, form, approval, done), (form.Refusal ?? approval)?.Status ?? StatusCodes.Status200OK);
    }

    private static string ApiOf(string channel, int number) => $"/api/release-keys/{Uri.EscapeDataString(channel)}/changes/{Query.Of(number)}";

    private static string? DoneText(string? done) => done switch
    {
        "asked" => "已提出。请由另一名系统管理员或安全管理员核对后批准。",
        "approved" => "已批准：新密钥从下一期发布起签名，旧签名仍可核对。",
        _ => null,
    };
}
