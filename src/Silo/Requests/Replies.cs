using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Refusals;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Commands;
using Revitalization.Hosting.Refusals;

namespace Revitalization.Silo.Requests;

/// <summary>A grain's answer as HTTP: a receipt with the new version as ETag, or the refusal as a problem that names the field.</summary>
public static class Replies
{
    /// <summary>Every refusal the Silo can answer.</summary>
    public static readonly RefusalCatalog Catalog = new(typeof(RefusalCatalog).Assembly, typeof(Refused).Assembly, typeof(Replies).Assembly);

    public static Results<Ok<Receipt>, ProblemHttpResult> Answer(this HttpContext http, string id, CommandReply reply)
    {
        if (reply.Refusal is { } refusal) return Problem(refusal);
        http.Tag(reply.Version);
        return TypedResults.Ok(new Receipt(id, reply.Stream, reply.Version, reply.Seq, reply.RecordedAt.ToOffset(ChinaCalendar.Offset)));
    }

    public static void Tag(this HttpContext http, long version) =>
        http.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    public static ProblemHttpResult Problem(Refused refusal)
    {
        var entry = Catalog[refusal.Code];
        return refusal.Field is { } field
            ? Problems.From(entry, null, new FieldError(field, entry.Remedy, entry.Code))
            : Problems.From(entry);
    }

    public static ProblemHttpResult Problem(Enum refusal, string? field = null) => Problem(refusal.On(field));
}
