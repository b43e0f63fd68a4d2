using Revitalization.Contracts.Projects;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Funds;
using Revitalization.Domain.Policies;
using Revitalization.Domain.Projects;
using Revitalization.Silo.Funds;
using Revitalization.Silo.Households;
using Revitalization.Silo.Policies;

namespace Revitalization.Silo.Projects.Lists;

/// <summary>Work relief judged (以工代赈占比): both bases by the pack of the day on which the work was started, or of today before it is.</summary>
public sealed class LabourReader(ProjectReader projects, PolicyBook policies, TimeProvider clock)
{
    public async Task<(ProjectLabour? Labour, Enum? Refusal)> Read(string id, Sender by, CancellationToken cancellation)
    {
        var (project, refusal) = await projects.State(id, by, cancellation);
        if (project?.Profile is not { } profile) return (null, refusal);
        if (!profile.WorkRelief) return (null, ProjectRefusal.NotWorkRelief);
        var on = project.Stages.FirstOrDefault(stage => stage.Stage == ProjectStage.Started)?.On ?? clock.ChinaToday();
        var pack = policies.For(profile.Region, on);
        var central = project.Allocations.Values.Where(each => FundKeys.Read(each.Fund)?.Source == FundSource.Central).Sum(each => each.LeftFen);
        var rosters = project.Rosters.Values.ToList();
        var (pay, people) = (rosters.Sum(roster => roster.PayFen), Most(rosters, roster => roster.People));
        return (new(
            id, Most(rosters, roster => roster.Posts), Most(rosters, roster => roster.Households), people, Most(rosters, roster => roster.LiftedHouseholds),
            Most(rosters, roster => roster.LiftedPeople), pay, project.LabourPayFen, people == 0 ? null : (long)(((Int128)pay * 2 + people) / (2 * people)),
            [
                Share("total", pack, WorkRelief.Judge(pack, WorkRelief.OfTotalRule, on, project.LabourPayFen, profile.BudgetFen)),
                Share("central", pack, WorkRelief.Judge(pack, WorkRelief.OfCentralRule, on, project.LabourPayFen, central)),
            ]), null);
    }

    // Who worked in two months stands in two rosters, and rosters hold no names: the fullest month is what is known for sure.
    private static int Most(List<PayRosterPut> rosters, Func<PayRosterPut, int> count) => rosters.Select(count).DefaultIfEmpty().Max();

    private static LabourShare Share(string basis, PolicyPack pack, LabourOn judged) => new(
        basis, judged.ShareBasisPoints, judged.FloorBasisPoints, judged.IsMet, judged.MarginFen, judged.Source is { } source ? Cited(pack, source) : null);

    private static string Cited(PolicyPack pack, Citation source)
    {
        var title = pack.Documents.FirstOrDefault(document => document.Id == source.Document)?.Title ?? source.Document;
        return $"《{title}》{source.Clause}{(source.Assumed is { } assumed ? $"（推定：{assumed}）" : $"：“{source.Phrase}”")}";
    }
}
