using Revitalization.Domain.Assets;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Projects;
using Revitalization.Domain.Regions;

namespace Revitalization.Domain.Tests.Projects;

public sealed class ProjectAssetTests
{
    private static readonly DateOnly Day = new(2022, 5, 1);
    private static readonly ProjectProfile Park = new("菌棚", ProjectCategory.Industry, "510821", null, 2022, 1_000, false);
    private static readonly AssetProfile Shed = new("食用菌大棚", AssetClass.Operating, "510821101", 600, "联合社", "村委会", "日常巡查", 6);

    private static Project After(Project project, ProjectCommand command)
    {
        var decision = ProjectRules.Decide(project, command, Day, RegionBook.Shipped);
        decision.Refusal.ShouldBeNull(command.ToString());
        return decision.Events.Aggregate(project, Project.Evolve);
    }

    private static Project At(ProjectStage stage) => Enum.GetValues<ProjectStage>().Where(each => each > ProjectStage.Proposed && each <= stage)
        .Aggregate(After(Project.Empty, new PutProject(Day, Park)), (project, each) => After(project, new ReachStage(Day, each, "文件", ["e"])));

    private static void Refuses(Project project, ProjectCommand command, Enum refusal)
    {
        var decision = ProjectRules.Decide(project, command, Day, RegionBook.Shipped);
        decision.Refusal.ShouldNotBeNull().Code.ShouldBe(refusal.On().Code);
        decision.Events.ShouldBeEmpty();
    }

    private static PutAsset Put(AssetProfile? profile = null, string id = "z1") => new(Day, id, profile ?? Shed);

    [Fact]
    public void Only_an_accepted_project_leaves_assets()
    {
        Refuses(At(ProjectStage.Completed), Put(), AssetRefusal.ProjectNotAccepted);
        After(At(ProjectStage.Accepted), Put()).AssetFen.ShouldBe(600);
        After(At(ProjectStage.HandedOver), Put()).AssetFen.ShouldBe(600);
        Refuses(At(ProjectStage.Accepted), Put() with { On = Day.AddDays(-1) }, AssetRefusal.DayOutOfOrder);
    }

    // An audit asks first whether the assets are worth what was invested: never more.
    [Fact]
    public void Assets_together_are_worth_no_more_than_the_total_investment()
    {
        var one = After(At(ProjectStage.Accepted), Put());

        Refuses(one, Put(Shed with { ValueFen = 401 }, "z2"), AssetRefusal.AboveInvestment);
        After(one, Put(Shed with { ValueFen = 400 }, "z2")).AssetFen.ShouldBe(1_000);
        After(one, Put(Shed with { ValueFen = 1_000 })).AssetFen.ShouldBe(1_000); // A correction replaces its own earlier value.
        Refuses(one, new PutProject(Day, Park with { BudgetFen = 599 }), AssetRefusal.AboveInvestment);
        After(one, new PutProject(Day, Park with { BudgetFen = 600 })).Profile!.BudgetFen.ShouldBe(600);
    }

    [Fact]
    public void What_a_registration_cannot_say_is_refused_by_field()
    {
        var accepted = At(ProjectStage.Accepted);
        foreach (var broken in new[]
        {
            Shed with { Name = "" }, Shed with { Class = (AssetClass)99 }, Shed with { Region = "510821" }, Shed with { Region = "510823101" }, Shed with { ValueFen = 0 },
            Shed with { Owner = " " }, Shed with { Keeper = "" }, Shed with { Duty = "" }, Shed with { InspectEveryMonths = 61 },
        })
            Refuses(accepted, Put(broken), AssetRefusal.ProfileImplausible);
        Refuses(After(accepted, Put()), Put(Shed with { Keeper = "另一人" }), AssetRefusal.ProfileFixed);
        Refuses(After(accepted, Put()), Put(Shed with { Class = AssetClass.Public }), AssetRefusal.ProfileFixed);
        ProjectRules.Decide(After(accepted, Put()), Put(), Day, RegionBook.Shipped).Events.ShouldBeEmpty();
    }

    [Fact]
    public void Room_is_held_until_the_money_comes_or_is_declined()
    {
        var asked = After(At(ProjectStage.Approved), new ExpectMoney(Day, "d1", "f", 700));

        Refuses(asked, new ExpectMoney(Day, "d2", "f", 301), ProjectRefusal.AboveBudget);
        Refuses(asked, new ExpectMoney(Day, "d1", "f", 699), ProjectRefusal.IdReused);
        Refuses(asked, new PutProject(Day, Park with { BudgetFen = 699 }), ProjectRefusal.AboveBudget);
        Refuses(asked, new CancelProject(Day, "不再实施"), ProjectRefusal.MoneyLeft);
        Refuses(At(ProjectStage.Proposed), new ExpectMoney(Day, "d1", "f", 1), ProjectRefusal.StageOutOfOrder);
        var permit = asked.Expectations["d1"].Permit;
        ProjectRules.Decide(asked, new GiveUpMoney(Day, "d1", permit - 1), Day, RegionBook.Shipped).Events.ShouldBeEmpty(); // An earlier asking's answer.
        After(asked, new GiveUpMoney(Day, "d1", permit)).ExpectedFen.ShouldBe(0);
        var received = After(asked, new ReceiveMoney(Day, "d1", "f", 700));
        (received.AllocatedFen, received.ExpectedFen).ShouldBe((700, 0));
    }
}
