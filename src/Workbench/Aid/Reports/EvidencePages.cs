using Revitalization.Workbench.Evidence;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Aid.Reports;

/// <param name="Hashes">Of the files just taken.</param>
public sealed record EvidenceView(string Partnership, FormView Form, IReadOnlyList<string> Hashes);

/// <summary>Evidence ahead of a sheet: files go up first, and the sheet names them by their hashes (校验值).</summary>
internal static class EvidencePages
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/partnerships/{code}/evidence", (string code, Viewer viewer) => Pages.Show<EvidencePage, EvidenceView>(viewer, new(code, FormView.Of(), [])));
        pages.MapPost("/partnerships/{code}/evidence", Take).WithMetadata(new ReadsItsOwnForm());
        pages.MapGet("/partnerships/{code}/evidence/{hash}", (string code, string hash, Viewer viewer, SiloClient silo, HttpContext context, CancellationToken c) =>
            Saved.Evidence(silo, AidAddress.EvidenceApi(code), hash, viewer, context, c));
    }

    private static async Task<IResult> Take(string code, HttpContext context, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        if (await SentForm.Read(context, silo, AidAddress.EvidenceApi(code), cancellation) is not { } sent) return TypedResults.Empty;
        var form = sent.Refusal is { } refusal ? sent.Form.Refused(refusal) : FormView.Of();
        return Pages.Show<EvidencePage, EvidenceView>(viewer, new(code, form, sent.Evidence), sent.Refusal?.Status ?? StatusCodes.Status200OK);
    }
}
