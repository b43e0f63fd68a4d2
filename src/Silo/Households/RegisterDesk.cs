using System.Collections.Immutable;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Households;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Households;
using Revitalization.Silo.Privacy;

namespace Revitalization.Silo.Households;

/// <summary>
/// The one way into the register (登记台), for HTTP and imports alike: checks the sender, checks and seals what is personal,
/// hashes the content, asks the household's grain. Refusals come back in the reply, never as exceptions.
/// </summary>
public sealed class RegisterDesk(IGrainFactory grains, MemberIntake members, ContentHash contentHash)
{
    private const int TimesMax = 100;

    public Task<CommandReply> PutHousehold(string id, HouseholdBody body, Sender by)
    {
        if (Terms.Find<HouseholdKind>(body.Kind) is not { } kind) return Refuse(PersonRefusal.TermUnknown, "kind");
        if (Terms.Find<MonitoredKind>(body.Monitored ?? "none") is not { } monitored) return Refuse(PersonRefusal.TermUnknown, "monitored");
        var profile = new HouseholdProfile(kind, monitored, body.RiskCleared, body.Resettled, body.ResettlementSite, body.Group?.Trim());
        return Send(id, "household", body, new PutHousehold(body.EffectiveOn, body.VillageCode, profile), by);
    }

    public async Task<CommandReply> PutMember(string id, string member, MemberBody body, Sender by) =>
        (await PutMembers([new(id, member, body, by)]))[0];

    /// <summary>Many at once, for imports: one keyring call for all; replies in the order given. Members of one household in turn.</summary>
    public Task<IReadOnlyList<CommandReply>> PutMembers(IReadOnlyList<MemberToPut> puts, CancellationToken cancellation = default) =>
        SendMembers(puts, "members", (put, details) => new PutMember(put.Body.EffectiveOn, put.Member, details, put.Body.Reason), cancellation);

    public Task<CommandReply> PutIncome(string id, string period, IncomeBody body, Sender by)
    {
        if (!Period.TryParse(period, out var quarter)) return Refuse(HouseholdRefusal.QuarterExpected, "period");
        var amounts = new IncomeAmounts(body.WageFen, body.OperatingFen, body.OperatingCostFen, body.PropertyFen, body.TransferFen);
        return Send(id, $"incomes/{period}", body, new PutIncome(quarter, amounts, body.Reason), by);
    }

    public async Task<CommandReply> PutBirth(string id, string member, BirthBody body, Sender by) =>
        (await SendMembers([new(id, member, body.Member, by)], On("births", body.Member.EffectiveOn), (put, details) =>
            new AddMember(put.Body.EffectiveOn, put.Member, JoinKind.Born, details), default))[0];

    public async Task<CommandReply> PutArrival(string id, string member, ArrivalBody body, Sender by)
    {
        if (Terms.Find<JoinKind>(body.Kind) is not (JoinKind.MarriedIn or JoinKind.MovedIn)) return Refused(PersonRefusal.TermUnknown, "kind");
        var kind = Terms.Find<JoinKind>(body.Kind)!.Value;
        return (await SendMembers([new(id, member, body.Member, by)], On($"arrivals:{kind}:{body.From}", body.Member.EffectiveOn), (put, details) =>
            new AddMember(put.Body.EffectiveOn, put.Member, kind, details, body.From), default))[0];
    }

    public Task<CommandReply> PutDeath(string id, string member, DeathBody body, Sender by) =>
        Send(id, On($"deaths/{member}", body.DiedOn), body, new RemoveMember(body.DiedOn, member, LeaveKind.Died, body.NewHead), by);

    public Task<CommandReply> PutDeparture(string id, string member, DepartureBody body, Sender by) =>
        Terms.Find<LeaveKind>(body.Kind) is LeaveKind.MarriedOut or LeaveKind.MovedOut
            ? Send(id, On($"departures/{member}", body.LeftOn), body, new RemoveMember(body.LeftOn, member, Terms.Find<LeaveKind>(body.Kind)!.Value, body.NewHead, body.To), by)
            : Refuse(PersonRefusal.TermUnknown, "kind");

    public Task<CommandReply> PutHead(string id, string act, HeadBody body, Sender by) =>
        Terms.Find<Relation>(body.FormerHeadIs) is { } relation
            ? Send(id, $"heads/{act}", body, new ChangeHead(body.On, body.Member, relation), by)
            : Refuse(PersonRefusal.TermUnknown, "formerHeadIs");

    public Task<CommandReply> PutMove(string id, string act, MoveBody body, Sender by) =>
        Terms.Find<VillageChange>(body.Why) is { } why
            ? Send(id, $"moves/{act}", body, new ChangeVillage(body.MovedOn, body.ToVillageCode, why, body.Reason), by)
            : Refuse(PersonRefusal.TermUnknown, "why");

    public async Task<CommandReply> PutSplit(string id, string act, SplitBody body, Sender by)
    {
        if (HouseholdLimits.IsId(body.NewHousehold) && await grains.GetGrain<IHouseholdGrain>(body.NewHousehold).Place() is not null
            && !await IsRepeat(id, $"splits/{act}", body, by))
            return Refused(HouseholdRefusal.AlreadyRegistered, "newHousehold");
        var split = new SplitHousehold(body.SplitOn, body.NewHousehold, [.. body.Members], body.NewHead, body.RemainingHead);
        return await Send(id, $"splits/{act}", body, split, by);
    }

