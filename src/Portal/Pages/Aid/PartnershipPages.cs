using Revitalization.Contracts.Releases;
using Revitalization.Portal.Pages.Layout;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Pages.Aid;

/// <summary><c>/partnerships</c> and <c>/partnerships/{code}?year=</c>: aid between partners (协作帮扶).</summary>
internal static class PartnershipPages
{
    public static void Map(WebApplication app)
    {
        app.MapPage("/partnerships", List).AllowAnonymous();
        app.MapPage("/partnerships/{code}", Show).AllowAnonymous();
    }

    private static ReleasedPage<PartnershipsPage, PartnershipsView> List(IReplicaReader replica, AidReplica aid) =>
        new(replica.Current, new(replica.Current, PartnershipLines.Read(replica, aid)));

    private static IResult Show(string code, int? year, IReplicaReader replica, AidReplica aid) =>
        replica.Current is { } release && aid.Partnership(release.Number, code) is { } partnership
            ? new ReleasedPage<PartnershipPage, PartnershipYear>(release, new PartnershipReader(replica, aid).Read(release, partnership, year))
            : new ReleasedPage<NotFoundPage, ReleaseManifest?>(replica.Current, replica.Current, StatusCodes.Status404NotFound);
}

public sealed record PartnershipsView(ReleaseManifest? Release, IReadOnlyList<PartnershipLine> Partnerships);

/// <summary>One partnership at a glance: its newest plan, and what came in all years.</summary>
/// <param name="MoneyFen">Confirmed money of the plan's own year.</param>
public sealed record PartnershipLine(PublicPartnership Partnership, PublicPlan? Plan, long MoneyFen, AidSums Sums, int Projects);

internal static class PartnershipLines
{
    public static IReadOnlyList<PartnershipLine> Read(IReplicaReader replica, AidReplica aid)
    {
        if (replica.Current is not { } release) return [];
        var sums = aid.ByPartnership(release.Number);
        var projects = aid.Projects(release.Number).Where(project => project.PartnershipCode is not null)
            .CountBy(project => project.PartnershipCode!, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return [.. aid.Partnerships(release.Number).Select(partnership =>
        {
            var plan = aid.Plans(release.Number, partnership.Code).MaxBy(each => each.Year);
            var money = plan is null ? 0 : aid.ByField(release.Number, partnership.Code, plan.Year).Values.Sum(field => field.MoneyFen);
            return new PartnershipLine(
                partnership, plan, money, sums.GetValueOrDefault(partnership.Code, AidSums.None(partnership.Code)), projects.GetValueOrDefault(partnership.Code));
        })];
    }
}
