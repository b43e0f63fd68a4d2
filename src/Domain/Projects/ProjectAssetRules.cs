using Revitalization.Domain.Assets;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Regions;

namespace Revitalization.Domain.Projects;

/// <summary>
/// What an accepted project leaves (资产登记). The values of its assets together never exceed its total investment: not what was paid, since the
/// retention money (质保金) is paid after the hand-over and part of an investment may be the owner's own, and neither would the asset be worth less.
/// </summary>
public static partial class ProjectRules
{
    private const int InspectMonthsMax = 60;

    private static Decision<ProjectEvent> PutAsset(Project project, PutAsset c, RegionBook regions)
    {
        if (project.Stage is not (ProjectStage.Accepted or ProjectStage.HandedOver)) return AssetRefusal.ProjectNotAccepted.On();
        if (c.On < project.Stages.First(stage => stage.Stage == ProjectStage.Accepted).On) return AssetRefusal.DayOutOfOrder.On("on");
        if (Implausible(project, c.Profile, regions) is { } field) return AssetRefusal.ProfileImplausible.On(field);
        var known = project.Assets.GetValueOrDefault(c.Asset);
        if (known == c.Profile) return Decision<ProjectEvent>.Nothing;
        if (known is not null && (known.Class, known.Owner, known.Keeper) != (c.Profile.Class, c.Profile.Owner, c.Profile.Keeper)) return AssetRefusal.ProfileFixed.On();
        return project.AssetFen - (known?.ValueFen ?? 0) + c.Profile.ValueFen > project.Profile!.BudgetFen
            ? AssetRefusal.AboveInvestment.On("valueFen")
            : new AssetPut(c.On, c.Asset, c.Profile);
    }

    private static string? Implausible(Project project, AssetProfile profile, RegionBook regions)
    {
        if (!Says(profile.Name, NameMax)) return "name";
        if (!Enum.IsDefined(profile.Class)) return "class";
        if (!StandsIn(profile.Region, project.Profile!.Region[..6], regions)) return "region";
        if (!IsAmount(profile.ValueFen)) return "valueFen";
        if (!Says(profile.Owner, NameMax)) return "owner";
        if (!Says(profile.Keeper, NameMax)) return "keeper";
        if (!Says(profile.Duty, TextMax)) return "duty";
        return profile.InspectEveryMonths is < 0 or > InspectMonthsMax ? "inspectEveryMonths" : null;
    }

    /// <summary>A township or village of the project's county.</summary>
    private static bool StandsIn(string region, string county, RegionBook regions) =>
        region.Length > county.Length && region.StartsWith(county, StringComparison.Ordinal) && IsPlace(region, regions);
}
