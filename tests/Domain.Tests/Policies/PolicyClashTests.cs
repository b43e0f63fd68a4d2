using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Tests.Policies;

public sealed class PolicyClashTests
{
    private static readonly DateOnly Day = new(2024, 1, 1);

    // FIELD 0.3: blue means "cleared within half a year", elsewhere nobody is cleared before half a year. It must be seen, not hidden.
    [Fact]
    public void What_the_mildest_colour_promises_and_the_other_forbids_is_told_in_words_from_either_side()
    {
        foreach (var (left, right) in new[] { ("jiange-2022", "tongjiang-2023"), ("tongjiang-2023", "jiange-2022") })
        {
            var clash = Between(left, right).Single(clash => clash.Rule == MonitoringRuleIds.LeastObservation);

            clash.Explanation.ShouldNotBeNull().ShouldContain("蓝色预警指预计 6 个月内能够消除风险");
            clash.Explanation.ShouldContain("监测至少满 6 个月方可消除。两者不能同时满足");
        }
    }

    [Fact]
    public void A_shorter_observation_than_the_colour_promises_narrows_it_only() =>
        ObservationOf(5).ShouldContain("两者可以同时满足");

    [Fact]
    public void An_observation_as_long_as_the_colour_promises_contradicts_it() =>
        ObservationOf(6).ShouldContain("两者不能同时满足");

    [Fact]
    public void Colours_of_one_name_with_another_meaning_are_called_so()
    {
        var clash = Between("jiange-2022", "tongjiang-2023")[0];

        clash.Rule.ShouldBe("colours");
        clash.LeftText.ShouldStartWith("蓝色预警(第1级");
        clash.RightText.ShouldStartWith("黄色预警(第1级");
        clash.Explanation.ShouldNotBeNull().ShouldContain("同为黄色预警,“剑阁县防返贫监测与增收规则(2022)”是第2级,“通江县监测规则示例(2023,借用外地公布做法,非通江县规定)”是第1级:同名不同义。");
        clash.Explanation.ShouldContain("黄色预警要求的联系人不同");
        clash.Explanation.ShouldContain("蓝色预警只有");
        clash.Explanation.ShouldContain("时间界限不同");
    }

    [Fact]
    public void A_pack_without_colours_says_what_follows()
    {
        var clash = Between("jiange-2022", "shiquan-2023")[0];

        clash.RightText.ShouldBe("没有规定预警颜色");
        clash.Explanation.ShouldNotBeNull().ShouldContain("不显示颜色,不按颜色要求联系人职级");
    }

    [Fact]
    public void A_rule_of_one_side_only_stands_beside_silence()
    {
        var clash = Between("jiange-2022", "wangcang-2022").Single(clash => clash.Rule == MonitoringRuleIds.CampaignMonths);

        (clash.LeftText, clash.RightText).ShouldBe(("未作规定", "每年 4月、10月"));
    }

    [Fact]
    public void What_is_assumed_is_marked_beside_what_a_document_says()
    {
        var clash = Between("wangcang-2022", "tongjiang-2023").Single(clash => clash.Rule == "monitoring.load-per-verifier");

        clash.LeftText.ShouldBe("0 户 至 30 户(含)(推定)");
        clash.Explanation.ShouldNotBeNull().ShouldContain("都没有文件依据");
    }

    [Fact]
    public void A_pack_never_clashes_with_itself()
    {
        foreach (var pack in ShippedPacks.All) PolicyClashes.Between(pack, pack, Day).ShouldBeEmpty();
    }

    private static IReadOnlyList<PolicyClash> Between(string left, string right) => PolicyClashes.Between(Packs.Get(left), Packs.Get(right), Day);

    private static string ObservationOf(int months)
    {
        var rule = new DeadlineRule(MonitoringRuleIds.LeastObservation, "最短监测时间", "months",
            [new(new(2022, 1, 1), new(months, TimeUnit.Months, "admitted"), new Citation("d", "c", "p", null))]);
        var other = new PolicyPack("other", "000001", "另一县", [], [], new Dictionary<string, PolicyRule> { [rule.Id] = rule });
        return PolicyClashes.Between(Packs.Get("jiange-2022"), other, Day).Single(clash => clash.Rule == rule.Id).Explanation.ShouldNotBeNull();
    }
}
