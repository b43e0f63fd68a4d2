using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Releases;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Releases.Redactions;

/// <param name="Approval">Why an approval was refused; null when none was.</param>
public sealed record RedactionListView(RedactionPageView Redactions, FormView Form, Problem? Approval, string? Done)
{
    /// <summary>What is asked for and waits for another person.</summary>
    public RedactionView? Asked => Redactions.Redactions.FirstOrDefault(one => one.State == "asked");
}

/// <summary>Redacting a leaked row (隐去): one person names it, another approves exactly that row.</summary>
internal static class RedactionPages
{
    private const string Address = "/workbench/redactions";

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/redactions", (string? channel, string? done, Viewer viewer, SiloClient silo, CancellationToken cancellation) =>
            Show(channel ?? ReleaseChannels.Public, FormView.Of(), null, DoneText(done), viewer, silo, cancellation));
        pages.MapPost("/redactions", Ask);
        pages.MapPost("/redactions/{channel}/{number:int:min(1)}/approval", Approve);
    }

    private static async Task<IResult> Ask(HttpRequest request, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var form = new TypedForm(await request.ReadFormAsync(cancellation));
        var (channel, number) = (form.Required("channel"), form.RequiredNumber("number"));
        var body = new RedactionBody(form.RequiredNumber("release"), form.Required("rowId"), form.Required("reason"));
        if (!form.IsWellFormed) return await Show(channel, form.RefusedHere(), null, null, viewer, silo, cancellation);
        var receipt = await silo.Put<Receipt>($"/api/redactions/{Uri.EscapeDataString(channel)}/{Query.Of(number)}", body, null, cancellation);
        return receipt.Problem is { } problem
            ? await Show(channel, form.Refused(problem), null, null, viewer, silo, cancellation)
            : Pages.SeeOther(Query.Join(Address, ("channel", channel), ("done", "asked")));
    }

    // The hash goes along: what is approved is the row that was looked at, and none that was named meanwhile.
    private static async Task<IResult> Approve(string channel, int number, HttpRequest request, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var form = new TypedForm(await request.ReadFormAsync(cancellation));
        var receipt = await silo.Put<Receipt>(
            $"/api/redactions/{Uri.EscapeDataString(channel)}/{Query.Of(number)}/approval", new RedactionApprovalBody(form.Optional("leaf")), null, cancellation);
        return receipt.Problem is { } problem
            ? await Show(channel, FormView.Of(), problem, null, viewer, silo, cancellation)
            : Pages.SeeOther(Query.Join(Address, ("channel", channel), ("done", "approved")));
    }

    private static async Task<IResult> Show(string channel, FormView form, Problem? approval, string? done, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var page = await silo.Get<RedactionPageView>($"/api/redactions/{Uri.EscapeDataString(channel)}", cancellation);
        return page.Value is not { } known
            ? Pages.Refused(viewer, page.Problem!)
            : Pages.Show<RedactionListPage, RedactionListView>(viewer, new(known, form, approval, done), (form.Refusal ?? approval)?.Status ?? StatusCodes.Status200OK);
    }

    private static string? DoneText(string? done) => done switch
    {
        "asked" => "已提出。请由另一位县级工作人员核对后批准。",
        "approved" => "已批准：这一行的内容已从发布中删去，门户几秒钟内更新；散列留下，其余各行仍可核对。",
        _ => null,
    };
}
