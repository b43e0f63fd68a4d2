using Microsoft.AspNetCore.Http.HttpResults;
using Revitalization.Contracts.Aid;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Identity;
using Revitalization.Hosting.Access;
using Revitalization.Silo.Aid.Checks;
using Revitalization.Silo.Aid.Evidence;
using Revitalization.Silo.Aid.Lists;
using Revitalization.Silo.Aid.Receipts;
using Revitalization.Silo.Requests;

namespace Revitalization.Silo.Aid;

/// <summary>Writes of a partnership: the county states the agreement, the partner reports, the county answers.</summary>
public static class AidEndpoints
{
    public static void MapAid(this IEndpointRouteBuilder routes)
    {
        var agreement = routes.MapGroup("/api/partnerships/{code}").RequireAuthorization(Roles.County).WithSender().WithTags("协作");
        agreement.MapPut("", async Task<Reply> (string code, AgreementBody body, PartnershipDesk desk, HttpContext http) =>
            http.Answer(code, await desk.PutAgreement(code, body, http.Sender())));
        agreement.MapPut("/pairings/{pairing}", async Task<Reply> (string code, string pairing, PairingBody body, PartnershipDesk desk, HttpContext http) =>
            http.Answer(pairing, await desk.PutPairing(code, pairing, body, http.Sender()))).WithIds("pairing");
        agreement.MapPut("/plans/{year:int}", async Task<Reply> (string code, int year, PlanBody body, PartnershipDesk desk, HttpContext http) =>
            http.Answer($"{code}/{year}", await desk.PutPlan(code, year, body, http.Sender())));
        agreement.MapPut("/exchanges/{exchange}", async Task<Reply> (string code, string exchange, ExchangeBody body, PartnershipDesk desk, HttpContext http) =>
            http.Answer(exchange, await desk.PutExchange(code, exchange, body, http.Sender()))).WithIds("exchange");
        MapReads(routes);
        routes.MapAidLists();
        routes.MapAidChecks();
        routes.MapAidReceipts();
        routes.MapAidEvidence();
        MapPartner(routes.MapGroup("/api/partnerships/{code}/reports/{id:guid}").RequireAuthorization(Roles.PartnerCity).WithSender().WithTags("协作"));
        MapCounty(routes.MapGroup("/api/partnerships/{code}/reports/{id:guid}").RequireAuthorization(Roles.County).WithSender().WithTags("协作"));
        routes.MapPut("/api/partnerships/{code}/reports/{id:guid}/comments/{comment}", Comment)
            .RequireAuthorization(policy => RolePolicies.RequireRole(policy, Roles.County, Roles.PartnerCity)).WithSender().WithIds("comment").WithTags("协作");
    }

    private static void MapReads(IEndpointRouteBuilder routes)
    {
        var reads = routes.MapGroup("/api/partnerships/{code}").RequireAuthorization(RolePolicies.SignedIn).WithSender().WithTags("协作");
        reads.MapGet("", async Task<Results<Ok<PartnershipView>, ProblemHttpResult>> (string code, AidReader reader, HttpContext http, CancellationToken cancellation) =>
        {
            var (view, refusal) = await reader.Partnership(code, http.Sender(), cancellation);
            if (view is null) return Replies.Problem(refusal!);
            http.Tag(view.Version);
            return TypedResults.Ok(view);
        });
        reads.MapGet("/reports/{id:guid}", async Task<Results<Ok<AidReportView>, ProblemHttpResult>> (string code, Guid id, AidReader reader, HttpContext http, CancellationToken cancellation) =>
        {
            var (view, refusal) = await reader.Report(code, Name(id), http.Sender(), cancellation);
            if (view is null) return Replies.Problem(refusal!);
            http.Tag(view.Version);
            return TypedResults.Ok(view);
        });
    }

    private static void MapPartner(RouteGroupBuilder report)
    {
        report.MapPut("", async Task<Reply> (string code, Guid id, SupportBody body, AidDesk desk, HttpContext http) =>
            await http.AnswerSigned(Name(id), code, id, await desk.Report(code, Name(id), body, http.Actor())));
        report.MapPut("/signature", async Task<Reply> (string code, Guid id, SignatureBody body, AidDesk desk, HttpContext http) =>
            await http.AnswerSigned(Name(id), code, id, await desk.Sign(code, Name(id), "signature", body, http.Actor())));
        report.MapPut("/signatures/{act}", async Task<Reply> (string code, Guid id, string act, SignatureBody body, AidDesk desk, HttpContext http) =>
            await http.AnswerSigned(act, code, id, await desk.Sign(code, Name(id), $"signatures/{act}", body, http.Actor()))).WithIds("act");
        report.MapPut("/withdrawal", async Task<Reply> (string code, Guid id, ReportWithdrawalBody body, AidDesk desk, HttpContext http) =>
            await http.AnswerSigned(Name(id), code, id, await desk.Withdraw(code, Name(id), body, http.Actor())));
        report.MapPut("/corrections/{act}", async Task<Reply> (string code, Guid id, string act, CorrectionOfSupport body, AidDesk desk, HttpContext http) =>
            await http.AnswerSigned(act, code, id, await desk.Correct(code, Name(id), act, body, http.Actor()))).WithIds("act");
    }

    private static void MapCounty(RouteGroupBuilder report)
    {
        report.MapPut("/decision", async Task<Reply> (string code, Guid id, AnswerBody body, AidDesk desk, HttpContext http) =>
            await http.AnswerSigned(Name(id), code, id, await desk.Answer(code, Name(id), "decision", body, http.Actor())));
        report.MapPut("/decisions/{act}", async Task<Reply> (string code, Guid id, string act, AnswerBody body, AidDesk desk, HttpContext http) =>
            await http.AnswerSigned(act, code, id, await desk.Answer(code, Name(id), $"decisions/{act}", body, http.Actor()))).WithIds("act");
    }

    private static async Task<Reply> Comment(string code, Guid id, string comment, CommentBody body, AidDesk desk, HttpContext http) =>
        await http.AnswerSigned(comment, code, id, await desk.Comment(code, Name(id), comment, body, http.Actor()));

    private static string Name(Guid id) => id.ToString("D");
}
