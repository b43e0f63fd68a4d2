using Revitalization.Contracts.Aid;
using Revitalization.Contracts.Households;
using Revitalization.Contracts.Identity;
using Revitalization.Domain.Aid;
using Revitalization.Domain.Commands;
using Revitalization.Silo.Households;
using Revitalization.Silo.Privacy;

namespace Revitalization.Silo.Aid;

/// <summary>The way in for agreements, pairings, plans and exchanges (协作关系): the recipient county states them.</summary>
public sealed class PartnershipDesk(IGrainFactory grains, ContentHash contentHash)
{
    private const int CodeMax = 40;

    public Task<CommandReply> PutAgreement(string code, AgreementBody body, Sender by)
    {
        if (code.Length > CodeMax || !char.IsAsciiLetterLower(code[0]) || !code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            return Refuse(PartnershipRefusal.CodeMalformed, "code");
        if (!by.Covers(body.Recipient)) return Refuse(AccessRefusal.ScopeElsewhere, "recipient");
        return Terms.Find<PartnershipKind>(body.Kind) is { } kind
            ? Send(code, "agreement", body, new PutAgreement(kind, body.Donor, body.Recipient, body.StartYear, body.EndYear, body.Document, body.TwoSignatures), by)
            : Refuse(PersonRefusal.TermUnknown, "kind");
    }

    public async Task<CommandReply> PutPairing(string code, string pairing, PairingBody body, Sender by)
    {
        if (await Elsewhere(code, by) is { } refused) return refused;
        return Terms.Find<PairingKind>(body.Kind) is { } kind
            ? await Send(code, $"pairings/{pairing}", body, new PutPairing(pairing, kind, body.DonorParty, body.RecipientParty, body.RecipientRegion, body.From, body.Until), by)
            : await Refuse(PersonRefusal.TermUnknown, "kind");
    }

    public async Task<CommandReply> PutPlan(string code, int year, PlanBody body, Sender by)
    {
        if (await Elsewhere(code, by) is { } refused) return refused;
        var lines = new List<PlanLine>();
        foreach (var line in body.Lines)
        {
            if (Terms.Find<AidField>(line.Field) is not { } field) return await Refuse(PersonRefusal.TermUnknown, "lines.field");
            lines.Add(new(field, line.AmountFen, line.Projects, line.People, line.DueOn));
        }
        return await Send(code, $"plans/{year}", body, new PutPlan(year, body.IssuedOn, [.. lines], body.SalesFloorFen), by);
    }

    public async Task<CommandReply> PutExchange(string code, string exchange, ExchangeBody body, Sender by)
    {
        if (await Elsewhere(code, by) is { } refused) return refused;
        return Terms.Find<ExchangeKind>(body.Kind) is { } kind
            ? await Send(code, $"exchanges/{exchange}", body, new PutExchange(exchange, kind, body.Party, body.Headcount, body.From, body.Until), by)
            : await Refuse(PersonRefusal.TermUnknown, "kind");
    }

    private async Task<CommandReply?> Elsewhere(string code, Sender by)
    {
        if (await grains.GetGrain<IPartnershipGrain>(code).Terms() is not { } terms) return CommandReply.From(PartnershipRefusal.NotAgreed.On());
        return by.Covers(terms.Recipient) ? null : CommandReply.From(AccessRefusal.ScopeElsewhere.On());
    }

    private Task<CommandReply> Send<TBody>(string code, string resource, TBody body, PartnershipCommand command, Sender by)
    {
        var address = $"partnership/{code}/{resource}";
        return grains.GetGrain<IPartnershipGrain>(code).Handle(command, by.Context(address, contentHash.Of(address, body)));
    }

    private static Task<CommandReply> Refuse(Enum refusal, string field) => Task.FromResult(CommandReply.From(refusal.On(field)));
}
