using Revitalization.Contracts.Identity;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Events;
using Revitalization.Domain.Households;
using Revitalization.Domain.Regions;
using Revitalization.Domain.Villages;
using Revitalization.Silo.Grains;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Villages;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Households;

public sealed class HouseholdGrain(IEventLog log, TimeProvider clock, RegionBook regions, VillageBook villages, ILogger<HouseholdGrain> logger)
    : EventSourcedGrain<Household, HouseholdEvent>(log, clock, logger, Snapshots.Household, Household.Empty, Household.Evolve), IHouseholdGrain
{
    protected override string Stream => $"household/{this.GetPrimaryKeyString()}";

    public async Task<CommandReply> Handle(HouseholdCommand command, CommandContext context, string[]? within)
    {
        await villages.Ensure(Villages(command, await Current()));
        var rules = new RuleContext(Clock.ChinaToday(), regions, villages);
        return await Handle(context, household => Within(household, command, within, rules.Today)
            ? HouseholdRules.BrokenPartner(this.GetPrimaryKeyString(), command) ?? HouseholdRules.Decide(household, command, rules)
            : AccessRefusal.ScopeElsewhere.On());
    }

    public async Task<HouseholdPlace?> Place()
    {
        var household = await Current();
        return household.VillageOn(Clock.ChinaToday()) is { } village
            ? new(village, household.Version, household.Registered!.From, Closed: household.Closed is not null)
            : null;
    }

    public async Task<bool> Stands(HouseholdCommand command) => HouseholdRules.Stands(await Current(), command);

    public async Task<HouseholdStanding?> Standing()
    {
        var (household, today) = (await Current(), Clock.ChinaToday());
        if (household.AsOf(today) is not { } view) return null;
        var head = view.Members.FirstOrDefault(member => member.Details.Relation == Relation.Head) ?? view.Members.FirstOrDefault();
        return new(
            view.Village, household.Closed is not null, head?.Details.Person, [.. view.Members.Select(member => member.MemberId)],
            view.HasLabour, view.Profile.Monitored, view.Profile.RiskCleared, household.MonitoredSince(today) ?? view.RegisteredOn);
    }

    // Where the household is decides; for a new one, where it is to be. A move hands it over, so its goal may lie elsewhere.
    private static bool Within(Household household, HouseholdCommand command, string[]? within, DateOnly today)
    {
        var village = household.VillageOn(today) ?? (command as PutHousehold)?.Village;
        return within is null || village is null || within.Any(prefix => village.StartsWith(prefix, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Villages(HouseholdCommand command, Household household)
    {
        if (household.Villages is [.., var last]) yield return last.Value.Village;
        switch (command)
        {
            case PutHousehold put: yield return put.Village; break;
            case ChangeVillage change: yield return change.Village; break;
            case FormHousehold form: yield return form.Village; break;
            default: break;
        }
    }
}
