using Microsoft.AspNetCore.Http.Features;
using Revitalization.Contracts.Requests;
using Revitalization.Gateway.Routes;
using Revitalization.Hosting.Refusals;

namespace Revitalization.Gateway.Limits;

/// <summary>Refuses at once what says that it is too large; the server stops what turns out to be.</summary>
internal sealed class BodySizes(GatewayLimits limits)
{
    public Task Admit(HttpContext context, RequestDelegate next)
    {
        var most = Proxy.IsMarked(context, ProxyRoutes.Sheets) ? limits.ImportBytes : limits.BodyBytes;
        if (context.Request.ContentLength > most) return StatusProblems.Write(context, RequestRefusal.TooLarge);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = most;
        return next(context);
    }
}
