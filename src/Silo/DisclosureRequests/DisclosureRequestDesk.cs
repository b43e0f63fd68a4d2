using Revitalization.Contracts.DisclosureRequests;
using Revitalization.Contracts.Households;
using Revitalization.Contracts.Identity;
using Revitalization.Domain.Commands;
using Revitalization.Domain.DisclosureRequests;
using Revitalization.Domain.Privacy;
using Revitalization.Silo.Households;
using Revitalization.Silo.Privacy;

namespace Revitalization.Silo.DisclosureRequests;

/// <summary>The way in for requests for disclosure: what is personal is sealed before the log learns of it.</summary>
public sealed class DisclosureRequestDesk(IGrainFactory grains, RequestSeals seals, ContentHash contentHash)
{
    private const int NameMax = 100, LineMax = 200, AskedMax = 2_000, WhatMax = 500, AnswerMax = 4_000;

    public async Task<CommandReply> Receive(string id, DisclosureRequestBody body, Sender by, CancellationToken cancellation)
    {
        if (!by.Covers(body.Region)) return Refuse(AccessRefusal.ScopeElsewhere, "region");
        if (Terms.Find<ApplicantKind>(body.Applicant) is not { } applicant) return Refuse(PersonRefusal.TermUnknown, "applicant");
        if (Terms.Find<RequestChannel>(body.Channel) is not { } channel) return Refuse(PersonRefusal.TermUnknown, "channel");
        if (Implausible(body) is { } field) return Refuse(DisclosureRequestRefusal.TextImplausible, field);
        // Nobody takes a request over by naming another region.
        var known = await Grain(id).Read();
        if (known.Version > 0 && !by.Covers(known.Region)) return Refuse(AccessRefusal.ScopeElsewhere, "id");
        var command = new ReceiveRequest(by.Account, body.ReceivedOn, body.Region, applicant, channel, await seals.Seal(id, body, cancellation));
        return await Send(id, "", body, command, by);
    }

    /// <summary>An act whose day is all there is to say.</summary>
    public Task<CommandReply> Act(string id, string act, RequestDayBody body, Func<string, DateOnly, DisclosureRequestCommand> command, Sender by) =>
        Opened(id, by, () => Send(id, $"/{act}", body, command(by.Account, body.On), by));

    public Task<CommandReply> AskSupplement(string id, SupplementBody body, Sender by, CancellationToken cancellation) => Opened(id, by, async () => Says(body.What, WhatMax)
        ? await Send(id, "/supplement", body, new AskSupplement(by.Account, body.On, await seals.Seal(id, body.What, cancellation)), by)
        : Refuse(DisclosureRequestRefusal.TextImplausible, "what"));

    public Task<CommandReply> Extend(string id, ExtensionBody body, Sender by) =>
        Opened(id, by, () => Send(id, "/extension", body, new ExtendRequest(by.Account, body.On, body.Reason), by));

    public Task<CommandReply> Answer(string id, RequestAnswerBody body, Sender by, CancellationToken cancellation) => Opened(id, by, async () =>
    {
        if (Terms.Find<AnswerKind>(body.Kind) is not { } kind) return Refuse(PersonRefusal.TermUnknown, "kind");
        if (!Says(body.Text, AnswerMax)) return Refuse(DisclosureRequestRefusal.TextImplausible, "text");
        var ground = string.IsNullOrWhiteSpace(body.Ground) ? null : body.Ground;
        PersonalText text = await seals.Seal(id, body.Text, cancellation);
        return await Send(id, "/answer", body, new AnswerRequest(by.Account, body.On, kind, ground, text), by);
    });

    private async Task<CommandReply> Opened(string id, Sender by, Func<Task<CommandReply>> act)
    {
        var request = await Grain(id).Read();
        if (request.Version == 0) return Refuse(DisclosureRequestRefusal.RequestUnknown, "id");
        return by.Covers(request.Region) ? await act() : Refuse(AccessRefusal.ScopeElsewhere, "id");
    }

    private Task<CommandReply> Send(string id, string act, object body, DisclosureRequestCommand command, Sender by)
    {
        var address = $"disclosure-request/{id}{act}";
        return Grain(id).Handle(command, (by with { IsAct = true }).Context(address, contentHash.Of(address, body)));
    }

    private static string? Implausible(DisclosureRequestBody body)
    {
        if (!Says(body.Name, NameMax)) return "name";
        if (!Says(body.Contact, LineMax)) return "contact";
        if (!Says(body.Asked, AskedMax)) return "asked";
        return body.Form is { Length: > LineMax } ? "form" : null;
    }

    private static bool Says(string? text, int most) => !string.IsNullOrWhiteSpace(text) && text.Length <= most;

    private IDisclosureRequestGrain Grain(string id) => grains.GetGrain<IDisclosureRequestGrain>(id);

    private static CommandReply Refuse(Enum refusal, string field) => CommandReply.From(refusal.On(field));
}
