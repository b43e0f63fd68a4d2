using Revitalization.Hosting.Refusals;
using Revitalization.Contracts.Requests;
using Revitalization.Workbench.Identity;

namespace Revitalization.Workbench.Forms;

/// <summary>Turns away a form that we did not show to this account. An upload checks its token itself, since its body is read as a stream.</summary>
internal static class FormTokenFilter
{
    public static async ValueTask<object?> Check(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method) || context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<ReadsItsOwnForm>() is not null)
            return await next(context);
        var form = await request.ReadFormAsync(context.HttpContext.RequestAborted);
        return await IsOurs(context.HttpContext, form[FormTokens.FieldName]) ? await next(context) : null;
    }

    /// <summary>False after it has answered with the refusal.</summary>
    public static async Task<bool> IsOurs(HttpContext context, string? token)
    {
        var viewer = await Viewer.BindAsync(context);
        if (viewer is not null && context.RequestServices.GetRequiredService<FormTokens>().IsValid(viewer.Account, token)) return true;
        await StatusProblems.Write(context, RequestRefusal.OriginForeign, "页面已过期，请返回重新打开后再提交。");
        return false;
    }
}

/// <summary>Marks an endpoint that reads its body as a stream and checks the form token itself.</summary>
internal sealed class ReadsItsOwnForm;
