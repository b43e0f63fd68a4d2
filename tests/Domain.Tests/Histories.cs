using FsCheck;
using FsCheck.Fluent;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Households;

namespace Revitalization.Domain.Tests;

/// <summary>
/// Random but plausible lives of households: commands are drawn blindly, those that the rules refuse simply do not happen.
/// Every run draws the same ones.
/// </summary>
public static class Histories
{
    private static readonly string[] s_villages = [Given.Village, Given.OtherVillage, Given.FarVillage];

    public static Arbitrary<Household> Arbitrary { get; } = Drawn.ToArbitrary();

    /// <summary>Commands in the order drawn.</summary>
    public static Gen<HouseholdCommand[]> Commands => Gen.Choose(1, 25).SelectMany(length => Gen.ArrayOf(Command, length));

    private static Gen<Household> Drawn => Commands.Select(commands => commands.Aggregate(
        Household.Empty, (household, command) => household.Decided(command).Events.Aggregate(household, Household.Evolve)));

    private static Gen<DateOnly> Days => Gen.Choose(0, 1_030).Select(days => new DateOnly(2020, 12, 1).AddDays(days));

    private static Gen<string> MemberIds => Gen.Choose(1, 5).Select(number => $"M{number}");

    private static Gen<string> Villages => Gen.Elements(s_villages);

    private static Gen<HouseholdProfile> Profiles =>
        from kind in Enums<HouseholdKind>()
        from monitored in Enums<MonitoredKind>()
        from cleared in Gen.Elements(true, false)
        from resettled in Gen.Elements(true, false)
        select new HouseholdProfile(kind, monitored, cleared, resettled);

    private static Gen<MemberDetails> Details =>
        from person in Gen.Choose(1, 5)
        from birthYear in Gen.Choose(1935, 2023)
        from relation in Gen.Elements(Relation.Head, Relation.Spouse, Relation.Child, Relation.Child, Relation.Parent)
        from sex in Enums<Sex>()
        from labour in Enums<LabourAbility>()
        from willing in Gen.Elements(true, false)
        from employment in Enums<Employment>()
        select new MemberDetails(
            Given.Person(person), Given.Sealed($"{person}"), null, sex, birthYear, relation, labour, willing,
            birthYear > 2004 ? Employment.None : employment);

    private static Gen<IncomeAmounts> Incomes =>
        from parts in Gen.ArrayOf(Gen.Choose(0, 1_000_000), 5)
        select new IncomeAmounts(parts[0], parts[1], parts[2], parts[3], parts[4]);

    private static Gen<Period> Quarters => Gen.Choose(0, 11).Select(at => Period.OfQuarter(2021 + at / 4, at % 4 + 1));

    private static Gen<HouseholdCommand> Command => Gen.Frequency(
        (4, PutHouseholds), (8, PutMembers), (3, PutIncomes), (2, Joinings), (2, Leavings), (1, Heads), (2, Moves),
        (1, Splits), (1, Absorptions), (2, Corrections), (1, Closings), (1, Merges));

    private static Gen<HouseholdCommand> PutHouseholds =>
        from day in Days
        from village in Villages
        from profile in Profiles
        select (HouseholdCommand)new PutHousehold(day, village, profile);

    private static Gen<HouseholdCommand> PutMembers =>
        from day in Days
        from id in MemberIds
        from details in Details
        select (HouseholdCommand)new PutMember(day, id, details, "核对");

    private static Gen<HouseholdCommand> PutIncomes =>
        from quarter in Quarters
        from amounts in Incomes
        select (HouseholdCommand)new PutIncome(quarter, amounts, "补报");

    private static Gen<HouseholdCommand> Joinings =>
        from day in Days
        from id in MemberIds
        from kind in Gen.Elements(JoinKind.Born, JoinKind.MarriedIn, JoinKind.MovedIn)
        from details in Details
        select (HouseholdCommand)new AddMember(day, id, kind, kind == JoinKind.Born ? Newborn(details, day) : details);

    private static Gen<HouseholdCommand> Leavings =>
        from day in Days
        from id in MemberIds
        from head in MemberIds
        from kind in Gen.Elements(LeaveKind.Died, LeaveKind.MarriedOut, LeaveKind.MovedOut)
        select (HouseholdCommand)new RemoveMember(day, id, kind, head);

    private static Gen<HouseholdCommand> Heads =>
        from day in Days
        from id in MemberIds
        select (HouseholdCommand)new ChangeHead(day, id, Relation.Parent);

    private static Gen<HouseholdCommand> Moves =>
        from day in Days
        from village in Villages
        from why in Enums<VillageChange>()
        select (HouseholdCommand)new ChangeVillage(day, village, why, "核对");

    private static Gen<HouseholdCommand> Splits =>
        from day in Days
        from id in MemberIds
        from head in MemberIds
        select (HouseholdCommand)new SplitHousehold(day, "H2", [id], id, head);

    private static Gen<HouseholdCommand> Absorptions =>
        from day in Days
        from details in Details
        select (HouseholdCommand)new AbsorbMembers(day, "H9", [new("M1", details with { Person = Given.Person(9) })]);

    private static Gen<HouseholdCommand> Corrections =>
        from entry in Gen.Choose(1, 20)
        from day in Days
        from withdrawn in Gen.Elements(true, false)
        select (HouseholdCommand)new CorrectEntry(entry, withdrawn ? null : day, "核对");

    private static Gen<HouseholdCommand> Closings =>
        from day in Days
        from kind in Gen.Elements(CloseKind.Extinct, CloseKind.MovedAway, CloseKind.ListedInError)
        select (HouseholdCommand)new CloseHousehold(day, kind, "核对");

    private static Gen<HouseholdCommand> Merges => Days.Select(day => (HouseholdCommand)new MergeHousehold(day, "H8"));

    private static MemberDetails Newborn(MemberDetails details, DateOnly day) =>
        details with { BirthYear = day.Year, Employment = Employment.None, Relation = Relation.Grandchild };

    private static Gen<TEnum> Enums<TEnum>() where TEnum : struct, Enum => Gen.Elements(Enum.GetValues<TEnum>());
}
