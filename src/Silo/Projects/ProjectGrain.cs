using Revitalization.Domain.Calendar;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Events;
using Revitalization.Domain.Projects;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Grains;
using Revitalization.Silo.Policies;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Projects;

/// <summary>One project (项目), by its id.</summary>
public interface IProjectGrain : IGrainWithStringKey
{
    /// <param name="within">Prefixes of the regions the sender may act in; null for a reactor.</param>
    Task<CommandReply> Handle(ProjectCommand command, CommandContext context, string[]? within);

    /// <summary>The region it lies in and its stage; null before it is in the library.</summary>
    Task<ProjectPlace?> Place();

    /// <summary>The permit under which the project waits for this allocation; null where it does not.</summary>
    Task<long?> PermitOf(string allocation);
}

[GenerateSerializer, Immutable, Alias("project-place")]
public sealed record ProjectPlace(
    [property: Id(0)] string Region, [property: Id(1)] ProjectStage Stage, [property: Id(2)] long BudgetFen, [property: Id(3)] long AllocatedFen, [property: Id(4)] long Version);

public sealed class ProjectGrain(IEventLog log, TimeProvider clock, RegionBook regions, PolicyBook policies, ILogger<ProjectGrain> logger)
    : EventSourcedGrain<Project, ProjectEvent>(log, clock, logger, Snapshots.Project, Project.Empty, Project.Evolve), IProjectGrain
{
    protected override string Stream => $"project/{this.GetPrimaryKeyString()}";

    public Task<CommandReply> Handle(ProjectCommand command, CommandContext context, string[]? within) =>
        Handle(context, project => Within(project, command, within)
            ? ProjectRules.Decide(project, command, Clock.ChinaToday(), regions, Stages(project, command))
            : Contracts.Identity.AccessRefusal.ScopeElsewhere.On());

    public async Task<ProjectPlace?> Place()
    {
        var project = await Current();
        return project.Profile is { } profile ? new(profile.Region, project.Stage, profile.BudgetFen, project.AllocatedFen, project.Version) : null;
    }

    public async Task<long?> PermitOf(string allocation) => (await Current()).Expectations.GetValueOrDefault(allocation)?.Permit;

    private StageRules? Stages(Project project, ProjectCommand command) =>
        command is ReachStage && project.Profile is { } profile ? new(policies.For(profile.Region, command.On)) : null;

    // Both where it is and where it is to be: a project is not moved out of one's own county either.
    private static bool Within(Project project, ProjectCommand command, string[]? within)
    {
        if (within is null) return true;
        IEnumerable<string?> places = [project.Profile?.Region, (command as PutProject)?.Profile.Region];
        return places.OfType<string>().All(region => within.Any(prefix => region.StartsWith(prefix, StringComparison.Ordinal)));
    }
}
