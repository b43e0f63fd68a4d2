using Revitalization.Contracts.Releases;
using Revitalization.Portal.Pages.Charts;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Pages.Aid;

/// <summary>One field of a year: planned and delivered.</summary>
public sealed record FieldLine(string Field, PublicPlanLine? Plan, AidSums Sums);

/// <summary>A place with the partnership's projects in it.</summary>
/// <param name="Code">Of the township, or of the county where a project names no township.</param>
public sealed record PlaceLine(string Code, string Name, IReadOnlyList<PublicProject> Projects);

/// <summary>A month of the year and what happened in it.</summary>
public sealed record MonthLine(string Month, IReadOnlyList<string> Happened);

/// <summary>Everything the page of one partnership and one year shows.</summary>
public sealed record PartnershipYear(
    ReleaseManifest Release, PublicPartnership Partnership, int? Year, IReadOnlyList<int> Years, PublicPlan? Plan, IReadOnlyList<FieldLine> Fields,
    AidSums Sums, FlowPicture Picture, IReadOnlyList<PublicFlow> Flows, IReadOnlyList<PublicProject> Projects, IReadOnlyList<PlaceLine> Places,
    IReadOnlyList<MonthLine> Months, IReadOnlyList<IGrouping<string, PublicPairing>> Pairings)
{
    public string NameOf(string project) => Projects.FirstOrDefault(one => one.Id == project)?.Name ?? project;
}

/// <summary>Reads one partnership's year from the replica. Sums are made by the database; lists are bounded.</summary>
internal sealed class PartnershipReader(IReplicaReader replica, AidReplica aid)
{
    private const int TownshipLength = 9;

    public PartnershipYear Read(ReleaseManifest release, PublicPartnership partnership, int? asked)
    {
        var (number, code) = (release.Number, partnership.Code);
        var years = aid.Years(number, code);
        var plans = aid.Plans(number, code);
        // A year in which one report waits says less than the last that was planned.
        var newest = plans.Count > 0 ? plans.Max(each => each.Year) : years.Select(each => (int?)each).FirstOrDefault();
        var year = asked is { } wanted && years.Contains(wanted) ? wanted : newest;
        var projects = year is { } shown ? aid.Projects(number, code, shown) : [];
        var flows = year is { } flowing ? aid.Flows(number, code, flowing) : [];
        var plan = plans.FirstOrDefault(one => one.Year == year);
        var fields = year is { } of ? Fields(number, code, of) : [];
        return new(
            release, partnership, year, years, plan, fields, Total(fields),
            FlowDrawing.Of(flows, projects), flows, projects, Places(number, projects), year is { } told ? PartnershipMonths.Of(aid, number, code, told, plan, projects) : [],
            [.. aid.Pairings(number, code).GroupBy(pairing => pairing.Kind)]);
    }

    private IReadOnlyList<FieldLine> Fields(int release, string code, int year)
    {
        var planned = aid.PlanLines(release, code, year).ToDictionary(line => line.Field, StringComparer.Ordinal);
        var delivered = aid.ByField(release, code, year);
        return [.. AidWords.Fields.Where(field => planned.ContainsKey(field) || delivered.ContainsKey(field))
            .Select(field => new FieldLine(field, planned.GetValueOrDefault(field), delivered.GetValueOrDefault(field, AidSums.None(field))))];
    }

    private static AidSums Total(IReadOnlyList<FieldLine> fields) => fields.Aggregate(AidSums.None(""), (sum, line) => sum + line.Sums);

    private IReadOnlyList<PlaceLine> Places(int release, IReadOnlyList<PublicProject> projects) =>
        [.. projects.GroupBy(project => project.RegionCode.Length > TownshipLength ? project.RegionCode[..TownshipLength] : project.RegionCode)
            .OrderBy(place => place.Key, StringComparer.Ordinal)
            .Select(place => new PlaceLine(place.Key, replica.Region(release, place.Key)?.Name ?? place.Key, [.. place]))];
}
