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
public sealed record MemberFormView(string Household, MemberView? Member, bool Correcting, FormView Form);

/// <summary>Registering a member, changing one, correcting one. The national id is shown masked, so it is typed again.</summary>
internal static class MemberForms
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/households/{id}/members/new", New);
        pages.MapPost("/households/{id}/members/new", Register);
        pages.MapGet("/households/{id}/members/{member}", (string id, string member, Viewer viewer, SiloClient silo, CancellationToken c) => Open(id, member, false, viewer, silo, c));
        pages.MapPost("/households/{id}/members/{member}", (string id, string member, HttpRequest request, Viewer viewer, SiloClient silo, CancellationToken c) => Save(id, member, false, request, viewer, silo, c));
        pages.MapGet("/households/{id}/members/{member}/correct", (string id, string member, Viewer viewer, SiloClient silo, CancellationToken c) => Open(id, member, true, viewer, silo, c));
        pages.MapPost("/households/{id}/members/{member}/correct", (string id, string member, HttpRequest request, Viewer viewer, SiloClient silo, CancellationToken c) => Save(id, member, true, request, viewer, silo, c));
    }

    private static async Task<IResult> New(string id, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var read = await HouseholdPages.Read(silo, id, cancellation);
        if (read.Value is not { } household) return Pages.Refused(viewer, read.Problem!);
        var form = FormView.Of(("effectiveOn", Figures.Day(household.AsOf)), ("member", FreeNumber(household)), ("version", Version(household)));
        return Show(viewer, new(id, null, false, form));
    }

    private static async Task<IResult> Open(string id, string member, bool correcting, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var read = await HouseholdPages.Read(silo, id, cancellation);
        if (read.Value is not { } household) return Pages.Refused(viewer, read.Problem!);
        var known = household.Members.FirstOrDefault(one => one.Id == member);
        return known is null
            ? Pages.Refused(viewer, new Problem(404, null, "没有这个成员", "请回到这一户核对。", null, null))
            : Show(viewer, new(id, known, correcting, Filled(household, known)));
    }

    private static async Task<IResult> Register(string id, HttpRequest request, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var form = new TypedForm(await request.ReadFormAsync(cancellation));
        var member = form.Required("member");
        var body = Body(form);
        if (!form.IsWellFormed) return Show(viewer, new(id, null, false, form.RefusedHere()), 422);
        var receipt = await silo.Put<Receipt>(Address(id, member), body, form.Version(), cancellation);
        return receipt.Problem is { } problem
            ? Show(viewer, new(id, null, false, form.Refused(problem)), problem.Status)
            : Pages.SeeOther(HouseholdPages.PageOf(id, "member"));
    }

    private static async Task<IResult> Save(
        string id, string member, bool correcting, HttpRequest request, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var read = await HouseholdPages.Read(silo, id, cancellation);
        if (read.Problem is { } unreadable) return Pages.Refused(viewer, unreadable);
        var known = read.Value!.Members.FirstOrDefault(one => one.Id == member);
        var form = new TypedForm(await request.ReadFormAsync(cancellation));
        var body = Body(form);
        var reason = correcting ? form.Required("reason") : "";
        if (!form.IsWellFormed) return Show(viewer, new(id, known, correcting, form.RefusedHere()), 422);
        var receipt = correcting
            ? await Corrections.Send(silo, id, form, new CorrectionBody($"member/{member}", reason, Member: body), cancellation)
            : await silo.Put<Receipt>(Address(id, member), body, form.Version(), cancellation);
        return receipt.Problem is { } problem
            ? Show(viewer, new(id, known, correcting, form.Refused(problem)), problem.Status)
            : Pages.SeeOther(HouseholdPages.PageOf(id, correcting ? "corrected" : "member"));
    }

    private static IResult Show(Viewer viewer, MemberFormView view, int status = StatusCodes.Status200OK) =>
        Pages.Show<MemberFormPage, MemberFormView>(viewer, view, status);

    private static string Address(string household, string member) => $"{HouseholdApi.Of(household)}/members/{Uri.EscapeDataString(member)}";

    private static MemberBody Body(TypedForm form) => new(
        form.Required("name"), form.Required("nationalId"), form.Required("relation"), form.Day("effectiveOn"), form.Required("labour"),
        form.Required("employment"), form.Required("schooling"), form.Flag("inSchool"), form.Flag("willingToWork"),
        form.Optional("phone"), form.Optional("bankAccount"), form.Optional("health"));

    // Masked values are not put into inputs: saved back, they would replace what they mask.
    private static FormView Filled(HouseholdView household, MemberView member) => FormView.Of(
    [
        ("name", member.Name), ("relation", member.Relation), ("labour", member.Labour), ("employment", member.Employment), ("schooling", member.Schooling),
        ("inSchool", member.InSchool ? "true" : null), ("willingToWork", member.WillingToWork ? "true" : null), ("health", member.Health),
        ("effectiveOn", Figures.Day(household.AsOf)), ("version", Version(household)), .. Corrections.Fields,
    ]);

    private static string Version(HouseholdView household) => household.Version.ToString(CultureInfo.InvariantCulture);

    // The next number of the household that no member has; its writer may change it.
    private static string FreeNumber(HouseholdView household) => Enumerable.Range(1, household.Members.Count + 1)
        .Select(number => $"{household.Id}-{number.ToString("00", CultureInfo.InvariantCulture)}")
        .First(id => household.Members.All(member => member.Id != id));
}
