using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Households;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Households;

public sealed record ErasureFormView(string Household, MemberView Member, FormView Form);

/// <summary>Lawful erasure of one person (依法删除), by the county. It cannot be undone, so the member's number is typed once more.</summary>
internal static class ErasureForms
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/households/{id}/members/{member}/erase", Open);
        pages.MapPost("/households/{id}/members/{member}/erase", Erase);
    }

    private static async Task<IResult> Open(string id, string member, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var read = await HouseholdPages.Read(silo, id, cancellation);
        return read.Value is { } household
            ? Show(viewer, household, member, FormView.Of(("legalBasis", "个人信息保护法第四十七条")))
            : Pages.Refused(viewer, read.Problem!);
    }

    private static async Task<IResult> Erase(string id, string member, HttpRequest request, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var read = await HouseholdPages.Read(silo, id, cancellation);
        if (read.Value is not { } household) return Pages.Refused(viewer, read.Problem!);
        var form = new TypedForm(await request.ReadFormAsync(cancellation));
        var body = new ErasureBody(form.Required("legalBasis"), form.Day("retentionEndedOn"));
        if (form.Required("again") != member) form.Fault("again", "与成员编号不一致，请核对。");
        if (!form.IsWellFormed) return Show(viewer, household, member, form.RefusedHere(), 422);
        var receipt = await silo.Put<Receipt>($"{HouseholdApi.Of(id, "members", member)}/erasure", body, null, cancellation);
        return receipt.Problem is { } problem
            ? Show(viewer, household, member, form.Refused(problem), problem.Status)
            : Pages.SeeOther(HouseholdPages.PageOf(id, "erased"));
    }

    private static IResult Show(Viewer viewer, HouseholdView household, string member, FormView form, int status = StatusCodes.Status200OK) =>
        household.Find(member) is { } known
            ? Pages.Show<ErasureFormPage, ErasureFormView>(viewer, new(household.Id, known, form), status)
            : Pages.Refused(viewer, MemberForms.NoSuchMember);
}
