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
        var most = Most(context);
        var tooLarge = context.Request.ContentLength > most;
        // The server reads on for a few seconds after a refusal, so that a client still sending gets to read it.
        Allow(context, tooLarge ? null : most);
        return tooLarge ? StatusProblems.Write(context, RequestRefusal.TooLarge) : next(context);
    }

    private long Most(HttpContext context)
    {
        if (Proxy.IsMarked(context, ProxyRoutes.Sheets)) return limits.ImportBytes;
        if (Proxy.IsMarked(context, ProxyRoutes.Files)) return limits.FileBytes;
        return Proxy.IsMarked(context, ProxyRoutes.Forms) ? limits.FormBytes : limits.BodyBytes;
    }

    private static void Allow(HttpContext context, long? bytes)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = bytes;
    }
}
