using Revitalization.Domain.Commands;
using Revitalization.Domain.Projects;
using Revitalization.Domain.Regions;

namespace Revitalization.Domain.Tests.Projects;

public sealed class ProjectTests
{
    private static readonly DateOnly Day = new(2022, 5, 1);
    private static readonly string[] Proof = ["0f343b0931126a20f133d67c2b018a3b1c4b8a4f2c2f2f3c9f8a4f4f0b7e1d11"];

    // The demonstration village 太平场村 of 通江: 18,950,000 yuan in all.
    private static readonly ProjectProfile Village = new("太平场村示范村建设", ProjectCategory.Village, "511921", "zhechuan-tongjiang", 2022, 18_950_000_00, WorkRelief: true);

    private static Project After(Project project, ProjectCommand command)
    {
        var decision = ProjectRules.Decide(project, command, Day, RegionBook.Shipped);
        decision.Refusal.ShouldBeNull(command.ToString());
        return decision.Events.Aggregate(project, Project.Evolve);
    }

    private static Project With(params ProjectCommand[] commands) => commands.Aggregate(Project.Empty, After);

    private static void Refuses(Project project, ProjectCommand command, ProjectRefusal refusal)
    {
        var decision = ProjectRules.Decide(project, command, Day, RegionBook.Shipped);
        decision.Refusal.ShouldNotBeNull().Code.ShouldBe(refusal.On().Code);
        decision.Events.ShouldBeEmpty();
    }

    private static ReachStage Stage(ProjectStage stage) => new(Day, stage, "文件", [.. Proof]);
    private static ReceiveMoney Received(long fen) => new(Day, "d1", "511921-2022-EastWest", fen);
    private static PayMoney Pay(long fen, string id = "y1", PaymentPurpose purpose = PaymentPurpose.Labour) => new(Day, id, "d1", fen, purpose, $"V-{id}", [.. Proof]);
    private static Project Contracted(long fen = 0) => With(
        [new PutProject(Day, Village), Stage(ProjectStage.Approved), Stage(ProjectStage.Contracted), .. fen > 0 ? [Received(fen)] : Array.Empty<ProjectCommand>()]);

