using Revitalization.Domain.Commands;
using Revitalization.Domain.Policies;
using Revitalization.Domain.Projects;
using Revitalization.Domain.Regions;

namespace Revitalization.Domain.Tests.Projects;

public sealed class StageRulesTests
{
    private static readonly DateOnly Day = new(2022, 5, 1);
    private static readonly StageRules Default = new(ShippedPacks.Default);

    private static readonly StageRules Strict = new(ShippedPacks.Default with
    {
        Rules = new Dictionary<string, PolicyRule>(StringComparer.Ordinal)
        {
            [StageRules.PapersRule(ProjectStage.Approved)] = new ChecklistRule(
                StageRules.PapersRule(ProjectStage.Approved), "立项材料", "papers", [new(new(2022, 1, 1), new(["立项批复", "公示照片"]), new("d", "c", "p", null))]),
        },
    });

    private static readonly Project Library = ProjectRules.Decide(
        Project.Empty, new PutProject(Day, new("桥", ProjectCategory.Infrastructure, "510821", null, 2022, 1, false)), Day, RegionBook.Shipped).Events.Aggregate(Project.Empty, Project.Evolve);

    private static string? Refusal(StageRules rules, params ReadOnlySpan<string> papers) => ProjectRules.Decide(
        Library, new ReachStage(Day, ProjectStage.Approved, "批复", [.. papers.Length == 0 ? ["e"] : Enumerable.Repeat("e", papers.Length)], [.. papers]), Day, RegionBook.Shipped, rules).Refusal?.Code;

    [Fact]
    public void A_stage_is_reached_with_all_papers_that_the_pack_names()
    {
        Refusal(Strict, "立项批复", "公示照片", "会议纪要").ShouldBeNull();
        Refusal(Strict, "立项批复", "会议纪要").ShouldBe(ProjectRefusal.PapersMissing.On().Code);
        Refusal(Default, "立项批复").ShouldBeNull();
    }

    // Who does not say what each file is must at least have as many as papers are asked for.
    [Fact]
    public void Unnamed_files_are_counted()
    {
        Refusal(Strict).ShouldBe(ProjectRefusal.PapersMissing.On().Code);
        Refusal(Default).ShouldBeNull();
    }

    [Fact]
    public void The_next_stage_is_due_by_the_pack_and_the_last_one_by_none()
    {
        Default.NextDueOn(ProjectStage.Proposed, Day).ShouldBeNull(); // A project may wait in the library.
        Default.NextDueOn(ProjectStage.Approved, Day).ShouldBe(new DateOnly(2022, 7, 30));
        Default.NextDueOn(ProjectStage.HandedOver, Day).ShouldBeNull();
        Default.NextDueOn(ProjectStage.Cancelled, Day).ShouldBeNull();
        Default.NextDueOn(ProjectStage.Approved, new(2020, 12, 31)).ShouldBeNull(); // Before the rule began.
    }

    // 太平场村 of 通江: passes 15 % of its total investment by 97,500 yuan; central funds are not stated.
    [Fact]
    public void Labour_s_share_is_judged_against_the_pack_s_floor_on_each_basis()
    {
        var tongjiang = ShippedPacks.Find("tongjiang-2023")!;

        var total = WorkRelief.Judge(tongjiang, WorkRelief.OfTotalRule, Day, 2_940_000_00, 18_950_000_00);
        (total.ShareBasisPoints, total.FloorBasisPoints, total.IsMet, total.MarginFen).ShouldBe((1551, 1500, true, 97_500_00));
        var short_ = WorkRelief.Judge(tongjiang, WorkRelief.OfTotalRule, Day, 2_842_499_99, 18_950_000_00);
        (short_.IsMet, short_.MarginFen).ShouldBe((false, -1));
        var central = WorkRelief.Judge(ShippedPacks.Default, WorkRelief.OfCentralRule, new(2023, 3, 1), 2_940_000_00, 0);
        (central.ShareBasisPoints, central.FloorBasisPoints, central.IsMet, central.MarginFen).ShouldBe(((int?)null, (int?)3000, (bool?)null, (long?)null));
        WorkRelief.Judge(ShippedPacks.Default, WorkRelief.OfTotalRule, Day, 1, 2).ShouldBe(new(5000, null, null, null, null)); // No document sets a floor: none is invented.
    }
}
