using Revitalization.Contracts.Aid;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Identity;
using Revitalization.Domain.Aid;
using Revitalization.Domain.Aid.Checks;
using Revitalization.SystemTests.Silo;
using static Revitalization.SystemTests.Aid.AidYearFixture;

namespace Revitalization.SystemTests.Aid;

/// <summary>Checks through the year over HTTP: frozen figures, ranks, the loop of what was found, who may do what.</summary>
public sealed class AidChecksOverHttpTests(AidYearFixture year) : IClassFixture<AidYearFixture>
{
    private static readonly RectificationBody s_rectified = new(Today, "余款已到账", [Proof]);

    private static string Check(string code, string period, string rest = "") => $"/api/partnerships/{code}/checks/{period}{rest}";

    [Fact]
    public async Task A_check_is_the_board_of_its_day_and_later_acts_do_not_reach_it()
    {
        var board = await year.PartnerXiaoshan.Read<AidBoard>($"/api/aid/board?partnership={Xiaoshan}&year=2022");
        await year.Wangcang.Put(Check(Xiaoshan, "2022-Y"), new AidCheckBody(Today)).Ok();
        var check = await year.PartnerXiaoshan.Read<AidCheckView>(Check(Xiaoshan, "2022-Y"));

        (check.PeriodName, check.On, check.Sum).ShouldBe(("2022年年终考核", Today, board.Sum));
        check.Lines.ShouldBe(board.Lines);
        check.Sales.ShouldBe(board.Sales);
        (check.PlannedFen, check.DoneBasisPoints).ShouldBe((647_00, (647 - 150) * 10_000 / 647)); // 150 of the money is missing.

        // Two partnerships without a plan stand behind it, both second.
        await year.Wangcang.Put(Check(Ziyang, "2022-Y"), new AidCheckBody(Today)).Ok();
        await year.Tongjiang.Put(Check(Zhechuan, "2022-Y"), new AidCheckBody(Today)).Ok();
        await year.Silo.Projected();
        (await Ranks("2022-Y")).ShouldBe([(1, 3), (2, 3), (2, 3)]);

        await year.PartnerXiaoshan.Put(Path(Xiaoshan, 21), Money("ZJ-LATER", 1_00)).Ok();
        await year.Wangcang.Put(Path(Xiaoshan, 21) + "/decision", new AnswerBody(Day, "confirm")).Ok();
        await year.Silo.Projected();
        (await year.Wangcang.Read<AidCheckView>(Check(Xiaoshan, "2022-Y"))).Sum.ShouldBe(board.Sum);
        await year.Wangcang.Put(Check(Xiaoshan, "2022-Y"), new AidCheckBody(Today)).Ok(); // Sent again: the same check.
        (await year.Wangcang.Read<AidCheckView>(Check(Xiaoshan, "2022-Y"))).Sum.ShouldBe(board.Sum);
        await year.Wangcang.Put(Check(Xiaoshan, "2022-Y"), new AidCheckBody(Today.AddDays(-1))).Refused(CommandRefusal.CommandIdReused); // Its address names the act.
    }

    // What was confirmed in the moment before is in: the desk waits for the tables.
    [Fact]
    public async Task A_confirmation_just_before_the_check_is_in_it()
    {
        await year.PartnerZiyang.Put(Path(Ziyang, 31), Money("ZJ-JUST", 3_00)).Ok();
        await year.Wangcang.Put(Path(Ziyang, 31) + "/decision", new AnswerBody(Day, "confirm")).Ok();
        await year.Wangcang.Put(Check(Ziyang, "2022-Q4"), new AidCheckBody(Today)).Ok();
        (await year.Wangcang.Read<AidCheckView>(Check(Ziyang, "2022-Q4"))).Sum.ConfirmedFen.ShouldBe(103_00);
    }