    [Fact]
    public void Stages_follow_one_another_and_none_is_jumped()
    {
        var handedOver = Enum.GetValues<ProjectStage>().Where(stage => stage is > ProjectStage.Proposed and < ProjectStage.Cancelled)
            .Aggregate(With(new PutProject(Day, Village)), (project, stage) => After(project, Stage(stage)));

        handedOver.Stage.ShouldBe(ProjectStage.HandedOver);
        Refuses(With(new PutProject(Day, Village)), Stage(ProjectStage.Contracted), ProjectRefusal.StageOutOfOrder);
        Refuses(handedOver, Stage(ProjectStage.Cancelled), ProjectRefusal.StageOutOfOrder);
        ProjectRules.Decide(handedOver, Stage(ProjectStage.Approved), Day, RegionBook.Shipped).Events.ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_is_paid_above_what_was_allocated()
    {
        var paid = After(Contracted(100), Pay(60));

        paid.PaidFen.ShouldBe(60);
        Refuses(paid, Pay(41, "y2"), ProjectRefusal.AboveAllocation);
        After(After(paid, Pay(40, "y2", PaymentPurpose.Works)), new ReversePayment(Day, "y1", "误付登记")).PaidFen.ShouldBe(40);
    }

    [Fact]
    public void Only_what_is_not_paid_goes_back_to_the_fund()
    {
        var paid = After(Contracted(100), Pay(60));

        Refuses(paid, new GiveBackMoney(Day, "b1", "d1", 41, "结余"), ProjectRefusal.AboveAllocation);
        var back = After(paid, new GiveBackMoney(Day, "b1", "d1", 40, "结余"));
        back.AllocatedFen.ShouldBe(60);
        Refuses(back, Pay(1, "y2"), ProjectRefusal.AboveAllocation);
    }

    // A fund may have given money while somebody cancelled the project: it must be able to come in and go back.
    [Fact]
    public void Money_that_reaches_a_cancelled_project_can_only_go_back()
    {
        var cancelled = After(Contracted(), new CancelProject(Day, "不再实施"));
        var late = After(cancelled, Received(50));

        Refuses(late, Pay(1), ProjectRefusal.Cancelled);
        After(late, new GiveBackMoney(Day, "b1", "d1", 50, "项目取消")).AllocatedFen.ShouldBe(0);
    }

    [Fact]
    public void Every_act_sent_twice_counts_once()
    {
        ProjectCommand[] acts = [Received(100), Pay(60), new GiveBackMoney(Day, "b1", "d1", 10, "结余"), new PutBeneficiary(Day, "h1", "务工", 100), Roster()];
        var project = acts.Aggregate(Contracted(), After);

        foreach (var act in acts) ProjectRules.Decide(project, act, Day, RegionBook.Shipped).Events.ShouldBeEmpty(act.ToString());
    }

    private static PutPayRoster Roster() => new(Day, "2022-05", 20, 288, 386, 62, 84, 2_940_000_00, [.. Proof]);

    [Fact]
    public void What_a_project_cannot_be_or_do_is_refused_by_name()
    {
        Refuses(Project.Empty, Pay(1), ProjectRefusal.ProjectUnknown);
        Refuses(Project.Empty, new PutProject(Day.AddDays(1), Village), ProjectRefusal.DayOutOfOrder);
        Refuses(Project.Empty, new PutProject(Day, Village with { BudgetFen = 0 }), ProjectRefusal.ProfileImplausible);
        Refuses(Project.Empty, new PutProject(Day, Village with { Region = "51" }), ProjectRefusal.ProfileImplausible);
        Refuses(Contracted(), new PutProject(Day, Village with { Year = 2023 }), ProjectRefusal.ProfileFixed);
        Refuses(Contracted(100), new PutProject(Day, Village with { BudgetFen = 99 }), ProjectRefusal.AboveBudget);
        Refuses(Contracted(), Stage(ProjectStage.Started) with { Evidence = [] }, ProjectRefusal.EvidenceMissing);
        Refuses(With(new PutProject(Day, Village)), new PayMoney(Day, "y1", "d1", 1, PaymentPurpose.Works, "V", [.. Proof]), ProjectRefusal.EntryUnknown);
        Refuses(With(new PutProject(Day, Village), Received(9)), Pay(1), ProjectRefusal.NotContracted);
        Refuses(Contracted(100), new CancelProject(Day, "不再实施"), ProjectRefusal.MoneyLeft);
        Refuses(Contracted(), Received(0), ProjectRefusal.AmountImplausible);
        Refuses(Contracted(100), Received(99), ProjectRefusal.IdReused);
        Refuses(After(Contracted(100), Pay(1)), Pay(1, "y2") with { Voucher = "V-y1" }, ProjectRefusal.VoucherReused);
        Refuses(Contracted(100), Pay(1) with { Voucher = "" }, ProjectRefusal.TextImplausible);
        Refuses(Contracted(), Roster() with { LiftedPeople = 387 }, ProjectRefusal.CountsImplausible);
        Refuses(With(new PutProject(Day, Village with { WorkRelief = false })), Roster(), ProjectRefusal.NotWorkRelief);
        Refuses(After(Contracted(), new CancelProject(Day, "不再实施")), Stage(ProjectStage.Started), ProjectRefusal.Cancelled);
    }

    [Fact]
    public void A_project_holds_only_so_many_entries()
    {
        var full = Contracted() with
        {
            Beneficiaries = Contracted().Beneficiaries.AddRange(Enumerable.Range(0, ProjectRules.EntriesMax).Select(
                number => KeyValuePair.Create($"h{number}", new BeneficiaryPut(Day, $"h{number}", "务工", 0)))),
        };

        Refuses(full, new PutBeneficiary(Day, "more", "务工", 0), ProjectRefusal.TooMany);
    }
}
