using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Households;
using Revitalization.Contracts.Monitoring;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Evidence;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Households;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Monitoring.Acts;

/// <param name="DraftKey">For the visit, which waits in the phone while there is no connection; see <c>outbox.js</c>.</param>
public sealed record ActPageView(ActForm Act, ActContext Context, FormView Form, string DraftKey);

/// <summary>One page for every act of the chain. Its id is drawn when the form is shown: sending it twice is one act.</summary>
internal static class ActPages
{
    private static readonly Problem NoSuchAct = new(404, null, "没有这个事项", "请回到该户的监测档案，从“可以办理”中选择。", null, null);

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/households/{id}/monitoring/{act}", Open);
        pages.MapPost("/households/{id}/monitoring/{act}", Send).WithMetadata(new ReadsItsOwnForm());
    }

    /// <summary>A fixed list: an address must not be able to send a reader anywhere.</summary>
    internal static string BackTo(string back, string household) => back switch
    {
        "mine" => "/workbench/my-households",
        "tasks" => "/workbench/tasks",
        _ => MonitoringAddress.PageOf(household),
    };

    private static async Task<IResult> Open(
        string id, string act, string? subject, string? back, Viewer viewer, SiloClient silo, FormTokens tokens, TimeProvider clock, CancellationToken cancellation)
    {
        if (ActForms.Find(act) is not { } form) return Pages.Refused(viewer, NoSuchAct);
        var context = await Read(viewer, silo, form, id, clock, cancellation);
        if (context.Value is not { } read) return Pages.Refused(viewer, context.Problem!);
        var known = read with { Subject = subject ?? OnlySubject(form, read.File) ?? "" };
        var shown = FormView.Of([
            ("id", FreshId.Next()), ("back", back), ("subject", known.Subject),
            .. form.Fields.Select(field => (field.Name, field.Default(known))),
        ]);
        return Pages.Show<ActPage, ActPageView>(viewer, new(form, known, shown, tokens.DraftKey(viewer.Account)));
    }

    private static async Task<IResult> Send(
        string id, string act, HttpContext context, Viewer viewer, SiloClient silo, FormTokens tokens, TimeProvider clock, CancellationToken cancellation)
    {
        if (ActForms.Find(act) is not { } form) return Pages.Refused(viewer, NoSuchAct);
        if (await SentForm.Read(context, silo, MonitoringAddress.EvidenceApiOf(id), cancellation) is not { } sent) return TypedResults.Empty;
        var request = form.Read(new(id, sent.Form.Required("id"), sent.Form.Optional("subject") ?? "", sent.Form, sent.Evidence));
        if (sent.Refusal is { } file) return await Again(sent.Form.Refused(file));
        if (!sent.Form.IsWellFormed) return await Again(sent.Form.RefusedHere());
        var receipt = await silo.Put<Receipt>(request.Address, request.Body, null, cancellation);
        if (receipt.Problem is { } problem) return await Again(sent.Form.Refused(RefusalPlaces.Place(problem, MonitoringRefusals.Fields, form.Fields.Select(one => one.Name))));
        return Pages.SeeOther($"{BackTo(sent.Form.Optional("back") ?? "", id)}?done={act}&after={receipt.Value?.Seq}");

        async Task<IResult> Again(FormView shown)
        {
            var read = await Read(viewer, silo, form, id, clock, cancellation);
            return read.Value is { } known
                ? Pages.Show<ActPage, ActPageView>(viewer, new(form, known with { Subject = shown.Value("subject") }, shown, tokens.DraftKey(viewer.Account)), shown.Refusal!.Status)
                : Pages.Refused(viewer, shown.Refusal!);
        }
    }

    private static async Task<Answer<ActContext>> Read(
        Viewer viewer, SiloClient silo, ActForm form, string household, TimeProvider clock, CancellationToken cancellation)
    {
        var file = await silo.Get<MonitoringView>(MonitoringAddress.ApiOf(household), cancellation);
        if (file.Value is not { } known) return new(null, file.Problem);
        IReadOnlyList<MemberView> members = form.NamesMembers && (await HouseholdPages.Read(silo, household, cancellation)).Value is { } one ? one.Members : [];
        IReadOnlyList<Choice> accounts = form.NamesAccounts ? await Colleagues.Of(silo, viewer, known.VillageCode, cancellation) : [];
        return new(new(viewer, known, Figures.ChinaToday(clock), members, accounts), null);
    }

    private static string? OnlySubject(ActForm form, MonitoringView file) => form.Subjects?.Invoke(file) is [var only] ? only.Value : null;
}