    [Fact]
    public async Task What_was_found_goes_round_until_the_county_strikes_it_off()
    {
        var check = Check(Xiaoshan, "2022-H1");
        await year.Wangcang.Put(check, new AidCheckBody(Today)).Ok();
        await year.Wangcang.Put(check + "/findings/w-1", new FindingBody(Today, "资金尚有缺口", "旺苍县乡村振兴局", Today.AddDays(30), "funds")).Ok();
        await year.Wangcang.Put(check + "/findings/w-2", new FindingBody(Today, "劳务未安排", "萧山区", Today)).Ok();
        await year.Wangcang.Put(check + "/findings/w-3", new FindingBody(Today, "…", "县", Today, "magic")).Refused(Contracts.Households.PersonRefusal.TermUnknown);
        await year.Wangcang.Put(check + "/findings/w-1/closure", new ClosureBody(Today, true)).Refused(AidCheckRefusal.StateOutOfOrder);

        await year.PartnerXiaoshan.Put(check + "/findings/w-1/rectification", s_rectified).Ok();
        (await State(check, "w-1")).ShouldBe("rectified");
        await year.Silo.Projected();
        (await Tasks(year.Wangcang, "2022-H1")).ShouldBe([("rectify", "w-2"), ("settle", "w-1")]);
        (await Tasks(year.PartnerXiaoshan, "2022-H1")).ShouldBe([("rectify", "w-2")]);
        await year.Wangcang.Put(check + "/findings/w-1/closure", new ClosureBody(Today, false)).Refused(AidCheckRefusal.ReasonMissing);
        await year.Wangcang.Put(check + "/findings/w-1/closure", new ClosureBody(Today, false, "缺少回单")).Ok();
        (await State(check, "w-1")).ShouldBe("open");
        await year.Wangcang.Put(check + "/findings/w-1/rectifications/again", s_rectified with { Text = "回单已补" }).Ok();
        await year.Wangcang.Put(check + "/findings/w-1/closures/again", new ClosureBody(Today, true)).Ok();

        var closed = (await year.PartnerXiaoshan.Read<AidCheckView>(check)).Findings.Single(finding => finding.Finding == "w-1");
        (closed.State, closed.Field, closed.Rectification, closed.Reason, closed.IsOverdue).ShouldBe(("closed", "funds", "回单已补", "缺少回单", false));
        (await State(check, "w-2")).ShouldBe("open");
        await year.Silo.Projected();
        (await Tasks(year.Wangcang, "2022-H1")).ShouldBe([("rectify", "w-2")]);
    }

    // A report is the county's task until it is answered, then the partner's if it came back.
    [Fact]
    public async Task What_waits_stands_in_the_inbox_of_whoever_must_do_it()
    {
        await year.PartnerZiyang.Put(Path(Ziyang, 41), Money("ZJ-WAITS", 2_00)).Ok();
        await year.Silo.Projected();
        (await Waiting(year.Wangcang, 41)).ShouldBe("answer");
        (await Waiting(year.PartnerXiaoshan, 41)).ShouldBeNull();
        await year.Wangcang.Put(Path(Ziyang, 41) + "/decision", new AnswerBody(Day, "return", Reason: "凭证不清")).Ok();
        await year.Silo.Projected();
        (await Waiting(year.Wangcang, 41)).ShouldBeNull();
        (await Waiting(year.PartnerZiyang, 41)).ShouldBe("correct");
    }

    private static async Task<List<(string Kind, string? Finding)>> Tasks(HttpClient reader, string period) =>
        [.. (await reader.Read<AidTaskList>("/api/aid/tasks")).Items.Where(task => task.Period == period && task.Finding is not null && task.Partnership == Xiaoshan)
            .Select(task => (task.Kind, task.Finding)).Order()];

    private static async Task<string?> Waiting(HttpClient reader, int report) =>
        (await reader.Read<AidTaskList>("/api/aid/tasks")).Items.SingleOrDefault(task => task.Report is { } id && Path(Ziyang, report).EndsWith(id, StringComparison.Ordinal))?.Kind;

