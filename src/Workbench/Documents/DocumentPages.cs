using Microsoft.AspNetCore.Http.Features;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Documents;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Evidence;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.Regions;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Documents;

public sealed record DocumentListView(string? Stage, Page<DocumentLine> Rows, DocumentYearView? Year, DateOnly Today);

public sealed record DocumentPageView(DocumentRecord Record, IReadOnlyList<ActLink> Links, DateOnly Today, string? Done);

/// <param name="Read">What the text says of itself; null while there is none.</param>
/// <param name="File">The form for a file, where one was refused.</param>
public sealed record NewDocumentView(FormView Form, IReadOnlyList<FormField> Fields, DocumentReadingView? Read, DateOnly Today, FormView? File = null);

public sealed record ReportView(int Year, DocumentBody Draft, FormView Form, DateOnly Today);

/// <summary>Documents to be published (公开文件): a pasted page is read, registered, reviewed by another with the findings in place, published.</summary>
internal static class DocumentPages
{
    private const int PageSize = 50;

    private static readonly FormField s_pasted = new("text", "把网页或文件的全部文字贴在这里", FieldKind.Text)
    {
        MostLetters = DocumentFields.LettersOfText, Hint = "繁体、全角和夹带的拼音都能识读；标题、索引号、日期等自动找出，再由您核对。",
    };

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/documents", List);
        pages.MapGet("/documents/new", (Viewer viewer, TimeProvider clock) =>
            Show(viewer, FormView.Of(("id", FreshId.Next())), [s_pasted], null, Figures.ChinaToday(clock), StatusCodes.Status200OK));
        pages.MapPost("/documents/new", Register);
        pages.MapPost("/documents/file", ReadFile).WithMetadata(new ReadsItsOwnForm());
        pages.MapGet("/documents/report", (int? year, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation) => Report(year, null, viewer, silo, clock, cancellation));
        pages.MapPost("/documents/report", async (int? year, HttpRequest request, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation) =>
            await Report(year, new TypedForm(await request.ReadFormAsync(cancellation)), viewer, silo, clock, cancellation));
        pages.MapGet("/documents/{id}", One);
        pages.MapGet("/documents/{id}/evidence/{hash}", (string id, string hash, Viewer viewer, SiloClient silo, HttpContext context, CancellationToken c) =>
            Saved.Evidence(silo, $"{DocumentAddress.ApiOf(id)}/evidence", hash, viewer, context, c));
        DocumentForms.All.Map(pages, "/documents/{id}");
    }

    private static async Task<IResult> List(string? stage, string? cursor, string? after, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation)
    {
        var today = Figures.ChinaToday(clock);
        var rows = await silo.Get<Page<DocumentLine>>(
            Query.Join("/api/documents", ("stage", stage), ("cursor", cursor), ("limit", Query.Of(PageSize)), ("after", after)), cancellation);
        if (rows.Value is not { } known) return Pages.Refused(viewer, rows.Problem!);
        var year = await silo.Get<DocumentYearView>($"/api/documents/years/{Query.Of(today.Year)}", cancellation);
        return Pages.Show<DocumentListPage, DocumentListView>(viewer, new(stage, known, year.Value, today));
    }

    private static async Task<IResult> One(HttpContext context, string? done, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation)
    {
        var record = await DocumentForms.Read(context.Request.RouteValues, silo, cancellation);
        return record.Value is not { } known
            ? Pages.Refused(viewer, record.Problem!)
            : Pages.Show<DocumentPage, DocumentPageView>(viewer, new(known, DocumentForms.All.Links(viewer, known), Figures.ChinaToday(clock), done == "new" ? "已登记；请由另一位工作人员审核。" : DocumentForms.All.DoneText(done)));
    }

    // The draft is computed again when it is registered: what is registered is what the log says then.
    private static async Task<IResult> Report(int? year, TypedForm? form, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation)
    {
        var today = Figures.ChinaToday(clock);
        var reported = year ?? today.Year - 1;
        var draft = await silo.Get<DocumentBody>($"/api/documents/years/{Query.Of(reported)}/report", cancellation);
        if (draft.Value is not { } body) return Pages.Refused(viewer, draft.Problem!);
        if (form is null) return Pages.Show<ReportPage, ReportView>(viewer, new(reported, body, FormView.Of(("id", FreshId.Next())), today));
        var id = form.Required("id");
        var receipt = await silo.Put<Receipt>(DocumentAddress.ApiOf(id), body, null, cancellation);
        return receipt.Problem is { } problem
            ? Pages.Show<ReportPage, ReportView>(viewer, new(reported, body, form.Refused(problem), today), problem.Status)
            : Pages.SeeOther($"{DocumentAddress.Of(id)}?done=new");
    }

    // First the text alone is sent, and read; then the same address takes the fields that were read and mended.
    private static async Task<IResult> Register(HttpRequest request, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation)
    {
        var (form, today) = (new TypedForm(await request.ReadFormAsync(cancellation)), Figures.ChinaToday(clock));
        var (id, text) = (form.Required("id"), DocumentFields.Text(form));
        if (!form.IsWellFormed) return Show(viewer, form.RefusedHere(), [s_pasted], null, today, StatusCodes.Status422UnprocessableEntity);
        var reading = await silo.Post<DocumentReadingView>("/api/documents/reading", new DocumentReadingBody(text), cancellation);
        if (reading.Value is not { } read) return Show(viewer, form.Refused(reading.Problem!), [s_pasted], null, today, reading.Problem!.Status);
        var regions = await RegionNames.Of(silo, viewer, cancellation);
        var fields = DocumentFields.Of(null, regions, name => DocumentWords.Doubt(read.Fields.FirstOrDefault(field => field.Field == name)));
        if (form.Optional("validity") is null) return Show(viewer, Prefilled(id, text, read, viewer), fields, read, today, StatusCodes.Status200OK);
        var body = DocumentFields.Read(form);
        if (!form.IsWellFormed) return Show(viewer, form.RefusedHere(), fields, read, today, StatusCodes.Status422UnprocessableEntity);
        var receipt = await silo.Put<Receipt>(DocumentAddress.ApiOf(id), body, null, cancellation);
        return receipt.Problem is { } problem
            ? Show(viewer, form.Refused(problem), fields, read, today, problem.Status)
            : Pages.SeeOther($"{DocumentAddress.Of(id)}?done=new");
    }

    /// <summary>A file's text goes to the Silo and comes back as the form to be checked: nothing of it is kept here or there.</summary>
    private static async Task<IResult> ReadFile(HttpContext context, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = EvidenceFile.MostBytes + (64 << 10);
        var today = Figures.ChinaToday(clock);
        if (await UploadedFile.Read(context, cancellation) is not { } sent) return TypedResults.Empty;
        if (sent.Bytes is not { Length: > 0 } bytes) return Refused(Problem.OfFields(new FieldFault("file", null, "missing", "请选择不超过 10 MB 的文件。")));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/documents/texts") { Content = new ByteArrayContent(bytes) };
        var text = await silo.Send<DocumentTextView>(request, cancellation);
        if (text.Value is not { } known) return Refused(text.Problem!);
        var reading = await silo.Post<DocumentReadingView>("/api/documents/reading", new DocumentReadingBody(known.Text), cancellation);
        if (reading.Value is not { } read) return Refused(reading.Problem!);
        var regions = await RegionNames.Of(silo, viewer, cancellation);
        var fields = DocumentFields.Of(null, regions, name => DocumentWords.Doubt(read.Fields.FirstOrDefault(field => field.Field == name)));
        return Show(viewer, Prefilled(FreshId.Next(), known.Text, read, viewer), fields, read, today, StatusCodes.Status200OK);

        HtmlPage<NewDocumentPage> Refused(Problem problem) => Pages.Show<NewDocumentPage, NewDocumentView>(
            viewer, new(FormView.Of(("id", FreshId.Next())), [s_pasted], null, today, FormView.Of().With(problem)), problem.Status);
    }

    private static FormView Prefilled(string id, string text, DocumentReadingView read, Viewer viewer) => FormView.Of(
    [
        ("id", id), ("text", text), ("region", viewer.Regions.FirstOrDefault()),
        .. read.Fields.Select(field => (field.Field, field.Field == "validity" ? field.Value ?? "unstated" : field.Value)),
    ]);

    private static HtmlPage<NewDocumentPage> Show(Viewer viewer, FormView form, IReadOnlyList<FormField> fields, DocumentReadingView? read, DateOnly today, int status) =>
        Pages.Show<NewDocumentPage, NewDocumentView>(viewer, new(form, fields, read, today), status);
}
