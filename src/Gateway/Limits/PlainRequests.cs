using Microsoft.AspNetCore.Http.Features;
using Revitalization.Contracts.Requests;
using Revitalization.Hosting.Refusals;

namespace Revitalization.Gateway.Limits;

/// <summary>Requests and answers only: a connection that changes its protocol would pass every limit after it.</summary>
internal static class PlainRequests
{
    public static Task Admit(HttpContext context, RequestDelegate next) =>
        context.Features.Get<IHttpUpgradeFeature>()?.IsUpgradableRequest == true || context.WebSockets.IsWebSocketRequest
            ? StatusProblems.Write(context, RequestRefusal.ParameterInvalid, errors: [new FieldError("Upgrade", "不支持 WebSocket 等协议升级。")])
            : next(context);
}