    [Fact]
    public async Task The_county_checks_its_own_and_either_side_and_who_is_above_reads()
    {
        var check = Check(Zhechuan, "2022-B3");
        await year.Wangcang.Put(check, new AidCheckBody(Today)).Refused(AccessRefusal.ScopeElsewhere);
        await year.PartnerZhechuan.Put(check, new AidCheckBody(Today)).Refused(AccessRefusal.RoleInsufficient);
        await year.Tongjiang.Put(Check(Zhechuan, "2022-B9"), new AidCheckBody(Today)).Refused(AidCheckRefusal.PeriodMalformed);
        await year.Tongjiang.Put(Check("nobody", "2022-B3"), new AidCheckBody(Today)).Refused(PartnershipRefusal.NotAgreed);
        await year.Tongjiang.GetAsync(check).Refused(AidCheckRefusal.CheckUnknown);
        await year.Tongjiang.Put(check, new AidCheckBody(Today)).Ok();
        await year.Tongjiang.Put(check + "/findings/w-1", new FindingBody(Today, "问题", "浙江省", Today)).Ok();
        await year.PartnerXiaoshan.Put(check + "/findings/w-1/rectification", s_rectified).Refused(AccessRefusal.ScopeElsewhere);
        await year.Jiachuan.Put(check + "/findings/w-1/rectification", s_rectified).Refused(AccessRefusal.RoleInsufficient);
        await year.PartnerZhechuan.Put(check + "/findings/w-1/rectification", s_rectified).Ok();
        await year.PartnerZhechuan.Put(check + "/findings/w-1/closure", new ClosureBody(Today, true)).Refused(AccessRefusal.RoleInsufficient);

        await year.Silo.Projected();
        foreach (var reader in new[] { year.Tongjiang, year.PartnerZhechuan, year.PartnerOfBoth, year.Province })
            (await reader.Read<List<AidCheckView>>($"/api/partnerships/{Zhechuan}/checks")).ShouldContain(view => view.Period == "2022-B3");
        await year.PartnerXiaoshan.GetAsync(check).Refused(AccessRefusal.ScopeElsewhere);
        await year.Wangcang.GetAsync($"/api/partnerships/{Zhechuan}/checks").Refused(AccessRefusal.ScopeElsewhere);
    }

    [Fact]
    public async Task What_is_due_is_told_until_it_is_checked_and_only_of_one_s_own()
    {
        var last = CheckPeriod.Of(Today.Year - 1).Single(period => period.Cycle == CheckCycle.YearEnd);
        var due = await year.PartnerZhechuan.Read<List<AidCheckDue>>("/api/aid/checks/due");
        due.Select(each => each.Partnership).Distinct().ShouldBe([Zhechuan]);
        due.ShouldContain(each => each.Period == last.Code && each.PeriodName == last.Name);
        due.ShouldAllBe(each => each.IsOverdue == each.DueOn < Today);
        due.Select(each => each.DueOn).ShouldBeInOrder();

        await year.Tongjiang.Put(Check(Zhechuan, last.Code), new AidCheckBody(Today)).Ok();
        await year.Silo.Projected();
        (await year.PartnerZhechuan.Read<List<AidCheckDue>>("/api/aid/checks/due")).Select(each => each.Period)
            .ShouldBe(due.Select(each => each.Period).Where(period => period != last.Code));
        (await year.Jiachuan.Read<List<AidCheckDue>>("/api/aid/checks/due")).Select(each => each.Partnership).Distinct().ShouldBe([Xiaoshan, Ziyang], ignoreOrder: true);
    }

    private async Task<(int Rank, int Ranked)[]> Ranks(string period)
    {
        var (first, second) = (await year.Province.Read<AidCheckView>(Check(Xiaoshan, period)), await year.Province.Read<AidCheckView>(Check(Ziyang, period)));
        var third = await year.Province.Read<AidCheckView>(Check(Zhechuan, period));
        return [(first.Rank, first.Ranked), (second.Rank, second.Ranked), (third.Rank, third.Ranked)];
    }

    private async Task<string> State(string check, string finding) =>
        (await year.Wangcang.Read<AidCheckView>(check)).Findings.Single(each => each.Finding == finding).State;
}
