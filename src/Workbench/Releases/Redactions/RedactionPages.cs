using Revitalization.Contracts.Releases;

namespace Revitalization.Workbench.Releases.Redactions;

/// <summary>Redacting a leaked row (隐去): one person names it, another approves exactly that row.</summary>
internal static class RedactionPages
{
    // The hash goes along: what is approved is the row that was looked at, and none that was named meanwhile.
    public static void Map(RouteGroupBuilder pages) => new TwoPersonPages<RedactionListPage, RedactionPageView>(
        "/redactions", channel => $"/api/redactions/{channel}",
        form => new RedactionBody(form.RequiredNumber("release"), form.Required("rowId"), form.Required("reason")),
        form => new RedactionApprovalBody(form.Optional("leaf")),
        "已提出。请由另一位县级工作人员核对后批准。",
        "已批准：这一行的内容已从发布中删去，门户几秒钟内更新；散列留下，其余各行仍可核对。").Map(pages);
}
