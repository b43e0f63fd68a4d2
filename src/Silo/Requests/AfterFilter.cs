using System.Globalization;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Requests;
using Revitalization.Hosting.Refusals;
using Revitalization.Silo.Projections;

namespace Revitalization.Silo.Requests;

/// <summary><c>?after=seq</c>: the read waits until the tables show that position, so that a writer sees his own write.</summary>
public static class AfterFilter
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    public static TBuilder WithAfter<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            if (http.Request.Query["after"] is not { Count: > 0 } stated) return await next(context);
            if (!long.TryParse(stated, NumberStyles.None, CultureInfo.InvariantCulture, out var seq)) return Problems.From(RequestRefusal.ParameterInvalid);
            var projections = http.RequestServices.GetRequiredService<ProjectionService>();
            return await projections.WaitFor(seq, s_patience, http.RequestAborted)
                ? await next(context)
                : Problems.From(QueryRefusal.NotYetProjected);
        });
}
