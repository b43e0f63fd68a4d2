using Revitalization.Contracts.Refusals;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Tests.Policies;

public sealed class AdoptionTests
{
    private static readonly DateOnly Today = new(2024, 6, 1);
    private static readonly DateTimeOffset Now = new(2024, 6, 1, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly DateOnly First = new(2022, 7, 26);

    [Fact]
    public void A_county_adopts_any_shipped_pack_its_own_or_a_neighbours()
    {
        Decide(CountyAdoptions.Empty, new AdoptPolicy("jiange-2022", First, null)).Events.ShouldHaveSingleItem().ShouldBeOfType<PolicyAdopted>();
        Decide(After(), new AdoptPolicy("shiquan-2023", new(2023, 8, 11), null)).Refusal.ShouldBeNull();
    }

    [Theory]
    [InlineData("nowhere-2022", "2022-07-26", null, PolicyRefusal.PackUnknown)]
    [InlineData("platform-default", "2022-07-26", null, PolicyRefusal.DefaultNeedsNoAdoption)]
    [InlineData("jiange-2022", "2022-07-25", null, PolicyRefusal.BeforePackValues)]
    [InlineData("jiange-2022", "2029-06-02", null, PolicyRefusal.DayTooFar)]
    [InlineData("jiange-2022", "2023-01-01", "2022-12-31", PolicyRefusal.UntilBeforeFrom)]
    public void What_cannot_be_adopted_is_refused_by_name(string pack, string from, string? until, PolicyRefusal refusal) =>
        Refused(CountyAdoptions.Empty, new AdoptPolicy(pack, Day(from), until is null ? null : Day(until)), refusal);

    [Theory]
    [InlineData("2022-07-26", null)]
    [InlineData("2029-06-01", null)]
    [InlineData("2023-01-01", "2023-01-01")]
    public void Both_ends_of_what_may_be_adopted_are_taken(string from, string? until) =>
        Decide(CountyAdoptions.Empty, new AdoptPolicy("jiange-2022", Day(from), until is null ? null : Day(until))).Refusal.ShouldBeNull();

    [Fact]
    public void The_same_again_changes_nothing_and_another_end_is_set()
    {
        Decide(After(), new AdoptPolicy("jiange-2022", First, null)).Events.ShouldBeEmpty();
        Decide(After(), new AdoptPolicy("jiange-2022", First, new(2023, 12, 31))).Events.ShouldHaveSingleItem().ShouldBeOfType<AdoptionEndSet>();
    }

    [Fact]
    public void One_pack_holds_once_at_a_time_and_again_after_its_end()
    {
        Refused(After(), new AdoptPolicy("jiange-2022", new(2023, 1, 1), null), PolicyRefusal.AdoptionOverlaps);
        var ended = After(new AdoptPolicy("jiange-2022", First, new(2022, 12, 31)));
        Decide(ended, new AdoptPolicy("jiange-2022", new(2023, 1, 1), null)).Refusal.ShouldBeNull();
        Refused(ended, new AdoptPolicy("jiange-2022", new(2022, 12, 31), null), PolicyRefusal.AdoptionOverlaps);
    }

    [Fact]
    public void An_adoption_recorded_by_mistake_is_taken_back_with_a_reason()
    {
        Refused(After(), new WithdrawPolicy("jiange-2022", First, " "), PolicyRefusal.ReasonMissing);
        Refused(After(), new WithdrawPolicy("jiange-2022", new(2022, 7, 27), "登记错误"), PolicyRefusal.AdoptionUnknown);
        var withdrawn = Decide(After(), new WithdrawPolicy("jiange-2022", First, "登记错误")).Events.ShouldHaveSingleItem();
        CountyAdoptions.Evolve(After(), withdrawn).Adoptions.ShouldBeEmpty();
    }

    [Fact]
    public void A_county_that_adopts_two_hundred_times_is_stopped()
    {
        var county = CountyAdoptions.Empty;
        for (var day = First; county.Adoptions.Length < 200; day = day.AddDays(1))
            county = CountyAdoptions.Evolve(county, new PolicyAdopted("jiange-2022", day, day, "county", Now));
        Refused(county, new AdoptPolicy("shiquan-2023", new(2023, 8, 11), null), PolicyRefusal.TooManyAdoptions);
    }

    private static CountyAdoptions After(AdoptPolicy? more = null)
    {
        var first = Decide(CountyAdoptions.Empty, new AdoptPolicy("jiange-2022", First, null)).Events.Aggregate(CountyAdoptions.Empty, CountyAdoptions.Evolve);
        return more is null ? first : Decide(first, more).Events.Aggregate(first, CountyAdoptions.Evolve);
    }

    private static Decision<AdoptionEvent> Decide(CountyAdoptions county, AdoptionCommand command) =>
        AdoptionRules.Decide(county, command, new(ShippedPacks.All, Today, "county", Now));

    private static void Refused(CountyAdoptions county, AdoptionCommand command, PolicyRefusal refusal) =>
        Decide(county, command).Refusal.ShouldNotBeNull().Code.ShouldBe(RefusalCatalog.CodeOf(refusal));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
