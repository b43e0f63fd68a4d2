using Revitalization.Contracts.Aid;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Households;
using Revitalization.Contracts.Identity;
using Revitalization.Domain.Aid;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Funds;
using Revitalization.Silo.Funds;
using Revitalization.Silo.Households;
using Revitalization.Silo.Privacy;

namespace Revitalization.Silo.Aid;

/// <summary>
/// The way in for reports of support (支援上报): the partner reports, the county answers. A partner sees only its own partnership, a county only
/// its own. Several grains are asked in an order in which a crash in between leaves nothing counted that should not be.
/// </summary>
public sealed class AidDesk(IGrainFactory grains, ContentHash contentHash)
{
    private const int AttemptsMax = 4;

    private static readonly string s_stale = CommandRefusal.VersionStale.On().Code;

    public async Task<CommandReply> Report(string partnership, string id, SupportBody body, Sender by)
    {
        if (!by.CoversPartnership(partnership)) return Refused(AccessRefusal.ScopeElsewhere);
        var (support, broken) = SupportIntake.Read(body);
        return support is null ? CommandReply.From(broken!) : await Send(partnership, id, "report", body, new ReportSupport(body.On, partnership, support), by);
    }

    public async Task<CommandReply> Correct(string partnership, string id, string act, CorrectionOfSupport body, Sender by)
    {
        if (await Elsewhere(partnership, id, by, partner: true) is { } refused) return refused;
        var (support, broken) = SupportIntake.Read(body.Support);
        return support is null
            ? CommandReply.From(broken!)
            : await Send(partnership, id, $"corrections/{act}", body, new CorrectSupport(body.Support.On, support, body.Reason), by);
    }

    public async Task<CommandReply> Sign(string partnership, string id, string act, SignatureBody body, Sender by) =>
        await Elsewhere(partnership, id, by, partner: true) ?? await Send(partnership, id, act, body, new SignReport(body.On), by);

    public async Task<CommandReply> Withdraw(string partnership, string id, ReportWithdrawalBody body, Sender by) =>
        await Elsewhere(partnership, id, by, partner: true) ?? await Send(partnership, id, "withdrawal", body, new WithdrawReport(body.On, body.Reason), by);

    public async Task<CommandReply> Comment(string partnership, string id, string comment, CommentBody body, Sender by) =>
        await Elsewhere(partnership, id, by, by.CoversPartnership(partnership))
        ?? await Send(partnership, id, $"comments/{comment}", body, new CommentOnReport(body.On, comment, body.Text), by);

    public async Task<CommandReply> Answer(string partnership, string id, string act, AnswerBody body, Sender by)
    {
        if (await Elsewhere(partnership, id, by, partner: false) is { } refused) return refused;
        return body.Answer switch
        {
            "confirm" => await Confirm(partnership, id, act, body, by),
            "dispute" => await Send(partnership, id, act, body, new DisputeSupport(body.On, body.Reason ?? ""), by),
            "return" => await Send(partnership, id, act, body, new ReturnReport(body.On, body.Reason ?? ""), by),
            "reopen" => await Reopen(partnership, id, act, body, by),
            _ => CommandReply.From(PersonRefusal.TermUnknown.On("answer")),
        };
    }

    /// <summary>
    /// Papers first: were the report confirmed before them, a crash could leave one paper counting twice. They are counted for the very version that
    /// is confirmed; where somebody else acts in between, both are tried again.
    /// </summary>
    private async Task<CommandReply> Confirm(string partnership, string id, string act, AnswerBody body, Sender by)
    {
        for (var attempt = 0; ; attempt++)
        {
            var facts = (await grains.GetGrain<IAidReportGrain>(id).Facts())!;
            if (await Count(id, facts, by) is { } refused) return refused;
            var thousandths = body.ConfirmedQuantity is { } quantity ? SupportIntake.Thousandths(quantity) : facts.Support.Thousandths;
            if (thousandths is not { } known) return CommandReply.From(AidRefusal.AmountImplausible.On("confirmedQuantity"));
            var confirm = new ConfirmSupport(body.On, body.ConfirmedFen ?? facts.Support.AmountFen, known, body.Reason);
            var reply = await Send(partnership, id, act, body, confirm, by with { ExpectedVersion = by.ExpectedVersion ?? facts.Version });
            if (by.ExpectedVersion is not null || attempt >= AttemptsMax || reply.Refusal?.Code != s_stale) return reply;
        }
    }

