using Revitalization.Contracts.Refusals;

namespace Revitalization.Contracts.Identity;

/// <summary>Why a caller may not (无权访问). Checked in this order. Numbers are public: never reuse one.</summary>
public enum AccessRefusal
{
    [Refusal(401, "需要登录", "请先登录,或在请求中附上令牌。")]
    SignInRequired = 1,

    [Refusal(401, "令牌无效", "请重新登录取得新令牌。")]
    TokenInvalid = 2,

    [Refusal(401, "令牌已过期", "请用会话换取新令牌,或重新登录。")]
    TokenExpired = 3,

    [Refusal(403, "您的角色不能做这件事", "请由有此职责的人员办理,或联系安全管理员。")]
    RoleInsufficient = 4,

    [Refusal(403, "不在您的管辖范围内", "请由管辖该地区或协作关系的人员办理。")]
    ScopeElsewhere = 5,
}
