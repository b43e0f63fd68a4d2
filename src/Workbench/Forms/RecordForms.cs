using Revitalization.Contracts.Commands;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Evidence;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Forms;

public sealed record RecordFormView(
    RecordPlace Place, string Title, string? Lead, IReadOnlyList<FormField> Fields, FormView Form, string Action, string Submit, DateOnly Today, IReadOnlyList<Choice> Variants);

/// <summary>
/// The forms about one kind of record: one page for all of them, at <c>{record}/do/{act}</c>. An act's id is drawn when its form is shown, so
/// sending the form twice is one act.
/// </summary>
/// <param name="read">Fetches the record that the address names.</param>
/// <param name="places">By a refusal's code, the fields that may mend it.</param>
internal sealed class RecordForms<T>(
    Func<RouteValueDictionary, SiloClient, CancellationToken, Task<Answer<T>>> read, Func<T, RecordPlace> place,
    IReadOnlyDictionary<string, string[]> places, params IReadOnlyList<RecordAct<T>> acts)
    where T : class
{
    private static readonly Problem NoSuchAct = new(404, null, "没有这个事项", "请回到上一页，从可以办理的事项中选择。", null, null);

    public void Map(RouteGroupBuilder pages, string record)
    {
        pages.MapGet($"{record}/do/{{act}}", Open);
        pages.MapPost($"{record}/do/{{act}}", Send).WithMetadata(new ReadsItsOwnForm());
    }

    /// <summary>What this viewer may do to the record as a whole, what moves it on first.</summary>
    public IReadOnlyList<ActLink> Links(Viewer viewer, T record) =>
        [.. acts.Where(act => !act.OfPart && act.IsOpen(viewer, record)).OrderByDescending(act => act.IsMain).Select(act => new ActLink(Address(record, act.Act), act.Title, act.IsMain))];

    /// <summary>A link beside a part of the record; null where it is not open.</summary>
    public ActLink? Link(Viewer viewer, T record, string act, string subject) =>
        acts.FirstOrDefault(one => one.Act == act) is { } known && known.IsOpen(viewer, record)
            ? new($"{Address(record, act)}?subject={Uri.EscapeDataString(subject)}", known.Title, false)
            : null;

    /// <summary>What was just done, in words. Known acts only: the address must not be able to put words into our mouth.</summary>
    public string? DoneText(string? done) => acts.FirstOrDefault(act => act.Act == done) is { } known ? $"已记录：{known.Title}。" : null;

    private string Address(T record, string act) => $"{place(record).Address}/do/{act}";

    private async Task<IResult> Open(HttpContext context, string act, string? subject, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation)
    {
        if (acts.FirstOrDefault(one => one.Act == act) is not { } form) return Pages.Refused(viewer, NoSuchAct);
        var record = await read(context.Request.RouteValues, silo, cancellation);
        if (record.Value is not { } known) return Pages.Refused(viewer, record.Problem!);
        var about = subject ?? (form.Variants is [var usual, ..] ? usual.Value : null);
        var fields = form.Fields(new(viewer, known, Figures.ChinaToday(clock), about));
        var shown = FormView.Of([("id", FreshId.Next()), ("subject", about), .. fields.Select(field => (field.Name, field.Default)), ("evidence", fields.FirstOrDefault(field => field.Kind == FieldKind.Files)?.Default)]);
        return Show(viewer, form, known, fields, shown, Figures.ChinaToday(clock));
    }

    private async Task<IResult> Send(HttpContext context, string act, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation)
    {
        if (acts.FirstOrDefault(one => one.Act == act) is not { } form) return Pages.Refused(viewer, NoSuchAct);
        var record = await read(context.Request.RouteValues, silo, cancellation);
        if (record.Value is not { } known) return Pages.Refused(viewer, record.Problem!);
        var today = Figures.ChinaToday(clock);
        if (await SentForm.Read(context, silo, place(known).Files ?? "", cancellation) is not { } sent) return TypedResults.Empty;
        var request = form.Read(new(known, sent.Form.Required("id"), sent.Form.Optional("subject") ?? "", sent.Form, sent.Evidence, today));
        if (sent.Refusal is { } file) return Again(sent.Form.Refused(file));
        if (!sent.Form.IsWellFormed) return Again(sent.Form.RefusedHere());
        var receipt = await silo.Put<Receipt>(request.Address, request.Body, request.Version, cancellation);
        if (receipt.Problem is not { } problem) return Pages.SeeOther($"{request.Then ?? place(known).Address}?done={act}&after={receipt.Value?.Seq}");
        return Again(sent.Form.Refused(problem));

        HtmlPage<RecordFormPage> Again(FormView shown)
        {
            var fields = form.Fields(new(viewer, known, today, sent.Form.Optional("subject")));
            var placed = shown.With(RefusalPlaces.Place(shown.Refusal!, places, fields.Select(field => field.Name)));
            return Show(viewer, form, known, fields, placed, today);
        }
    }

    private HtmlPage<RecordFormPage> Show(Viewer viewer, RecordAct<T> form, T record, IReadOnlyList<FormField> fields, FormView shown, DateOnly today) =>
        Pages.Show<RecordFormPage, RecordFormView>(
            viewer, new(place(record), form.Title, form.Lead, fields, shown, Address(record, form.Act), form.Submit, today, form.Variants), shown.Refusal?.Status ?? StatusCodes.Status200OK);
}
