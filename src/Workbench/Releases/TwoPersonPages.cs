using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Releases;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Releases;

/// <summary>What the page of such an act shows around its list.</summary>
/// <param name="Approval">Why an approval was refused; null when none was.</param>
public sealed record TwoPersonView<TKnown>(TKnown Known, FormView Form, Problem? Approval, string? Done);

/// <summary>Pages of an act on a channel (隐去、换钥) that one person asks for and another approves.</summary>
/// <param name="path">Under <c>/workbench</c>.</param>
/// <param name="api">The Silo's address of a channel's acts; numbers stand below it.</param>
/// <param name="asking">What is asked, as the form says it.</param>
/// <param name="approving">What is approved, as the form at the button says it.</param>
/// <param name="asked">Said after asking.</param>
/// <param name="approved">Said after approving.</param>
internal sealed class TwoPersonPages<TPage, TKnown>(
    string path, Func<string, string> api, Func<TypedForm, object> asking, Func<TypedForm, object> approving, string asked, string approved)
    where TPage : PageOf<TwoPersonView<TKnown>>
    where TKnown : class
{
    public void Map(RouteGroupBuilder pages)
    {
        pages.MapGet(path, (string? channel, string? done, Viewer viewer, SiloClient silo, CancellationToken cancellation) =>
            Show(channel ?? ReleaseChannels.Public, FormView.Of(), null, DoneText(done), viewer, silo, cancellation));
        pages.MapPost(path, Ask);
        pages.MapPost(path + "/{channel}/{number:int:min(1)}/approval", Approve);
    }

    private async Task<IResult> Ask(HttpRequest request, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var form = new TypedForm(await request.ReadFormAsync(cancellation));
        var (channel, number, body) = (form.Required("channel"), form.RequiredNumber("number"), asking(form));
        if (!form.IsWellFormed) return await Show(channel, form.RefusedHere(), null, null, viewer, silo, cancellation);
        var receipt = await silo.Put<Receipt>(ApiOf(channel, number), body, null, cancellation);
        return receipt.Problem is { } problem
            ? await Show(channel, form.Refused(problem), null, null, viewer, silo, cancellation)
            : Pages.SeeOther(Query.Join($"/workbench{path}", ("channel", channel), ("done", "asked")));
    }

    private async Task<IResult> Approve(string channel, int number, HttpRequest request, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var form = new TypedForm(await request.ReadFormAsync(cancellation));
        var receipt = await silo.Put<Receipt>($"{ApiOf(channel, number)}/approval", approving(form), null, cancellation);
        return receipt.Problem is { } problem
            ? await Show(channel, FormView.Of(), problem, null, viewer, silo, cancellation)
            : Pages.SeeOther(Query.Join($"/workbench{path}", ("channel", channel), ("done", "approved")));
    }

    private async Task<IResult> Show(string channel, FormView form, Problem? approval, string? done, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var page = await silo.Get<TKnown>(api(Uri.EscapeDataString(channel)), cancellation);
        return page.Value is not { } known
            ? Pages.Refused(viewer, page.Problem!)
            : Pages.Show<TPage, TwoPersonView<TKnown>>(viewer, new(known, form, approval, done), (form.Refusal ?? approval)?.Status ?? StatusCodes.Status200OK);
    }

    private string ApiOf(string channel, int number) => $"{api(Uri.EscapeDataString(channel))}/{Query.Of(number)}";

    private string? DoneText(string? done) => done switch
    {
        "asked" => asked,
        "approved" => approved,
        _ => null,
    };
}
