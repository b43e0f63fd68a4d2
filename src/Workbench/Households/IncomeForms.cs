using System.Globalization;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Households;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Households;

/// <param name="Period">Null where it is still to be chosen.</param>
public sealed record IncomeFormView(string Household, string? Period, IReadOnlyList<Choice> Periods, FormView Form);

/// <summary>Recording a quarter's income, and correcting it with a reason. Amounts are typed in yuan and sent in fen.</summary>
internal static class IncomeForms
{
    private const int QuartersOffered = 12;

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/households/{id}/incomes/new", New);
        pages.MapPost("/households/{id}/incomes/new", Record);
        pages.MapGet("/households/{id}/incomes/{period}", Open);
        pages.MapPost("/households/{id}/incomes/{period}", Correct);
    }

    private static async Task<IResult> New(string id, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation)
    {
        var read = await HouseholdPages.Read(silo, id, cancellation);
        return read.Value is { } household
            ? Show(viewer, clock, id, null, FormView.Of(("version", Version(household))))
            : Pages.Refused(viewer, read.Problem!);
    }

    private static async Task<IResult> Open(string id, string period, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation)
    {
        var read = await HouseholdPages.Read(silo, id, cancellation);
        if (read.Value is not { } household) return Pages.Refused(viewer, read.Problem!);
        return household.Incomes.FirstOrDefault(income => income.Period == period) is { } known
            ? Show(viewer, clock, id, period, Filled(household, known))
            : Pages.Refused(viewer, new Problem(404, null, "这一期没有登记收入", "请回到这一户登记。", null, null));
    }

    private static async Task<IResult> Record(string id, HttpRequest request, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation)
    {
        var form = new TypedForm(await request.ReadFormAsync(cancellation));
        var period = form.Required("period");
        return await Save(id, null, period, form, Body(form), viewer, silo, clock, cancellation);
    }

    private static async Task<IResult> Correct(
        string id, string period, HttpRequest request, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation)
    {
        var form = new TypedForm(await request.ReadFormAsync(cancellation));
        var body = Body(form) with { Reason = form.Required("reason") };
        return await Save(id, period, period, form, body, viewer, silo, clock, cancellation);
    }

    private static async Task<IResult> Save(
        string id, string? shown, string period, TypedForm form, IncomeBody body, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation)
    {
        if (!form.IsWellFormed) return Show(viewer, clock, id, shown, form.RefusedHere(), 422);
        var receipt = await silo.Put<Receipt>(HouseholdApi.Of(id, "incomes", period), body, form.Version(), cancellation);
        return receipt.Problem is { } problem
            ? Show(viewer, clock, id, shown, form.Refused(problem), problem.Status)
            : Pages.SeeOther(HouseholdPages.PageOf(id, "income"));
    }

    private static HtmlPage<IncomeFormPage> Show(Viewer viewer, TimeProvider clock, string id, string? period, FormView form, int status = StatusCodes.Status200OK) =>
        Pages.Show<IncomeFormPage, IncomeFormView>(viewer, new(id, period, Quarters(clock), form), status);

    private static IncomeBody Body(TypedForm form) =>
        new(form.Fen("wageFen"), form.Fen("operatingFen"), form.Fen("operatingCostFen"), form.Fen("propertyFen"), form.Fen("transferFen"));

    private static FormView Filled(HouseholdView household, IncomeView income) => FormView.Of(
        ("wageFen", Figures.YuanInput(income.WageFen)), ("operatingFen", Figures.YuanInput(income.OperatingFen)),
        ("operatingCostFen", Figures.YuanInput(income.OperatingCostFen)), ("propertyFen", Figures.YuanInput(income.PropertyFen)),
        ("transferFen", Figures.YuanInput(income.TransferFen)), ("version", Version(household)));

    private static string Version(HouseholdView household) => household.Version.ToString(CultureInfo.InvariantCulture);

    // Quarters that have begun, latest first.
    private static List<Choice> Quarters(TimeProvider clock)
    {
        var today = Figures.ChinaToday(clock);
        var current = (today.Year * 4) + ((today.Month - 1) / 3);
        return [.. Enumerable.Range(0, QuartersOffered).Select(back => current - back)
            .Select(quarter => string.Create(CultureInfo.InvariantCulture, $"{quarter / 4}-Q{(quarter % 4) + 1}"))
            .Select(period => new Choice(period, Figures.PeriodInWords(period)))];
    }
}
