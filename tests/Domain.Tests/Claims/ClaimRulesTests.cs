using Revitalization.Domain.Claims;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Tests.Claims;

public sealed class ClaimRulesTests
{
    private static readonly DateOnly Day = new(2023, 8, 1);

    private static readonly StatedFigure Enyang = new(
        "衔接资金支付进度60.54%", ClaimKind.Share, "60.54", ClaimUnit.Percent, 2,
        [new("已支付", "13500", ClaimUnit.WanYuan), new("已到位", "22355", ClaimUnit.WanYuan)], "现场评审材料（2023）", null);

    [Fact]
    public void A_claim_is_put_changed_and_put_again()
    {
        var put = After(Claim.Empty, Enyang);
        put.Version.ShouldBe(1);
        ClaimRules.Decide(put, new PutClaim(Day, Enyang), ShippedPacks.Default, Day).Events.ShouldBeEmpty();

        var changed = After(put, Enyang with { Stated = "60.39" });
        changed.Version.ShouldBe(2);
        changed.Figure!.Stated.ShouldBe("60.39");
    }

    [Fact]
    public void What_cannot_be_checked_is_refused_by_name()
    {
        Refused(Enyang, ClaimRefusal.DayInFuture, today: Day.AddDays(-1));
        Refused(Enyang with { Statement = " " }, ClaimRefusal.TextImplausible);
        Refused(Enyang with { Document = "" }, ClaimRefusal.TextImplausible);
        Refused(Enyang with { Inputs = [Enyang.Inputs[0], Enyang.Inputs[1] with { Name = "" }] }, ClaimRefusal.TextImplausible);
        Refused(Enyang with { Stated = "六成" }, ClaimRefusal.NumberMalformed);
        Refused(Enyang with { Inputs = [Enyang.Inputs[0], Enyang.Inputs[1] with { Value = "22,355" }] }, ClaimRefusal.NumberMalformed);
        Refused(Enyang with { Decimals = 7 }, ClaimRefusal.DecimalsOutside);
        Refused(Enyang with { Decimals = 1 }, ClaimRefusal.DecimalsOutside);
        Refused(Enyang with { Inputs = [Enyang.Inputs[0]] }, ClaimRefusal.InputsMiscounted);
        Refused(Enyang with { Kind = ClaimKind.ProductSum, Inputs = [.. Enyang.Inputs, Enyang.Inputs[0]] }, ClaimRefusal.InputsMiscounted);
        Refused(Enyang with { Kind = ClaimKind.Sum, Unit = ClaimUnit.WanYuan, Inputs = [.. Enumerable.Repeat(Enyang.Inputs[0], ClaimRules.InputsMax + 1)] }, ClaimRefusal.InputsMiscounted);
        Refused(Enyang with { Unit = ClaimUnit.WanYuan }, ClaimRefusal.UnitsContradicted);
        Refused(Enyang with { Inputs = [Enyang.Inputs[0], Enyang.Inputs[1] with { Unit = ClaimUnit.People }] }, ClaimRefusal.UnitsContradicted);
        Refused(Enyang with { Stated = "" }, ClaimRefusal.StatedMissing);
        Refused(Enyang with { Rule = "loan.unheard-of" }, ClaimRefusal.RuleUnknown);
        Refused(Enyang with { Rule = "loan.micro-credit" }, ClaimRefusal.RuleUnknown); // A share is not money.
        Refused(Enyang with { Kind = ClaimKind.Plausibility, Unit = ClaimUnit.Yuan }, ClaimRefusal.RuleUnknown);
    }

    // 以工代赈: 15 % of the total investment, and how far above it 太平场村 lies.
    [Fact]
    public void A_share_is_measured_against_the_floor_of_the_day_with_its_margin_and_source()
    {
        var pay = Enyang with { Stated = "", Rule = "work.share", Inputs = [new("劳务报酬", "2940000", ClaimUnit.Yuan), new("总投资", "1895", ClaimUnit.WanYuan)] };

        var met = ClaimCheck.Of(pay, WithFloor(1500), Day);
        met.Verdict.ShouldBe(ClaimVerdict.Agrees);
        met.Reason.ShouldContain("达到劳务报酬占比15%，高出97,500元");
        met.Reason.ShouldContain("依据办法，第三条");

        var missed = ClaimCheck.Of(pay, WithFloor(1552), Day);
        missed.Verdict.ShouldBe(ClaimVerdict.Implausible);
        missed.Reason.ShouldContain("未达到劳务报酬占比15.52%，差1,040元");
        ClaimCheck.Of(pay, WithFloor(1552), Day.AddYears(-5)).Reason.ShouldContain("没有规定");
    }

    // 15.5145… % rounds to 15.515 %, which a floor of 15.515 % would not forgive.
    [Fact]
    public void A_floor_is_met_by_the_exact_figure_not_by_the_rounded_one()
    {
        var pay = Enyang with { Stated = "2", Decimals = 0, Rule = "work.share", Inputs = [new("劳务报酬", "1499", ClaimUnit.Yuan), new("总投资", "100000", ClaimUnit.Yuan)] };

        ClaimCheck.Of(pay with { Stated = "1" }, WithFloor(150), Day).Verdict.ShouldBe(ClaimVerdict.Implausible);
    }

    [Fact]
    public void An_amount_is_measured_against_a_floor_in_fen()
    {
        var floor = new FloorRule("village.investment", "每村投入", "fen/household", [new(new(2022, 1, 1), new(500_000_000), new("d", "第一条", "p", null))]);
        var pack = Pack(floor);
        var mean = Enyang with
        {
            Kind = ClaimKind.Average, Unit = ClaimUnit.WanYuan, Stated = "500", Rule = floor.Id, Decimals = 0,
            Inputs = [new("投入", "15000", ClaimUnit.WanYuan), new("村数", "30", ClaimUnit.Count)],
        };

        ClaimCheck.Of(mean, pack, Day).ShouldSatisfyAllConditions(
            finding => finding.Verdict.ShouldBe(ClaimVerdict.Agrees), finding => finding.Reason.ShouldContain("不低于每村投入下限5,000,000元"));
        var poor = mean with { Inputs = [new("投入", "149999999", ClaimUnit.Yuan), mean.Inputs[1]] };
        ClaimCheck.Of(poor, pack, Day).Verdict.ShouldBe(ClaimVerdict.Implausible);
    }

    private static PolicyPack WithFloor(long basisPoints) =>
        Pack(new RatioRule("work.share", "劳务报酬占比", "percent", [new(new(2022, 1, 1), new("劳务报酬", "总投资", basisPoints), new("d", "第三条", "p", null))]));

    private static PolicyPack Pack(PolicyRule rule) => new(
        "t", "511921", "t", [new("d", "办法", "某县", null, null)], [], new Dictionary<string, PolicyRule>(StringComparer.Ordinal) { [rule.Id] = rule });

    private static Claim After(Claim claim, StatedFigure figure)
    {
        var decision = ClaimRules.Decide(claim, new PutClaim(Day, figure), ShippedPacks.Default, Day);
        decision.Refusal.ShouldBeNull();
        return decision.Events.Aggregate(claim, Claim.Evolve);
    }

    private static void Refused(StatedFigure figure, ClaimRefusal refusal, DateOnly? today = null)
    {
        var decision = ClaimRules.Decide(Claim.Empty, new PutClaim(Day, figure), ShippedPacks.Default, today ?? Day);
        decision.Refusal.ShouldNotBeNull().Code.ShouldBe(refusal.On().Code);
        decision.Events.ShouldBeEmpty();
    }
}
