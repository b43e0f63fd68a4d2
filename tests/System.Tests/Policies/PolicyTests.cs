using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Policies;
using Revitalization.Domain.Policies;
using Revitalization.Silo.Policies;
using Revitalization.SystemTests.Silo;

namespace Revitalization.SystemTests.Policies;

public sealed class PolicyTests(SiloFixture fixture) : IClassFixture<SiloFixture>
{
    private const string County = "/api/counties/510823/policies";
    private static readonly DateOnly Day = new(2023, 6, 1);

    private readonly HttpClient _county = fixture.County;

    [Fact]
    public async Task Whoever_is_signed_in_reads_every_pack_with_its_sources()
    {
        var packs = await fixture.Auditor.Read<Page<PolicyPackView>>("/api/policies");
        packs.Items.Select(pack => pack.Id).ShouldBe(["jiange-2022", "platform-default", "shiquan-2023", "tongjiang-2023", "wangcang-2022"]);

        var jiange = await fixture.Auditor.Read<PolicyPackView>("/api/policies/jiange-2022");
        var colour = jiange.Rules.Single(rule => rule.Id == "monitoring.colour.elapsed").Values.ShouldHaveSingleItem();
        colour.Text.ShouldBe("蓝色预警:6 个月以内(含);黄色预警:超过 6 个月;红色预警:超过 12 个月");
        colour.Phrase.ShouldBe("对半年以上无法消除风险的,实行黄色预警");
        await fixture.Auditor.GetAsync("/api/policies/nowhere-2022").Refused(PolicyRefusal.PackUnknown, "pack");
    }

    [Fact]
    public async Task Clashes_of_two_packs_are_told_in_words()
    {
        var clashes = await _county.Read<Page<PolicyClashView>>("/api/policies/clashes?packs=jiange-2022,tongjiang-2023&on=2024-01-01");

        clashes.Items[0].ShouldSatisfyAllConditions(
            clash => clash.Rule.ShouldBe("colours"), clash => clash.Left.ShouldBe("jiange-2022"), clash => clash.Right.ShouldBe("tongjiang-2023"));
        clashes.Items.Single(clash => clash.Rule == "monitoring.clearing.least-observation").Explanation.ShouldNotBeNull().ShouldContain("不能同时满足");
        await _county.GetAsync("/api/policies/clashes?packs=jiange-2022").Refused(PolicyRefusal.TwoPacksNeeded, "packs");
        await _county.GetAsync("/api/policies/clashes?packs=jiange-2022,jiange-2022").Refused(PolicyRefusal.TwoPacksNeeded, "packs");
        await _county.GetAsync("/api/policies/clashes?packs=jiange-2022,nowhere-2022").Refused(PolicyRefusal.PackUnknown, "packs");
    }

    [Fact]
    public async Task A_county_adopts_beside_its_own_pack_and_the_later_one_holds_from_its_day()
    {
        var book = fixture.Silo.Get<PolicyBook>();
        Observation(book).ShouldBe(0);

        await _county.Accepted($"{County}/jiange-2022", new AdoptionBody(new(2022, 7, 26)));
        var receipt = await _county.Accepted($"{County}/tongjiang-2023", new AdoptionBody(Day));

        Observation(book).ShouldBe(6);
        book.For("510823100901", Day.AddDays(-1)).Id.ShouldBe("jiange-2022");
        book.For("510823100901", Day).Id.ShouldBe("jiange-2022+tongjiang-2023");
        var view = await _county.Read<CountyPolicies>($"{County}?after={receipt.Seq}");
        view.Adopted.Select(adoption => (adoption.Pack, adoption.From, adoption.By)).ShouldBe([("jiange-2022", new(2022, 7, 26), "jiange"), ("tongjiang-2023", Day, "jiange")]);
        view.Holding.ShouldBe(["jiange-2022", "tongjiang-2023"]);
        view.Clashes.ShouldContain(clash => clash.Rule == "monitoring.clearing.least-observation");
        view.Notes.ShouldNotBeNull().ShouldContain(note => note.Contains("是通江县的规定", StringComparison.Ordinal));

        await _county.Put($"{County}/tongjiang-2023", new AdoptionBody(Day.AddDays(1))).Refused(PolicyRefusal.AdoptionOverlaps, "from");
        await _county.Accepted($"{County}/tongjiang-2023/withdrawal", new AdoptionWithdrawalBody(Day, "登记错误"));
        Observation(book).ShouldBe(0);
    }

    [Fact]
    public async Task What_may_not_be_adopted_is_refused()
    {
        await _county.Put($"{County}/nowhere-2022", new AdoptionBody(Day)).Refused(PolicyRefusal.PackUnknown, "pack");
        await _county.Put($"{County}/shiquan-2023", new AdoptionBody(Day)).Refused(PolicyRefusal.BeforePackValues, "from");
        await _county.Put("/api/counties/511921/policies/jiange-2022", new AdoptionBody(Day)).Refused(AccessRefusal.ScopeElsewhere, "code");
        await _county.Put("/api/counties/519999/policies/jiange-2022", new AdoptionBody(Day)).Refused(PolicyRefusal.CountyUnknown, "code");
        await _county.GetAsync("/api/counties/5108/policies").Refused(PolicyRefusal.CountyUnknown, "code");
        using var village = await fixture.Silo.SignedIn("monitor-p", Roles.VillageMonitor, RunningSilo.Village);
        await village.Put($"{County}/jiange-2022", new AdoptionBody(Day)).Refused(AccessRefusal.RoleInsufficient);
    }

    // Another process, or the next start, must go by what was adopted before it began.
    [Fact]
    public async Task An_adoption_holds_after_a_restart()
    {
        var data = Path.Combine(Path.GetTempPath(), "silo-" + Path.GetRandomFileName());
        await using (var first = await RunningSilo.Start(data, keepData: true))
        {
            using var county = await first.SignedIn("tongjiang", Roles.County, "511921");
            await county.Accepted("/api/counties/511921/policies/jiange-2022", new AdoptionBody(Day));
        }
        await using var second = await RunningSilo.Start(data);

        second.Get<PolicyBook>().For(RunningSilo.ElsewhereVillage, Day).Id.ShouldBe("jiange-2022");
        second.Get<PolicyBook>().For(RunningSilo.ElsewhereVillage, Day.AddDays(-1)).Id.ShouldBe("tongjiang-2023");
    }

    private static int Observation(PolicyBook book) =>
        book.For("510823", Day).Find<DeadlineRule>(MonitoringRuleIds.LeastObservation)!.On(Day)!.Value.Count;
}
