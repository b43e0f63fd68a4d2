global using Reply = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.Ok<Revitalization.Contracts.Commands.Receipt>,
    Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult>;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Requests;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Households;
using Revitalization.Hosting.Refusals;
using Revitalization.Silo.Households;

namespace Revitalization.Silo.Requests;

/// <summary>
/// The two kinds of PUT under an owner's address <c>{id}</c>. Both carry an id that the sender chose, so that a lost reply is safe to repeat.
/// </summary>
public static class PutEndpoints
{
    /// <summary>An act (a visit, a payment): its address <c>{act}</c> is its id, and it never changes.</summary>
    public static void MapAct<TDesk, TBody>(
        this RouteGroupBuilder owner, string address, Func<TDesk, string, string, TBody, Sender, Task<CommandReply>> put) where TDesk : notnull =>
        owner.MapPut(address, (string id, string act, TBody? body, TDesk desk, HttpContext http) => Answer(http, id, act, body, by => put(desk, id, act, by, http.Actor())));

    /// <summary>A resource of its owner (a stage, a month's roster): put again, it changes.</summary>
    public static void MapPart<TDesk, TBody>(
        this RouteGroupBuilder owner, string address, Func<TDesk, string, string, TBody, Sender, Task<CommandReply>> put) where TDesk : notnull =>
        owner.MapPut(address, (string id, string part, TBody? body, TDesk desk, HttpContext http) => Answer(http, id, part, body, by => put(desk, id, part, by, http.Sender())));

    /// <summary>Refuses an address in which one of these is no id.</summary>
    public static TBuilder WithIds<TBuilder>(this TBuilder builder, params IReadOnlyList<string> names) where TBuilder : IEndpointConventionBuilder =>
        builder.AddEndpointFilter(async (context, next) =>
            names.All(name => !context.HttpContext.Request.RouteValues.TryGetValue(name, out var id) || HouseholdLimits.IsId(id as string))
                ? await next(context)
                : Replies.Problem(CommandRefusal.IdMalformed, "id"));

    private static async Task<Reply> Answer<TBody>(HttpContext http, string id, string act, TBody? body, Func<TBody, Task<CommandReply>> put)
    {
        if (body is null) return Problems.From(RequestRefusal.BodyMissing);
        if (!HouseholdLimits.IsId(id) || !HouseholdLimits.IsId(act)) return Replies.Problem(CommandRefusal.IdMalformed, "id");
        return http.Answer(act, await put(body));
    }
}
