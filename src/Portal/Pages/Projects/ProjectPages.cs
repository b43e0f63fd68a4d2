using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Revitalization.Contracts.Releases;
using Revitalization.Portal.Pages.Layout;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Pages.Projects;

public sealed record ProjectsView(
    ReleaseManifest? Release, IReadOnlyList<PublicProject> Projects, IReadOnlyList<PublicPartnership> Partnerships, IReadOnlyList<int> Years, string? Partnership, int? Year, bool IsCut);

/// <param name="Place">Null where the release does not hold the region.</param>
public sealed record ProjectView(
    ReleaseManifest Release, PublicProject Project, RegionRow? Place, PublicPartnership? Partnership, IReadOnlyList<PublicFlow> Flows, IReadOnlyList<PublicAsset> Assets);

/// <summary><c>/projects</c> and <c>/projects/{id}</c>: the project library (项目库).</summary>
internal static class ProjectPages
{
    public static void Map(WebApplication app)
    {
        app.MapPage("/projects", List).AllowAnonymous();
        app.MapPage("/projects/{id}", Show).AllowAnonymous();
    }

    private static ReleasedPage<ProjectsPage, ProjectsView> List(
        string? partnership, [FromQuery(Name = "year")] string? stated, IReplicaReader replica, AidReplica aid)
    {
        // A form sends "all years" as an empty text, which is no number.
        var year = int.TryParse(stated, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
        if (replica.Current is not { } release) return new(null, new(null, [], [], [], null, null, IsCut: false));
        var asked = partnership is { Length: > 0 } code ? code : null;
        var projects = aid.Projects(release.Number, asked, year);
        var years = aid.Projects(release.Number).Select(project => project.Year).Distinct().OrderDescending().ToList();
        return new(release, new(release, projects, aid.Partnerships(release.Number), years, asked, year, projects.Count == AidReplica.MostRows));
    }

    private static IResult Show(string id, IReplicaReader replica, AidReplica aid)
    {
        if (replica.Current is not { } release || aid.Project(release.Number, id) is not { } project)
            return new ReleasedPage<NotFoundPage, ReleaseManifest?>(replica.Current, replica.Current, StatusCodes.Status404NotFound);
        return new ReleasedPage<ProjectPage, ProjectView>(release, new(
            release, project, replica.Region(release.Number, project.RegionCode),
            project.PartnershipCode is { } code ? aid.Partnership(release.Number, code) : null,
            aid.FlowsOf(release.Number, id), aid.Assets(release.Number, id)));
    }
}
