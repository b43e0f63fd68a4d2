using Microsoft.AspNetCore.Http.HttpResults;
using Revitalization.Contracts.Aid;
using Revitalization.Contracts.Commands;
using Revitalization.Domain.Commands;
using Revitalization.Hosting.Access;
using Revitalization.Silo.Requests;

namespace Revitalization.Silo.Aid.Receipts;

internal static class ReceiptEndpoints
{
    public static void MapAidReceipts(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/partnerships/{code}/reports/{id:guid}/receipts", List).RequireAuthorization(RolePolicies.SignedIn).WithSender().WithTags("协作");

    /// <summary>The reply to an act on a report, with its signed receipt.</summary>
    public static async Task<Results<Ok<Receipt>, ProblemHttpResult>> AnswerSigned(this HttpContext http, string id, string partnership, Guid report, CommandReply reply)
    {
        var answer = http.Answer(id, reply);
        if (answer.Result is not Ok<Receipt> { Value: { } receipt }) return answer;
        var receipts = http.RequestServices.GetRequiredService<AidReceipts>();
        return TypedResults.Ok(receipt with { Signed = await receipts.Of(report.ToString("D"), partnership, reply, http.RequestAborted) });
    }

    private static async Task<Results<Ok<List<SignedReceipt>>, ProblemHttpResult>> List(
        string code, Guid id, AidReader reader, AidReceipts receipts, HttpContext http, CancellationToken cancellation)
    {
        var (report, refusal) = await reader.Report(code, id.ToString("D"), http.Sender(), cancellation);
        return report is null ? Replies.Problem(refusal!) : TypedResults.Ok(await receipts.Of(report.Id, code, cancellation));
    }
}
