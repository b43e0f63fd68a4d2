using System.Diagnostics;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Villages;

namespace Revitalization.Domain.Households;

/// <summary>
/// What a household's history admits. Pure and total: every command gets its events, nothing (it says nothing new),
/// or the first rule it breaks, in the order written here.
/// </summary>
public static partial class HouseholdRules
{
    public static Decision<HouseholdEvent> Decide(Household household, HouseholdCommand command, RuleContext context)
    {
        if (IsRepeated(household, command)) return Decision<HouseholdEvent>.Nothing;
        if (Gate(household, command, context) is { } closed) return closed;
        var decision = Ruled(household, command, context);
        return decision.Refusal is null ? Consistent(household, command, decision) : decision;
    }

    private static Decision<HouseholdEvent> Ruled(Household household, HouseholdCommand command, RuleContext context) =>
        command switch
        {
            PutHousehold c => Put(household, c, context),
            StateMonitoring c => State(household, c),
            PutMember c => Put(household, c, context),
            PutIncome c => Put(household, c, context),
            AddMember c => Add(household, c, context),
            RemoveMember c => Remove(household, c),
            ChangeHead c => ChangeHead(household, c),
            ChangeVillage c => ChangeVillage(household, c, context),
            SplitHousehold c => Split(household, c),
            FormHousehold c => Form(household, c, context),
            MergeHousehold c => Merge(household, c),
            AbsorbMembers c => Absorb(household, c, context),
            CorrectEntry c => Correct(household, c),
            CloseHousehold c => Close(household, c, context),
            _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
        };

    private static DateOnly? DayOf(HouseholdCommand command) => command switch
    {
        PutHousehold c => c.On,
        StateMonitoring c => c.On,
        PutMember c => c.On,
        AddMember c => c.On,
        RemoveMember c => c.On,
        ChangeHead c => c.On,
        ChangeVillage c => c.On,
        SplitHousehold c => c.On,
        FormHousehold c => c.On,
        MergeHousehold c => c.On,
        AbsorbMembers c => c.On,
        CorrectEntry c => c.On,
        CloseHousehold c => c.On,
        PutIncome => null,
        _ => throw new UnreachableException($"No day for {command.GetType().Name}."),
    };

    /// <summary>What holds for every command: its day, and whether the household stood on it.</summary>
    private static Refused? Gate(Household household, HouseholdCommand command, RuleContext context)
    {
        var day = DayOf(command);
        if (day > context.Today) return HouseholdRefusal.DayInFuture.On("on");
        if (day < HouseholdLimits.FirstDay) return HouseholdRefusal.DayTooEarly.On("on");
        if (household.Registered is not { } registered)
            return command is PutHousehold or FormHousehold ? null : HouseholdRefusal.NotRegistered.On();
        if (household.Version >= HouseholdLimits.EntriesMax) return HouseholdRefusal.HistoryFull.On();
        if (command is FormHousehold) return HouseholdRefusal.AlreadyRegistered.On("newHousehold");
        if (command is CorrectEntry) return null;
        if (day < registered.From) return HouseholdRefusal.BeforeRegistration.On("on");
        return household.Closed is { } end && day >= end.From ? HouseholdRefusal.HouseholdClosed.On() : null;
    }

    /// <summary>The whole history must stay in order whatever day the new fact is from; found once here, not in each rule.</summary>
    private static Decision<HouseholdEvent> Consistent(
        Household household, HouseholdCommand command, Decision<HouseholdEvent> decision)
    {
        if (decision.Events.Count == 0 || command is PutIncome) return decision;
        var after = decision.Events.Aggregate(household, Household.Evolve);
        if (HouseholdConsistency.FirstBroken(after) is not { } broken) return decision;
        return command is CorrectEntry ? HouseholdRefusal.CorrectionBreaksHistory.On("entry") : broken.On();
    }
}
