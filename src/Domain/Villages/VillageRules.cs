using System.Collections.Immutable;
using System.Diagnostics;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Households;
using Revitalization.Domain.Regions;

namespace Revitalization.Domain.Villages;

/// <summary>What a village's history admits: formed once, described from day to day, dissolved once into those that follow it.</summary>
public static class VillageRules
{
    public const int NameLengthMax = 60;
    public const int RelativesMax = 50;

    public static Decision<VillageEvent> Decide(Village village, VillageCommand command, RuleContext context) => command switch
    {
        RegisterVillage c => Register(village, c, context),
        ChangeVillageProfile c => Change(village, c, context),
        MergeVillage c => Dissolve(village, c.On, [c.Into], context),
        SplitVillage c => Split(village, c, context),
        _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
    };

    private static Decision<VillageEvent> Register(Village village, RegisterVillage c, RuleContext context)
    {
        if (BrokenDescription(c.Name, c.Kinds) is { } broken) return broken;
        if (BrokenDay(c.From, context) is { } day) return day;
        if (village.IsRegistered) return Again(village, c, context);
        if (!VillageCode.IsWellFormed(c.Code)) return VillageRefusal.CodeMalformed.On("code");
        if (context.Regions.Find(VillageCode.Township(c.Code)) is null) return VillageRefusal.RegionOutside.On("code");
        var predecessors = c.Predecessors.IsDefault ? [] : c.Predecessors;
        if (predecessors.Length > RelativesMax) return VillageRefusal.TooMany.On("predecessors");
        return predecessors.Any(code => context.Villages.Find(code) is null)
            ? VillageRefusal.PredecessorUnknown.On("predecessors")
            : new VillageRegistered(c.Code, c.Name, c.Kinds, c.From, predecessors);
    }

    /// <summary>Registering what is registered states its description from the same first day.</summary>
    private static Decision<VillageEvent> Again(Village village, RegisterVillage c, RuleContext context) =>
        village.Code != c.Code || village.From != c.From
            ? VillageRefusal.AlreadyRegistered.On("from")
            : Change(village, new(c.From, c.Name, c.Kinds), context);

    private static Decision<VillageEvent> Change(Village village, ChangeVillageProfile c, RuleContext context)
    {
        if (!village.IsRegistered) return VillageRefusal.NotRegistered.On();
        if (BrokenDescription(c.Name, c.Kinds) is { } broken) return broken;
        if (BrokenDay(c.From, context) is { } day) return day;
        if (c.From < village.From) return VillageRefusal.BeforeFormation.On("from");
        if (village.NamedOn(c.From) is { } known && known.Name == c.Name && known.Kinds == c.Kinds) return Decision<VillageEvent>.Nothing;
        return village.Until is { } until && c.From >= until
            ? VillageRefusal.Dissolved.On()
            : new VillageProfileChanged(c.From, c.Name, c.Kinds);
    }

    private static Decision<VillageEvent> Split(Village village, SplitVillage c, RuleContext context) =>
        c.Successors is { IsDefault: false, Length: 1 }
            ? VillageRefusal.SuccessorsTooFew.On("successors")
            : Dissolve(village, c.On, c.Successors.IsDefault ? [] : c.Successors, context);

    private static Decision<VillageEvent> Dissolve(Village village, DateOnly on, ImmutableArray<string> successors, RuleContext context)
    {
        if (!village.IsRegistered) return VillageRefusal.NotRegistered.On();
        if (BrokenDay(on, context) is { } day) return day;
        if (village.Until == on && village.Successors.SequenceEqual(successors, StringComparer.Ordinal)) return Decision<VillageEvent>.Nothing;
        if (village.Until is not null) return VillageRefusal.Dissolved.On();
        if (on <= village.From) return VillageRefusal.BeforeFormation.On("on");
        if (village.Names[^1].From >= on) return VillageRefusal.LaterFacts.On("on");
        return BrokenSuccessors(village, on, successors, context) is { } broken ? broken : new VillageDissolved(on, successors);
    }

    private static Refused? BrokenSuccessors(Village village, DateOnly on, ImmutableArray<string> successors, RuleContext context)
    {
        if (successors.IsEmpty) return VillageRefusal.SuccessorMissing.On("successors");
        if (successors.Length > RelativesMax) return VillageRefusal.TooMany.On("successors");
        if (successors.Contains(village.Code!) || successors.Distinct(StringComparer.Ordinal).Count() != successors.Length)
            return VillageRefusal.SuccessorTwice.On("successors");
        return successors.All(code => context.Villages.Find(code)?.StandsOn(on) == true)
            ? null
            : VillageRefusal.SuccessorUnknown.On("successors");
    }

    private static Refused? BrokenDescription(string name, VillageKinds kinds)
    {
        if (string.IsNullOrWhiteSpace(name)) return VillageRefusal.NameMissing.On("name");
        if (name.Length > NameLengthMax) return VillageRefusal.NameTooLong.On("name");
        return kinds.HasFlag(VillageKinds.LowIncomeProvincial | VillageKinds.LowIncomeCounty)
            ? VillageRefusal.KindsContradict.On("kinds")
            : null;
    }

    private static Refused? BrokenDay(DateOnly day, RuleContext context)
    {
        if (day > context.Today) return VillageRefusal.DayInFuture.On("on");
        return day < HouseholdLimits.FirstDay ? VillageRefusal.DayTooEarly.On("on") : null;
    }
}
