using Revitalization.Contracts.Releases;

namespace Revitalization.Workbench.Releases.Keys;

/// <summary>Changing the key that signs a channel (换钥): one administrator asks, another approves.</summary>
internal static class KeyChangePages
{
    public static void Map(RouteGroupBuilder pages) => new TwoPersonPages<KeyChangeListPage, KeyChangePageView>(
        "/release-keys", channel => $"/api/release-keys/{channel}/changes",
        form => new KeyChangeBody(form.Required("reason")), _ => new { },
        "已提出。请由另一名系统管理员或安全管理员核对后批准。",
        "已批准：新密钥从下一期发布起签名，旧签名仍可核对。").Map(pages);
}
