using Revitalization.Contracts.Imports;
using Revitalization.Workbench.Aid;
using Revitalization.Workbench.Aid.Partnerships;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.Regions;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Imports;

/// <param name="Partnerships">Of a partner city, which one a sheet is for.</param>
/// <param name="Regions">Where a sheet may belong; a choice only where there are several.</param>
public sealed record ImportListView(FormView Form, ImportPage Imports, ColumnMappingList Mappings, IReadOnlyList<Choice> Regions, IReadOnlyList<Choice> Partnerships);

/// <param name="Errors">The first refused rows, as the error file states them.</param>
/// <param name="Elsewhere">Rows that put a person into a second household; null where that is not asked yet, or no longer.</param>
public sealed record ImportView(ImportProgress Import, ErrorRows Errors, long? Elsewhere);

/// <summary>Imports: the list with the upload form, one import's progress, its error file, cancelling it.</summary>
internal static class ImportPages
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/imports", (string? cursor, Viewer viewer, SiloClient silo, CancellationToken c) => List(viewer, silo, FormView.Of(), 200, cursor, c));
        pages.MapGet("/imports/{id}", Show);
        pages.MapGet("/imports/{id}/errors.csv", Download);
        pages.MapPost("/imports/{id}/cancel", Cancel);
        pages.MapPost("/imports/{id}/resume", Resume);
        pages.MapGet("/imports/{id}/write-back", (string id, Viewer viewer, SiloClient silo, HttpContext context, CancellationToken c) =>
            Saved.From(silo, $"{Address(id)}/write-back?format=xlsx", "回写表.xlsx", viewer, context, c));
        pages.MapGet("/imports/{id}/departures", (string id, Viewer viewer, SiloClient silo, HttpContext context, CancellationToken c) =>
            Saved.From(silo, $"{Address(id)}/write-back/departures?format=xlsx", "减少名单.xlsx", viewer, context, c));
        pages.MapGet("/partnerships/{code}/template", (string code, Viewer viewer, SiloClient silo, HttpContext context, CancellationToken c) =>
            Saved.From(silo, $"{AidAddress.PartnershipApi(code)}/reports/template.xlsx", "支援报告填报表.xlsx", viewer, context, c));
    }

    internal static async Task<IResult> List(
        Viewer viewer, SiloClient silo, FormView form, int status, string? cursor, CancellationToken cancellation)
    {
        var imports = await silo.Get<ImportPage>($"/api/imports{(cursor is null ? "" : $"?cursor={Uri.EscapeDataString(cursor)}")}", cancellation);
        if (imports.Problem is { } problem) return Pages.Refused(viewer, problem);
        var mappings = viewer.IsPartner ? default : await silo.Get<ColumnMappingList>("/api/imports/mappings", cancellation);
        var partnerships = viewer.IsPartner ? await PartnershipNames.Choices(silo, cancellation) : [];
        if (form.Value("kind").Length == 0 && ImportWords.KindsFor(viewer) is [var only]) form = FormView.Of(("kind", only.Value));
        return Pages.Show<ImportListPage, ImportListView>(viewer, new(
            form, imports.Value!, mappings.Value ?? new([]), await RegionNames.Of(silo, viewer, cancellation), partnerships), status);
    }

    private static async Task<IResult> Show(string id, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var import = await silo.Get<ImportProgress>(Address(id), cancellation);
        if (import.Value is not { } progress) return Pages.Refused(viewer, import.Problem!);
        var errors = progress is { Refused: > 0, FilesDeleted: false } && !progress.IsUnderWay()
            ? await ErrorRows.Read(silo, $"{Address(id)}/errors.csv", cancellation)
            : ErrorRows.None;
        return Pages.Show<ImportPageView, ImportView>(viewer, new(progress, errors, await Elsewhere(silo, progress, cancellation)));
    }

    // Found by reading the sheet against the register, so it is asked once the import is over, and of sheets of people only.
    private static async Task<long?> Elsewhere(SiloClient silo, ImportProgress progress, CancellationToken cancellation)
    {
        if (progress is not { Kind: ImportKinds.Members, State: ImportStates.Completed, FilesDeleted: false }) return null;
        return (await silo.Get<ImportDuplicates>($"{Address(progress.Id)}/duplicates", cancellation)).Value?.Rows;
    }

    private static async Task<IResult> Download(string id, Viewer viewer, SiloClient silo, HttpContext context, CancellationToken cancellation)
    {
        var response = await silo.Download($"{Address(id)}/errors.csv", cancellation);
        context.Response.RegisterForDispose(response);
        return response.IsSuccessStatusCode
            ? TypedResults.Stream(await response.Content.ReadAsStreamAsync(cancellation), "text/csv; charset=utf-8", $"errors-{id}.csv")
            : Pages.Refused(viewer, await SiloClient.Refusal(response, cancellation));
    }

    private static async Task<IResult> Cancel(string id, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var cancelled = await silo.Send<ImportProgress>(new HttpRequestMessage(HttpMethod.Delete, Address(id)), cancellation);
        return cancelled.Problem is { } problem ? Pages.Refused(viewer, problem) : Pages.SeeOther(PageOf(id));
    }

    private static async Task<IResult> Resume(string id, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var resumed = await silo.Send<ImportProgress>(new HttpRequestMessage(HttpMethod.Put, $"{Address(id)}/resumption"), cancellation);
        return resumed.Problem is { } problem ? Pages.Refused(viewer, problem) : Pages.SeeOther(PageOf(id));
    }

    internal static string PageOf(string id) => $"/workbench/imports/{Uri.EscapeDataString(id)}";

    private static string Address(string id) => $"/api/imports/{Uri.EscapeDataString(id)}";
}