    public async Task<CommandReply> PutMerge(string id, string act, MergeBody body, Sender by)
    {
        if (body.IntoHousehold == id) return Refused(HouseholdRefusal.SameHousehold, "intoHousehold");
        if (!HouseholdLimits.IsId(body.IntoHousehold)) return Refused(HouseholdRefusal.IdMalformed, "intoHousehold");
        if (await BrokenTarget(body, by) is { } broken && !await IsRepeat(id, $"merges/{act}", body, by)) return Refused(broken, "intoHousehold");
        return await Send(id, $"merges/{act}", body, new MergeHousehold(body.MergedOn, body.IntoHousehold), by);
    }

    /// <summary>The reactor that carries the members over has nobody to tell of a refusal: what would be refused is asked before.</summary>
    private async Task<Enum?> BrokenTarget(MergeBody body, Sender by)
    {
        if (await grains.GetGrain<IHouseholdGrain>(body.IntoHousehold).Place() is not { } into) return HouseholdRefusal.NotRegistered;
        if (!by.Covers(into.Village)) return Contracts.Identity.AccessRefusal.ScopeElsewhere;
        if (into.Closed) return HouseholdRefusal.HouseholdClosed;
        return body.MergedOn < into.RegisteredOn ? HouseholdRefusal.BeforeRegistration : null;
    }

    public Task<CommandReply> PutCorrection(string id, string act, CorrectionBody body, Sender by) =>
        Send(id, $"corrections/{act}", body, new CorrectEntry(body.Entry, body.On, body.Reason), by);

    public Task<CommandReply> PutClosure(string id, string act, CloseBody body, Sender by) =>
        Terms.Find<CloseKind>(body.Kind) is { } kind
            ? Send(id, $"closure/{act}", body, new CloseHousehold(body.On, kind, body.Reason), by)
            : Refuse(PersonRefusal.TermUnknown, "kind");

    private async Task<IReadOnlyList<CommandReply>> SendMembers(
        IReadOnlyList<MemberToPut> puts, string act, Func<MemberToPut, MemberDetails, HouseholdCommand> command, CancellationToken cancellation)
    {
        var intake = await members.Take(puts, cancellation);
        var replies = new CommandReply[puts.Count];
        await Task.WhenAll(Enumerable.Range(0, puts.Count).GroupBy(index => puts[index].Household, StringComparer.Ordinal).Select(async household =>
        {
            foreach (var index in household)
            {
                var (put, (details, refusal)) = (puts[index], intake[index]);
                replies[index] = details is null
                    ? CommandReply.From(refusal!)
                    : await Send(put.Household, $"{act}/{put.Member}", put.Body, command(put, details), put.By);
            }
        }));
        return replies;
    }

    private Task<CommandReply> Send<TBody>(string id, string act, TBody body, HouseholdCommand command, Sender by)
    {
        if (!HouseholdLimits.IsId(id)) return Refuse(HouseholdRefusal.IdMalformed, "id");
        if (by.IdIsTheAddress && command is (AddMember or RemoveMember)) return SendDated(id, act, body, command, by);
        return Handle(id, act, body, command, by);
    }

    private Task<CommandReply> Handle<TBody>(string id, string act, TBody body, HouseholdCommand command, Sender by) =>
        grains.GetGrain<IHouseholdGrain>(id).Handle(command, Context(id, act, body, by), by.Regions());

    /// <summary>
    /// What was withdrawn (撤销) and is recorded anew in the same words is another act than the first: the first one's receipt would say that
    /// it stands. While it does stand, sending it again is a repeat of the last time.
    /// </summary>
    private async Task<CommandReply> SendDated<TBody>(string id, string act, TBody body, HouseholdCommand command, Sender by)
    {
        var times = 0;
        while (times < TimesMax && await members.WasAccepted(Context(id, Nth(act, times + 1), body, by).CommandId)) times++;
        if (times > 0 && !await grains.GetGrain<IHouseholdGrain>(id).Stands(command)) times++;
        return await Handle(id, Nth(act, Math.Max(times, 1)), body, command, by);
    }

    private static string Nth(string act, int time) => time == 1 ? act : FormattableString.Invariant($"{act}#{time}");

    private CommandContext Context<TBody>(string id, string act, TBody body, Sender by) =>
        by.Context($"household/{id}/{act}", contentHash.Of($"household/{id}/{act}", body));

    // A split that was accepted has registered its new household: sending it again must not be told that the id is taken.
    private async Task<bool> IsRepeat<TBody>(string id, string act, TBody body, Sender by) =>
        await members.WasAccepted(Context(id, act, body, by).CommandId);

    /// <summary>These acts bear the member's id: whoever leaves, comes back and leaves again does so on another day.</summary>
    private static string On(string act, DateOnly day) => $"{act}@{PersonFields.Day(day)}";

    private static Task<CommandReply> Refuse(Enum refusal, string field) => Task.FromResult(Refused(refusal, field));

    private static CommandReply Refused(Enum refusal, string field) => CommandReply.From(refusal.On(field));
}

/// <summary>One member of many to put; see <see cref="RegisterDesk.PutMembers"/>.</summary>
public sealed record MemberToPut(string Household, string Member, MemberBody Body, Sender By);
