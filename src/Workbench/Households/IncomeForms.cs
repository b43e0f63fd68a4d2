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
public sealed record IncomeFormView(string Household, string? Period, bool Correcting, IReadOnlyList<Choice> Periods, FormView Form);

/// <summary>Recording a quarter's income, changing it, correcting it. Amounts are typed in yuan and sent in fen.</summary>
internal static class IncomeForms
{
    private const int QuartersOffered = 12;

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/households/{id}/incomes/new", New);
        pages.MapPost("/households/{id}/incomes/new", Save);
        pages.MapGet("/households/{id}/incomes/{period}", (string id, string period, Viewer viewer, SiloClient silo, CancellationToken c) => Open(id, period, false, viewer, silo, c));
        pages.MapPost("/households/{id}/incomes/{period}", Save);
        pages.MapGet("/households/{id}/incomes/{period}/correct", (string id, string period, Viewer viewer, SiloClient silo, CancellationToken c) => Open(id, period, true, viewer, silo, c));
        pages.MapPost("/households/{id}/incomes/{period}/correct", Correct);
    }

    private static async Task<IResult> New(string id, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation)
    {
        var read = await HouseholdPages.Read(silo, id, cancellation);
        if (read.Value is not { } household) return Pages.Refused(viewer, read.Problem!);
        return Show(viewer, clock, id, null, false, FormView.Of(("version", household.Version.ToString(CultureInfo.InvariantCulture)), ("source", "visit")));
    }

    private static async Task<IResult> Open(string id, string period, bool correcting, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var read = await HouseholdPages.Read(silo, id, cancellation);
        if (read.Value is not { } household) return Pages.Refused(viewer, read.Problem!);
        var known = household.Incomes.FirstOrDefault(income => income.Period == period);
        return known is null
            ? Pages.Refused(viewer, new Problem(404, null, "这一期没有登记收入", "请回到这一户登记。", null, null))
            : Show(viewer, null, id, period, correcting, Filled(household, known));
    }

    private static async Task<IResult> Save(
        string id, string? period, HttpRequest request, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation)
    {
        var form = new TypedForm(await request.ReadFormAsync(cancellation));
        var chosen = period ?? form.Required("period");
        var body = Body(form);
        if (!form.IsWellFormed) return Show(viewer, clock, id, period, false, form.RefusedHere(), 422);
        var receipt = await silo.Put<Receipt>($"{HouseholdApi.Of(id)}/incomes/{Uri.EscapeDataString(chosen)}", body, form.Version(), cancellation);
        return receipt.Problem is { } problem
            ? Show(viewer, clock, id, period, false, form.Refused(problem), problem.Status)
            : Pages.SeeOther(HouseholdPages.PageOf(id, "income"));
    }

    private static async Task<IResult> Correct(string id, string period, HttpRequest request, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var form = new TypedForm(await request.ReadFormAsync(cancellation));
        var correction = new CorrectionBody($"income/{period}", form.Required("reason"), Income: Body(form));
        if (!form.IsWellFormed) return Show(viewer, null, id, period, true, form.RefusedHere(), 422);
        var receipt = await Corrections.Send(silo, id, form, correction, cancellation);
        return receipt.Problem is { } problem
            ? Show(viewer, null, id, period, true, form.Refused(problem), problem.Status)
            : Pages.SeeOther(HouseholdPages.PageOf(id, "corrected"));
    }

    private static IResult Show(Viewer viewer, TimeProvider? clock, string id, string? period, bool correcting, FormView form, int status = 200) =>
        Pages.Show<IncomeFormPage, IncomeFormView>(viewer, new(id, period, correcting, clock is null ? [] : Quarters(clock), form), status);

    private static IncomeBody Body(TypedForm form) => new(
        form.Fen("wageFen"), form.Fen("operatingFen"), form.Fen("operatingCostFen"), form.Fen("propertyFen"), form.Fen("transferFen"), form.Optional("source"));

    private static FormView Filled(HouseholdView household, IncomeView income) => FormView.Of(
    [
        ("wageFen", Figures.YuanInput(income.WageFen)), ("operatingFen", Figures.YuanInput(income.OperatingFen)),
        ("operatingCostFen", Figures.YuanInput(income.OperatingCostFen)), ("propertyFen", Figures.YuanInput(income.PropertyFen)),
        ("transferFen", Figures.YuanInput(income.TransferFen)), ("source", income.Source),
        ("version", household.Version.ToString(CultureInfo.InvariantCulture)), .. Corrections.Fields,
    ]);

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
