using System.Collections.Immutable;
using Revitalization.Contracts.Refusals;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Households;
using Revitalization.Domain.Privacy;
using Revitalization.Domain.Regions;
using Revitalization.Domain.Villages;

namespace Revitalization.Domain.Tests;

/// <summary>A small Jiange: three villages of 普安镇, one that was dissolved in 2021 into the first.</summary>
public static class Given
{
    public const string Village = "510823100901";
    public const string OtherVillage = "510823100902";
    public const string FarVillage = "511921100901";
    public const string OldVillage = "510823100903";

    public static readonly DateOnly Today = new(2023, 9, 30);
    public static readonly DateOnly Start = new(2021, 1, 1);

    public static RuleContext Context { get; } = new(Today, RegionBook.Shipped, new Book(
        new(Village, "清江村(示例)", new(2019, 1, 1), null, []),
        new(OtherVillage, "石门村(示例)", new(2022, 1, 1), null, []),
        new(FarVillage, "河口村(示例)", new(2019, 1, 1), null, []),
        new(OldVillage, "旧村(示例)", new(2000, 1, 1), new(2021, 6, 1), [Village])));

    public static HouseholdProfile Lifted { get; } = new(HouseholdKind.Lifted);

    public static Guid Person(int number) => new(number, 0, 0, new byte[8]);

    public static SealedText Sealed(string text) => new($"sealed-{text}");

    public static MemberDetails Details(int person = 1, Relation relation = Relation.Head) =>
        new(Person(person), Sealed($"name{person}"), Sealed($"id{person}"), Sex.Male, 1980, relation, LabourAbility.Able);

    public static PutHousehold Registration() => new(Start, Village, Lifted);

    public static PutMember Listing(int person = 1, Relation relation = Relation.Head, DateOnly? on = null) =>
        new(on ?? Start, $"M{person}", Details(person, relation));

    /// <summary>A registered household with a head (M1), a spouse (M2) and a child (M3).</summary>
    public static Household Family(params HouseholdCommand[] then) => After(
        [Registration(), Listing(), Listing(2, Relation.Spouse), Listing(3, Relation.Child), .. then]);

    public static Household After(params HouseholdCommand[] commands) => commands.Aggregate(Household.Empty, Done);

    public static Household Done(this Household household, HouseholdCommand command)
    {
        var decision = HouseholdRules.Decide(household, command, Context);
        decision.Refusal.ShouldBeNull($"{command} is part of the story and must be accepted.");
        return decision.Events.Aggregate(household, Household.Evolve);
    }

    public static Decision<HouseholdEvent> Decided(this Household household, HouseholdCommand command) =>
        HouseholdRules.Decide(household, command, Context);

    public static void ShouldRefuse(this Household household, HouseholdCommand command, HouseholdRefusal refusal)
    {
        var decision = household.Decided(command);
        decision.Refusal?.Code.ShouldBe(RefusalCatalog.CodeOf(refusal));
        decision.Refusal.ShouldNotBeNull($"{command} should be refused with {refusal}.");
        decision.Events.ShouldBeEmpty();
    }

    public static void ShouldDecideNothing(this Household household, HouseholdCommand command)
    {
        var decision = household.Decided(command);
        decision.Refusal.ShouldBeNull();
        decision.Events.ShouldBeEmpty();
    }

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");

    public static Period Quarter(string text) => Period.Parse(text);

    public static IncomeAmounts Income(long wage = 0, long operating = 0, long costs = 0, long property = 0, long transfer = 0) =>
        new(wage, operating, costs, property, transfer);

    public static ImmutableArray<T> Of<T>(params T[] items) => [.. items];

    public sealed class Book(params VillageStanding[] villages) : IVillageBook
    {
        public VillageStanding? Find(string code) => Array.Find(villages, village => village.Code == code);
    }
}