    private async Task<CommandReply?> Count(string id, AidReportFacts facts, Sender by)
    {
        if (facts.State is not (ReportState.Reported or ReportState.Disputed)) return null;
        foreach (var reference in facts.Support.References)
        {
            var counted = await Count(id, facts.Version, reference, by);
            if (counted.Refusal is not null) return counted;
        }
        return null;
    }

    private Task<CommandReply> Count(string report, long version, AidReference reference, Sender by)
    {
        var context = new CommandContext($"aid-report/{report}/papers/{version}/{AidPapers.Key(reference)}", "derived", by.Account);
        return grains.GetGrain<IAidPaperGrain>(AidPapers.Key(reference)).Handle(new CountPaper(report, version), context);
    }

    /// <summary>The fund first: what it has allocated already it does not give back, and then the report stays confirmed.</summary>
    private async Task<CommandReply> Reopen(string partnership, string id, string act, AnswerBody body, Sender by)
    {
        var facts = (await grains.GetGrain<IAidReportGrain>(id).Facts())!;
        if (facts.State == ReportState.Confirmed && facts.ConfirmedFen > 0 && AidFunds.IsMoney(facts.Support)
            && await grains.GetGrain<IPartnershipGrain>(partnership).Terms() is { } terms)
        {
            if (string.IsNullOrWhiteSpace(body.Reason)) return CommandReply.From(AidRefusal.ReasonMissing.On("reason"));
            var origin = AidFunds.Origin(id, facts.ConfirmedAt);
            var fund = AidFunds.Of(terms.Kind, facts.Support, terms.Recipient).ToString();
            var ended = await grains.GetGrain<IFundGrain>(fund).Handle(new UnconfirmMoney(body.On, origin), new($"fund/{fund}/ends/{origin}", "derived", by.Account));
            if (ended.Refusal is not null) return ended;
        }
        return await Send(partnership, id, act, body, new ReopenReport(body.On, body.Reason ?? ""), by);
    }

    private async Task<CommandReply?> Elsewhere(string partnership, string id, Sender by, bool partner)
    {
        if (await grains.GetGrain<IAidReportGrain>(id).Facts() is not { } facts || facts.Partnership != partnership) return Refused(AidRefusal.ReportUnknown);
        return await Covers(partnership, by, partner) ? null : Refused(AccessRefusal.ScopeElsewhere);
    }

    private async Task<bool> Covers(string partnership, Sender by, bool partner)
    {
        if (partner) return by.CoversPartnership(partnership);
        return await grains.GetGrain<IPartnershipGrain>(partnership).Terms() is { } terms && by.Covers(terms.Recipient);
    }

    private Task<CommandReply> Send<TBody>(string partnership, string id, string act, TBody body, AidReportCommand command, Sender by)
    {
        var address = $"partnership/{partnership}/reports/{id}/{act}";
        return grains.GetGrain<IAidReportGrain>(id).Handle(command, by.Context(address, contentHash.Of(address, body)));
    }

    private static CommandReply Refused(Enum refusal) => CommandReply.From(refusal.On());
}

public static class AidPapers
{
    /// <summary>The paper's name, the same whoever writes it: letters in upper case.</summary>
    public static string Key(AidReference reference) =>
        $"{Terms.Code(reference.Kind)}-{reference.Number.ToUpperInvariant()}";
}
