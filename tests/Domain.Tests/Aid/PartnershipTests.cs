using Revitalization.Domain.Aid;

namespace Revitalization.Domain.Tests.Aid;

public sealed class PartnershipTests
{
    private static readonly PutPairing Townships = new("t1", PairingKind.Township, "新塘街道", "三江镇", "510821108", new(2022, 1, 1), null);
    private static readonly PutPlan Plan = new(2022, new(2022, 3, 10), [new(AidField.Funds, 50_000_000_00, 10, 0, new(2022, 12, 31))], 100_000_000_00);

    [Fact]
    public void Stating_the_same_agreement_again_changes_nothing() =>
        PartnershipRules.Decide(Given.Agreed(), Given.Agreement, Given.Regions).Events.ShouldBeEmpty();

    [Fact]
    public void A_term_of_the_agreement_may_change_but_not_who_agreed()
    {
        var longer = Given.Agreed().After(Given.Agreement with { EndYear = 2030 });

        longer.Covers(2030).ShouldBeTrue();
        longer.Refuses(Given.Agreement with { Donor = "330106" }, PartnershipRefusal.PartiesFixed);
    }

    [Theory]
    [InlineData(PartnershipKind.EastWest, "330109", PairingKind.Enterprise)]
    [InlineData(PartnershipKind.ProvincialCounterpart, "512000", PairingKind.Hospital)]
    [InlineData(PartnershipKind.Designated, "330109", PairingKind.Department)]
    public void Every_kind_of_partnership_is_agreed_and_pairs_bodies_that_are_no_place(PartnershipKind kind, string donor, PairingKind bodies)
    {
        var agreed = Partnership.Empty.After(Given.Agreement with { Kind = kind, Donor = donor }).After(Townships with { Kind = bodies, RecipientRegion = null });

        agreed.Agreement!.Kind.ShouldBe(kind);
        agreed.Pairings.Single().Kind.ShouldBe(bodies);
    }

    // 三江镇 lies in two counties of the sample: only the code says which.
    [Fact]
    public void A_township_is_paired_by_its_code_in_the_recipient_county()
    {
        var paired = Given.Agreed().After(Townships);

        paired.Pairings.Single().RecipientRegion.ShouldBe("510821108");
        paired.Refuses(Townships with { RecipientRegion = "511902102" }, PartnershipRefusal.PairingElsewhere);
        paired.Refuses(Townships with { RecipientRegion = null }, PartnershipRefusal.PairingElsewhere);
    }

    [Fact]
    public void All_twenty_three_townships_of_Wangcang_can_be_paired()
    {
        var townships = Given.Regions.Children(Given.Wangcang).ToList();
        townships.Count.ShouldBe(23);

        var paired = townships.Aggregate(Given.Agreed(), (partnership, township) =>
            partnership.After(Townships with { Pairing = township.Code, RecipientParty = township.Name, RecipientRegion = township.Code }));

        paired.Pairings.Length.ShouldBe(23);
    }

    [Fact]
    public void A_plan_is_stated_whole_and_replaces_the_year_s_last_one()
    {
        var planned = Given.Agreed().After(Plan).After(Plan with { SalesFloorFen = 1 });

        planned.Plans.Single().SalesFloorFen.ShouldBe(1);
        PartnershipRules.Decide(planned, Plan with { SalesFloorFen = 1 }, Given.Regions).Events.ShouldBeEmpty();
    }

    [Fact]
    public void What_cannot_be_agreed_is_refused_by_name()
    {
        var nothing = Partnership.Empty;
        nothing.Refuses(Given.Agreement with { Donor = "999999" }, PartnershipRefusal.RegionUnknown);
        nothing.Refuses(Given.Agreement with { Recipient = "999999" }, PartnershipRefusal.RegionUnknown);
        nothing.Refuses(Given.Agreement with { Recipient = "510800" }, PartnershipRefusal.RecipientNotCounty);
        nothing.Refuses(Given.Agreement with { Kind = PartnershipKind.ProvincialCounterpart }, PartnershipRefusal.KindContradicted);
        nothing.Refuses(Given.Agreement with { Donor = "512000" }, PartnershipRefusal.KindContradicted);
        nothing.Refuses(Given.Agreement with { EndYear = 2020 }, PartnershipRefusal.YearOutside);
        nothing.Refuses(Given.Agreement with { Document = " " }, PartnershipRefusal.TextImplausible);
        nothing.Refuses(Townships, PartnershipRefusal.NotAgreed);
        nothing.Refuses(Plan, PartnershipRefusal.NotAgreed);
    }

    [Fact]
    public void What_cannot_be_planned_is_refused_by_name()
    {
        var agreed = Given.Agreed();
        agreed.Refuses(Plan with { Year = 2026 }, PartnershipRefusal.YearOutside);
        agreed.Refuses(Plan with { SalesFloorFen = -1 }, PartnershipRefusal.AmountNegative);
        agreed.Refuses(Plan with { Lines = [Plan.Lines[0] with { People = -1 }] }, PartnershipRefusal.AmountNegative);
        agreed.Refuses(Plan with { Lines = [Plan.Lines[0], Plan.Lines[0]] }, PartnershipRefusal.FieldRepeated);
        agreed.Refuses(Plan with { Lines = [Plan.Lines[0] with { DueOn = new(2023, 1, 1) }] }, PartnershipRefusal.DueOutsideYear);
        agreed.Refuses(Townships with { Until = new(2021, 1, 1) }, PartnershipRefusal.DatesReversed);
        agreed.Refuses(new PutExchange("e1", ExchangeKind.Training, "萧山区农业农村局", 0, new(2022, 5, 1), new(2022, 5, 9)), PartnershipRefusal.HeadcountImplausible);
    }

    [Fact]
    public void There_are_only_so_many_pairings()
    {
        var many = Partnership.Empty with { Agreement = Given.Agreed().Agreement, Pairings = [.. Enumerable.Range(0, PartnershipRules.PairingsMax).Select(Paired)] };

        many.Refuses(Townships, PartnershipRefusal.TooMany);
        many.After(Townships with { Pairing = "0" }).Pairings.Length.ShouldBe(PartnershipRules.PairingsMax);
    }

    private static PairingPut Paired(int number) =>
        new(number.ToString(System.Globalization.CultureInfo.InvariantCulture), PairingKind.School, "甲校", "乙校", null, new(2022, 1, 1), null);
}
