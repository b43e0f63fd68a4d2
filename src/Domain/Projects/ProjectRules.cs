using System.Diagnostics;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Regions;

namespace Revitalization.Domain.Projects;

/// <summary>From the library to the handed-over asset (项目库 → 移交). Money's own rules stand in <c>ProjectMoneyRules</c>.</summary>
public static partial class ProjectRules
{
    public const int EntriesMax = 20_000;
    private const int NameMax = 100;
    private const int TextMax = 200;

    /// <param name="stages">What the county's pack asks of stages; null where no stage is reached.</param>
    public static Decision<ProjectEvent> Decide(Project project, ProjectCommand command, DateOnly today, RegionBook regions, StageRules? stages = null)
    {
        if (command.On > today) return ProjectRefusal.DayOutOfOrder.On("on");
        if (command is PutProject put) return Put(project, put, regions);
        if (project.Stage == ProjectStage.None) return ProjectRefusal.ProjectUnknown.On();
        if (project.Stage == ProjectStage.Cancelled && command is not (CancelProject or ReceiveMoney or GiveUpMoney or GiveBackMoney)) return ProjectRefusal.Cancelled.On();
        if (Entries(project) >= EntriesMax && command is not (ReceiveMoney or GiveUpMoney or GiveBackMoney)) return ProjectRefusal.TooMany.On();
        return command switch
        {
            ReachStage c => Reach(project, c, stages),
            CancelProject c => Cancel(project, c),
            ExpectMoney c => Expect(project, c),
            GiveUpMoney c => GiveUp(project, c),
            ReceiveMoney c => Receive(project, c),
            GiveBackMoney c => GiveBack(project, c),
            PayMoney c => Pay(project, c),
            ReversePayment c => Reverse(project, c),
            PutPayRoster c => PutRoster(project, c),
            PutBeneficiary c => Benefit(project, c),
            PutAsset c => PutAsset(project, c, regions),
            _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
        };
    }

    private static int Entries(Project project) =>
        project.Payments.Count + project.Beneficiaries.Count + project.Rosters.Count + project.Allocations.Count + project.Expectations.Count + project.Assets.Count;

    private static Decision<ProjectEvent> Put(Project project, PutProject c, RegionBook regions)
    {
        if (project.Stage == ProjectStage.Cancelled) return ProjectRefusal.Cancelled.On();
        var profile = c.Profile;
        if (!Says(profile.Name, NameMax)) return ProjectRefusal.ProfileImplausible.On("name");
        if (!Enum.IsDefined(profile.Category)) return ProjectRefusal.ProfileImplausible.On("category");
        if (!IsPlace(profile.Region, regions)) return ProjectRefusal.ProfileImplausible.On("region");
        if (profile.Year is < 2000 or > 2100) return ProjectRefusal.ProfileImplausible.On("year");
        if (!IsAmount(profile.BudgetFen)) return ProjectRefusal.ProfileImplausible.On("budgetFen");
        if (project.Profile == profile) return Decision<ProjectEvent>.Nothing;
        if (project.AllocatedFen + project.ExpectedFen > profile.BudgetFen) return ProjectRefusal.AboveBudget.On("budgetFen");
        if (project.AssetFen > profile.BudgetFen) return Assets.AssetRefusal.AboveInvestment.On("budgetFen");
        return project.Stage >= ProjectStage.Approved && !SameFrame(project.Profile!, profile) ? ProjectRefusal.ProfileFixed.On() : new ProjectPut(c.On, profile);
    }

    private static bool SameFrame(ProjectProfile known, ProjectProfile stated) =>
        (known.Region, known.Year, known.Partnership, known.WorkRelief) == (stated.Region, stated.Year, stated.Partnership, stated.WorkRelief);

    private static bool IsPlace(string code, RegionBook regions) => VillageCode.IsWellFormed(code)
        ? regions.Find(VillageCode.Township(code)) is not null
        : regions.Find(code) is { Level: RegionLevel.County or RegionLevel.Township };

    private static Decision<ProjectEvent> Reach(Project project, ReachStage c, StageRules? stages)
    {
        if (project.Stages.Any(stage => stage.Stage == c.Stage && stage.On == c.On && stage.Document == c.Document)) return Decision<ProjectEvent>.Nothing;
        if (c.Stage != project.Stage + 1 || c.Stage > ProjectStage.HandedOver) return ProjectRefusal.StageOutOfOrder.On("stage");
        if (c.On < project.Stages[^1].On) return ProjectRefusal.DayOutOfOrder.On("on");
        if (!Says(c.Document, TextMax)) return ProjectRefusal.EvidenceMissing.On("document");
        if (c.Evidence.IsDefaultOrEmpty) return ProjectRefusal.EvidenceMissing.On("evidence");
        return stages is null || stages.AreComplete(c)
            ? new StageReached(c.On, c.Stage, c.Document, c.Evidence, c.Papers)
            : ProjectRefusal.PapersMissing.On("evidence");
    }

    private static Decision<ProjectEvent> Cancel(Project project, CancelProject c)
    {
        if (project.Stage == ProjectStage.Cancelled) return Decision<ProjectEvent>.Nothing;
        if (project.Stage >= ProjectStage.Completed) return ProjectRefusal.StageOutOfOrder.On();
        if (!Says(c.Reason, TextMax)) return ProjectRefusal.TextImplausible.On("reason");
        return project.AllocatedFen > 0 || project.PaidFen > 0 || project.ExpectedFen > 0 ? ProjectRefusal.MoneyLeft.On() : new ProjectCancelled(c.On, c.Reason);
    }

    private static Decision<ProjectEvent> PutRoster(Project project, PutPayRoster c)
    {
        if (!project.Profile!.WorkRelief) return ProjectRefusal.NotWorkRelief.On();
        if (c.Posts < 0 || c.LiftedHouseholds < 0 || c.LiftedHouseholds > c.Households || c.LiftedPeople < 0 || c.LiftedPeople > c.People || c.Households > c.People)
            return ProjectRefusal.CountsImplausible.On("people");
        if (!IsAmount(c.PayFen)) return ProjectRefusal.AmountImplausible.On("payFen");
        if (c.Evidence.IsDefaultOrEmpty) return ProjectRefusal.EvidenceMissing.On("evidence");
        var stated = new PayRosterPut(c.On, c.Roster, c.Posts, c.Households, c.People, c.LiftedHouseholds, c.LiftedPeople, c.PayFen, c.Evidence);
        return project.Rosters.TryGetValue(c.Roster, out var known) && known with { Evidence = c.Evidence } == stated && known.Evidence.SequenceEqual(c.Evidence)
            ? Decision<ProjectEvent>.Nothing
            : stated;
    }

    private static Decision<ProjectEvent> Benefit(Project project, PutBeneficiary c)
    {
        if (!Says(c.Benefit, NameMax)) return ProjectRefusal.TextImplausible.On("benefit");
        if (c.Fen < 0 || c.Fen > Funds.FundRules.AmountMaxFen) return ProjectRefusal.AmountImplausible.On("fen");
        var stated = new BeneficiaryPut(c.On, c.Household, c.Benefit, c.Fen);
        return project.Beneficiaries.TryGetValue(c.Household, out var known) && known == stated ? Decision<ProjectEvent>.Nothing : stated;
    }

    private static bool IsAmount(long fen) => fen is > 0 and <= Funds.FundRules.AmountMaxFen;

    private static bool Says(string? text, int most) => !string.IsNullOrWhiteSpace(text) && text.Length <= most;
}
