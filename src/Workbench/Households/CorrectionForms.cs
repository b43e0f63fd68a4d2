using System.Globalization;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Households;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Households;

/// <param name="Entry">What is corrected.</param>
public sealed record CorrectionFormView(string Household, HistoryEntry Entry, FormView Form);

/// <summary>
/// Correcting one entry of a history: it did not happen, or on another day. Values that were recorded wrongly are stated anew on their
/// own forms, with a reason.
/// </summary>
internal static class CorrectionForms
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/households/{id}/entries/{version:long}/correct", Open);
        pages.MapPost("/households/{id}/entries/{version:long}/correct", Correct);
    }

    private static Task<IResult> Open(string id, long version, Viewer viewer, SiloClient silo, CancellationToken cancellation) =>
        Show(viewer, silo, id, version, FormView.Of(("act", FreshId.Next())), 200, cancellation);

    private static async Task<IResult> Correct(string id, long version, HttpRequest request, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var form = new TypedForm(await request.ReadFormAsync(cancellation));
        var act = form.Required("act");
        var moved = form.Required("what") == "moved";
        var body = new CorrectionBody(version, form.Required("reason"), moved ? form.Day("on") : null);
        if (!form.IsWellFormed) return await Show(viewer, silo, id, version, form.RefusedHere(), 422, cancellation);
        var receipt = await silo.Put<Receipt>(HouseholdApi.Of(id, "corrections", act), body, null, cancellation);
        return receipt.Problem is { } problem
            ? await Show(viewer, silo, id, version, form.Refused(problem), problem.Status, cancellation)
            : Pages.SeeOther(HouseholdPages.PageOf(id, "corrected"));
    }

    private static async Task<IResult> Show(
        Viewer viewer, SiloClient silo, string id, long version, FormView form, int status, CancellationToken cancellation)
    {
        var history = await HouseholdPages.ReadHistory(silo, id, cancellation);
        if (history.Problem is { } problem) return Pages.Refused(viewer, problem);
        var entry = history.Value!.Items.FirstOrDefault(one => one.Version == version);
        return entry is null
            ? Pages.Refused(viewer, new Problem(404, null, "没有这条记录", string.Create(CultureInfo.InvariantCulture, $"历史中没有第 {version} 版，请回到这一户核对。"), null, null))
            : Pages.Show<CorrectionFormPage, CorrectionFormView>(viewer, new(id, entry, form), status);
    }
}
