using Revitalization.Contracts.Commands;

namespace Revitalization.Silo.Requests;

/// <summary>A misspelt filter is refused by its name: ignored, it would show a longer list than was asked for.</summary>
public static class KnownParameters
{
    /// <param name="builder">The endpoint.</param>
    /// <param name="names">Its parameters; <c>after</c> is known everywhere.</param>
    public static TBuilder WithOnly<TBuilder>(this TBuilder builder, params IReadOnlyList<string> names) where TBuilder : IEndpointConventionBuilder =>
        builder.AddEndpointFilter(async (context, next) =>
            context.HttpContext.Request.Query.Keys.FirstOrDefault(key => key != "after" && !names.Contains(key, StringComparer.OrdinalIgnoreCase)) is { } unknown
                ? Replies.Problem(QueryRefusal.ParameterUnknown, unknown)
                : await next(context));
}
