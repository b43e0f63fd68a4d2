using Revitalization.Contracts.Aid;
using Revitalization.Contracts.Households;
using Revitalization.Contracts.Identity;
using Revitalization.Domain.Aid;
using Revitalization.Domain.Aid.Checks;
using Revitalization.Domain.Commands;
using Revitalization.Silo.Households;
using Revitalization.Silo.Privacy;

namespace Revitalization.Silo.Aid.Checks;

/// <summary>
/// The way in for checks through the year (盘点验靶). The recipient county checks, finds and strikes off; either side says what it put right.
/// </summary>
public sealed class AidCheckDesk(IGrainFactory grains, CheckFiguresReader figures, ContentHash contentHash)
{
    public async Task<CommandReply> Take(string code, string period, AidCheckBody body, Sender by, CancellationToken cancellation)
    {
        if (await Elsewhere(code, by, eitherSide: false) is { } refused) return refused;
        if (CheckPeriod.Read(period) is not { } known) return CommandReply.From(AidCheckRefusal.PeriodMalformed.On("period"));
        var (read, position) = await figures.Read(code, known.Year, by, cancellation);
        return await Send(code, period, "check", body, new TakeAidCheck(body.On, code, period, position, read), by);
    }

    public async Task<CommandReply> Raise(string code, string period, string finding, FindingBody body, Sender by)
    {
        if (await Elsewhere(code, by, eitherSide: false) is { } refused) return refused;
        var field = body.Field is null ? null : Terms.Find<AidField>(body.Field);
        if (body.Field is not null && field is null) return CommandReply.From(PersonRefusal.TermUnknown.On("field"));
        return await Send(code, period, $"findings/{finding}", body, new RaiseFinding(body.On, finding, body.Text, body.Responsible, body.DueOn, field), by);
    }

    public async Task<CommandReply> Rectify(string code, string period, string finding, string act, RectificationBody body, Sender by) =>
        await Elsewhere(code, by, eitherSide: true)
        ?? await Send(code, period, $"findings/{finding}/{act}", body, new RectifyFinding(body.On, finding, body.Text, [.. body.Evidence ?? []]), by);

    public async Task<CommandReply> Settle(string code, string period, string finding, string act, ClosureBody body, Sender by) =>
        await Elsewhere(code, by, eitherSide: false)
        ?? await Send(code, period, $"findings/{finding}/{act}", body, new SettleFinding(body.On, finding, body.Accepted, body.Reason), by);

    private async Task<CommandReply?> Elsewhere(string code, Sender by, bool eitherSide)
    {
        if (await grains.GetGrain<IPartnershipGrain>(code).Terms() is not { } terms) return CommandReply.From(PartnershipRefusal.NotAgreed.On("code"));
        return by.Covers(terms.Recipient) || (eitherSide && by.CoversPartnership(code)) ? null : CommandReply.From(AccessRefusal.ScopeElsewhere.On("code"));
    }

    /// <summary>What was typed is the command; the figures are not part of it, so that sending it again later is the same command.</summary>
    private Task<CommandReply> Send<TBody>(string code, string period, string resource, TBody body, AidCheckCommand command, Sender by)
    {
        var address = $"aid-check/{code}/{period}/{resource}";
        return grains.GetGrain<IAidCheckGrain>($"{code}/{period}").Handle(command, by.Context(address, contentHash.Of(address, body)));
    }
}
