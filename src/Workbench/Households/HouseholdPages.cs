using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Households;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Households;

/// <summary>What the page of one household shows.</summary>
/// <param name="Picked">Whether a reader chose a day; then the page is a look back and offers no forms.</param>
/// <param name="Done">What was just saved, in words; null when nothing was.</param>
public sealed record HouseholdPageView(HouseholdView Household, IReadOnlyList<HistoryEntry> History, bool Picked, bool MoreHistory, string? Done);

internal static class HouseholdPages
{
    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/households/{id}", Show);

    private static async Task<IResult> Show(
        string id, DateOnly? asOf, DateOnly? knownOn, string? done, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var household = await silo.Get<HouseholdView>(AddressOf(id, asOf, knownOn), cancellation);
        if (household.Problem is { } problem) return Pages.Refused(viewer, problem);
        var history = await ReadHistory(silo, id, cancellation);
        if (history.Problem is { } refused) return Pages.Refused(viewer, refused);
        return Pages.Show<HouseholdPage, HouseholdPageView>(viewer, new(
            household.Value!, history.Value!.Items, asOf is not null || knownOn is not null, history.Value.NextCursor is not null, DoneText(done)));
    }

    internal static string PageOf(string id, string? done = null) =>
        $"/workbench/households/{Uri.EscapeDataString(id)}{(done is null ? "" : $"?done={done}")}";

    internal static Task<Answer<HouseholdView>> Read(SiloClient silo, string id, CancellationToken cancellation) =>
        silo.Get<HouseholdView>(AddressOf(id, null, null), cancellation);

    internal static Task<Answer<Page<HistoryEntry>>> ReadHistory(SiloClient silo, string id, CancellationToken cancellation) =>
        silo.Get<Page<HistoryEntry>>($"{HouseholdApi.Of(id)}/history", cancellation);

    private static string AddressOf(string id, DateOnly? asOf, DateOnly? knownOn)
    {
        var days = new List<string>();
        if (asOf is { } day) days.Add($"asOf={Figures.Day(day)}");
        if (knownOn is { } known) days.Add($"knownOn={Figures.Day(known)}");
        return $"{HouseholdApi.Of(id)}?{string.Join('&', days)}";
    }

    // A fixed list: the address must not be able to put words into our mouth.
    private static string? DoneText(string? done) => done switch
    {
        "registered" => "新户已登记。接下来请登记家庭成员。",
        "profile" => "档案已更新。",
        "member" => "成员信息已保存。",
        "income" => "收入已保存。",
        "corrected" => "更正已记录；原记录仍保留在历史中。",
        "moved" => "迁移已记录。",
        "left" => "成员变动已记录。",
        "split" => "分户已记录；新户随即立户。",
        "merged" => "并户已记录；成员随即并入另一户。",
        "closed" => "销户已记录。",
        "head" => "户主已变更。",
        "erased" => "个人信息已依法删除。",
        _ => null,
    };
}
