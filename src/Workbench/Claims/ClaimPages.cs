using Revitalization.Contracts.Claims;
using Revitalization.Contracts.Commands;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.Regions;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Claims;

/// <summary>A county's claims, as its forms see them.</summary>
public sealed record CountyClaims(string County, IReadOnlyList<ClaimView> Claims);

public sealed record ClaimListView(CountyPlace County, CountyClaims Claims, string? NextCursor, IReadOnlyList<ActLink> Links, string? Done);

public sealed record ClaimTryView(string County, FormView Form, IReadOnlyList<FormField> Fields, ClaimView? Answer, DateOnly Today);

/// <summary>Claims (表述核验): a stated figure beside the computed one. One may be tried without being kept.</summary>
internal static class ClaimPages
{
    private const int PageSize = 100;

    private static readonly RecordForms<CountyClaims> s_forms = new(Read, claims => new(Counties.PageOf(claims.County, "claims"), "表述核验", "claims", []),
        new Dictionary<string, string[]>(),
        new RecordAct<CountyClaims>("claim", "登记表述", "核算并保存",
            opened => ClaimFields.Of(opened.Record.Claims.FirstOrDefault(claim => claim.Claim == opened.Subject), opened.Today),
            sent => new($"{Counties.ApiOf(sent.Record.County, "claims")}/{Uri.EscapeDataString(sent.Subject.Length > 0 ? sent.Subject : sent.Id)}", ClaimFields.Read(sent.Form), sent.Form.Version()))
        {
            Lead = "文件里能算出来的数，算一遍再发。", IsOpen = (viewer, _) => viewer.IsCounty,
        });

    public static void Map(RouteGroupBuilder pages)
    {
        Counties.MapFirst(pages, "claims");
        pages.MapGet("/counties/{county}/claims", List);
        pages.MapGet("/counties/{county}/claims/try", (string county, Viewer viewer, TimeProvider clock) =>
        {
            var fields = ClaimFields.Of(null, Figures.ChinaToday(clock));
            return Pages.Show<ClaimTryPage, ClaimTryView>(viewer, new(county, FormView.Of(fields.Select(field => (field.Name, field.Default))), fields, null, Figures.ChinaToday(clock)));
        });
        pages.MapPost("/counties/{county}/claims/try", Try);
        s_forms.Map(pages, "/counties/{county}/claims");
    }

    private static async Task<Answer<CountyClaims>> Read(RouteValueDictionary route, SiloClient silo, CancellationToken cancellation)
    {
        var county = route["county"]?.ToString() ?? "";
        var claims = await silo.Get<Page<ClaimView>>(Query.Join(Counties.ApiOf(county, "claims"), ("limit", Query.Of(PageSize))), cancellation);
        return claims.Value is { } known ? new(new(county, known.Items), null) : new(null, claims.Problem);
    }

    private static async Task<IResult> List(string county, string? cursor, string? done, string? after, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var address = Query.Join(Counties.ApiOf(county, "claims"), ("cursor", cursor), ("limit", Query.Of(PageSize)), ("after", after));
        var claims = await silo.Get<Page<ClaimView>>(address, cancellation);
        if (claims.Value is not { } known) return Pages.Refused(viewer, claims.Problem!);
        var all = new CountyClaims(county, known.Items);
        return Pages.Show<ClaimListPage, ClaimListView>(viewer, new(
            await Counties.Of(silo, viewer, county, cancellation), all, known.NextCursor, s_forms.Links(viewer, all), s_forms.DoneText(done)));
    }

    internal static ActLink? Edit(Viewer viewer, CountyClaims claims, string claim) => s_forms.Link(viewer, claims, "claim", claim) is { } link ? link with { Text = "改" } : null;

    private static async Task<IResult> Try(string county, HttpRequest request, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation)
    {
        var today = Figures.ChinaToday(clock);
        var form = new TypedForm(await request.ReadFormAsync(cancellation));
        var body = ClaimFields.Read(form);
        if (!form.IsWellFormed) return Show(form.RefusedHere(), null, StatusCodes.Status422UnprocessableEntity);
        var answer = await silo.Post<ClaimView>(Query.Join("/api/claims/check", ("county", county)), body, cancellation);
        return answer.Problem is { } problem ? Show(form.Refused(problem), null, problem.Status) : Show(form.Kept(), answer.Value, StatusCodes.Status200OK);

        HtmlPage<ClaimTryPage> Show(FormView shown, ClaimView? known, int status) =>
            Pages.Show<ClaimTryPage, ClaimTryView>(viewer, new(county, shown, ClaimFields.Of(known, today), known, today), status);
    }
}
