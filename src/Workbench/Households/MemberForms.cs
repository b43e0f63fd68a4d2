using System.Globalization;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Households;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Households;

/// <param name="Member">Null for one who is being registered.</param>
public sealed record MemberFormView(string Household, MemberView? Member, FormView Form);

/// <summary>Registering a member and changing one. The national id is shown masked, so it is typed again.</summary>
internal static class MemberForms
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/households/{id}/members/new", New);
        pages.MapPost("/households/{id}/members/new", Register);
        pages.MapGet("/households/{id}/members/{member}", Open);
        pages.MapPost("/households/{id}/members/{member}", Change);
    }

    private static async Task<IResult> New(string id, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var read = await HouseholdPages.Read(silo, id, cancellation);
        if (read.Value is not { } household) return Pages.Refused(viewer, read.Problem!);
        var form = FormView.Of(
            ("how", "registered"), ("effectiveOn", Figures.Day(household.AsOf)), ("member", FreeNumber(household)), ("version", Version(household)));
        return Show(viewer, new(id, null, form));
    }

    private static async Task<IResult> Open(string id, string member, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var read = await HouseholdPages.Read(silo, id, cancellation);
        if (read.Value is not { } household) return Pages.Refused(viewer, read.Problem!);
        return household.Find(member) is { } known
            ? Show(viewer, new(id, known, Filled(household, known)))
            : Pages.Refused(viewer, NoSuchMember);
    }

    private static async Task<IResult> Register(string id, HttpRequest request, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var form = new TypedForm(await request.ReadFormAsync(cancellation));
        var (part, member) = (form.Required("how"), form.Required("member"));
        var body = Body(form);
        if (!form.IsWellFormed) return Show(viewer, new(id, null, form.RefusedHere()), 422);
        var receipt = part switch
        {
            "birth" => await silo.Put<Receipt>(HouseholdApi.Of(id, "births", member), new BirthBody(body), null, cancellation),
            "married-in" or "moved-in" => await silo.Put<Receipt>(HouseholdApi.Of(id, "arrivals", member), new ArrivalBody(part, body), null, cancellation),
            _ => await silo.Put<Receipt>(HouseholdApi.Of(id, "members", member), body, form.Version(), cancellation),
        };
        return receipt.Problem is { } problem
            ? Show(viewer, new(id, null, form.Refused(problem)), problem.Status)
            : Pages.SeeOther(HouseholdPages.PageOf(id, "member"));
    }

    private static async Task<IResult> Change(
        string id, string member, HttpRequest request, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var read = await HouseholdPages.Read(silo, id, cancellation);
        if (read.Value is not { } household) return Pages.Refused(viewer, read.Problem!);
        if (household.Find(member) is not { } known) return Pages.Refused(viewer, NoSuchMember);
        var form = new TypedForm(await request.ReadFormAsync(cancellation));
        var body = Body(form);
        if (!form.IsWellFormed) return Show(viewer, new(id, known, form.RefusedHere()), 422);
        var receipt = await silo.Put<Receipt>(HouseholdApi.Of(id, "members", member), body, form.Version(), cancellation);
        return receipt.Problem is { } problem
            ? Show(viewer, new(id, known, form.Refused(problem)), problem.Status)
            : Pages.SeeOther(HouseholdPages.PageOf(id, "member"));
    }

    internal static MemberView? Find(this HouseholdView household, string member) => household.Members.FirstOrDefault(one => one.Id == member);

    internal static readonly Problem NoSuchMember = new(404, null, "没有这个成员", "请回到这一户核对。", null, null);

    private static HtmlPage<MemberFormPage> Show(Viewer viewer, MemberFormView view, int status = StatusCodes.Status200OK) =>
        Pages.Show<MemberFormPage, MemberFormView>(viewer, view, status);

    private static MemberBody Body(TypedForm form) => new(
        form.Required("name"), form.Required("nationalId"), form.Required("relation"), form.Day("effectiveOn"), form.Required("labour"),
        form.Required("employment"), form.Required("schooling"), InSchool: false, form.Flag("willingToWork"),
        form.Optional("phone"), form.Optional("bankAccount"), form.Optional("health"), Reason: form.Optional("reason"));

    // Masked values are not put into inputs: saved back, they would replace what they mask.
    private static FormView Filled(HouseholdView household, MemberView member) => FormView.Of(
        ("name", member.Name), ("relation", member.Relation), ("labour", member.Labour), ("employment", member.Employment), ("schooling", member.Schooling),
        ("willingToWork", member.WillingToWork ? "true" : null), ("health", member.Health),
        ("effectiveOn", Figures.Day(household.AsOf)), ("version", Version(household)));

    private static string Version(HouseholdView household) => household.Version.ToString(CultureInfo.InvariantCulture);

    // The next number of the household that no member has; its writer may change it.
    private static string FreeNumber(HouseholdView household) => Enumerable.Range(1, household.Members.Count + 1)
        .Select(number => $"{household.Id}-{number.ToString("00", CultureInfo.InvariantCulture)}")
        .First(id => household.Find(id) is null);
}
