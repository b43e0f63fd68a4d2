using Revitalization.Contracts.Funds;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Projects;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Funds;
using Revitalization.Domain.Projects;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Aid.Lists;
using Revitalization.Silo.Funds;
using Revitalization.Silo.Funds.Lists;
using Revitalization.Silo.Grains;
using Revitalization.Silo.Households;
using Revitalization.Silo.Policies;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Projects.Lists;
using Revitalization.Silo.Regions;
using Revitalization.Storage.EventLog;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Projects;

/// <summary>One project and one fund from their own streams. What a fund's money paid is summed over the projects it went to.</summary>
public sealed class ProjectReader(IEventLog log, IRegistryDatabase database, FundBoard board, RegionBook regions, PolicyBook policies, TimeProvider clock)
{
    public async Task<(ProjectView? View, Enum? Refusal)> Project(string id, Sender by, CancellationToken cancellation)
    {
        var (project, refusal) = await State(id, by, cancellation);
        return project is null ? (null, refusal) : (View(id, project, project.Profile!), null);
    }

    /// <summary>A project that the sender may read: it lies in his region, is agreed under his partnership, or his partnership's money went into it.</summary>
    public async Task<(Project? Project, Enum? Refusal)> State(string id, Sender by, CancellationToken cancellation)
    {
        var project = await Fold(id, cancellation);
        if (project.Profile is not { } profile) return (null, ProjectRefusal.ProjectUnknown);
        var mine = by.Covers(profile.Region) || (profile.Partnership is { } code && by.CoversPartnership(code)) || await Became(id, by, cancellation);
        return mine ? (project, null) : (null, AccessRefusal.ScopeElsewhere);
    }

    private async Task<bool> Became(string id, Sender by, CancellationToken cancellation)
    {
        if (AidReach.Partnerships(by) is not { Length: > 0 } own) return false;
        var where = ProjectReach.Became(own).With("p.project=@project", ("project", id));
        await using var connection = await database.OpenReader(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM projects p WHERE {where.Sql}";
        foreach (var (name, value) in where.Values) command.Add(name, value);
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellation), System.Globalization.CultureInfo.InvariantCulture) > 0;
    }

    public async Task<(FundView? View, Enum? Refusal)> Fund(string name, Sender by, CancellationToken cancellation)
    {
        if (FundKeys.Read(name) is not { } key) return (null, FundRefusal.KeyMalformed);
        if (!by.Covers(key.County)) return await board.Read(new(Fund: key.ToString()), by, cancellation) is { Funds: [var own] } ? (own, null) : (null, AccessRefusal.ScopeElsewhere);
        var fund = await log.Fold<Fund, FundEvent>($"fund/{key}", Domain.Funds.Fund.Empty, Domain.Funds.Fund.Evolve, cancellation);
        if (fund.Version == 0) return (null, FundRefusal.EntryUnknown);
        var paid = await Paid(fund, cancellation);
        var progress = fund.ArrivedFen == 0 ? (int?)null : (int)((Int128)paid * 10_000 / fund.ArrivedFen);
        return (new(key.ToString(), key.County, RegionNames.Full(regions, key.County), key.Year, Terms.Code(key.Source), FundNames.Of(key.Source),
            fund.ConfirmedFen, fund.ArrivedFen, fund.AllocatedFen, paid, fund.FreeFen, progress, fund.Version), null);
    }

    private async Task<long> Paid(Fund fund, CancellationToken cancellation)
    {
        var paid = 0L;
        foreach (var project in fund.Allocations.Values.Select(allocation => allocation.Project).Distinct(StringComparer.Ordinal))
        {
            var payments = (await Fold(project, cancellation)).Payments.Values.Where(payment => fund.Allocations.ContainsKey(payment.Allocation));
            paid = checked(paid + payments.Sum(payment => payment.CountedFen));
        }
        return paid;
    }

    private Task<Project> Fold(string id, CancellationToken cancellation) =>
        log.Fold<Project, ProjectEvent>($"project/{id}", Domain.Projects.Project.Empty, Domain.Projects.Project.Evolve, cancellation);

    private ProjectView View(string id, Project project, ProjectProfile profile)
    {
        var central = project.Allocations.Values.Where(each => FundKeys.Read(each.Fund)?.Source == FundSource.Central).Sum(each => each.LeftFen);
        return new(
            id, profile.Name, Terms.Code(profile.Category), profile.Region, RegionNames.Full(regions, profile.Region), profile.Year, profile.Partnership,
            Terms.Code(project.Stage), profile.WorkRelief, profile.BudgetFen, project.AllocatedFen, project.PaidFen, project.LabourPayFen,
            project.Rosters.Values.Sum(roster => roster.PayFen), Share(profile.WorkRelief, project.LabourPayFen, profile.BudgetFen),
            Share(profile.WorkRelief, project.LabourPayFen, central), project.Beneficiaries.Count, project.Version,
            [.. project.Stages.Select(stage => new StageView(Terms.Code(stage.Stage), stage.On, stage.Document))],
            [.. project.Allocations.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => new AllocationView(
                each.Key, each.Value.Fund, each.Value.Fen, each.Value.LeftFen, each.Value.LeftFen - project.FreeFen(each.Key)))],
            [.. project.Payments.OrderBy(each => each.Value.On).ThenBy(each => each.Key, StringComparer.Ordinal).Select(each => new PaymentView(
                each.Key, each.Value.On, each.Value.Allocation, each.Value.Fen, Terms.Code(each.Value.Purpose), each.Value.Voucher, each.Value.Reversed))],
            Next(project, profile));
    }

    /// <summary>The papers are those that would be asked for today; the limit is that of the day on which the present stage was reached.</summary>
    private NextStage? Next(Project project, ProjectProfile profile)
    {
        if (StageRules.Next(project.Stage) is not { } next) return null;
        var (today, reached) = (clock.ChinaToday(), project.Stages[^1].On);
        var due = new StageRules(policies.For(profile.Region, reached)).NextDueOn(project.Stage, reached);
        return new(Terms.Code(next), due, due < today, new StageRules(policies.For(profile.Region, today)).Papers(next, today));
    }

    /// <summary>Both bases are shown, never one for the other: of total investment, and of central funds.</summary>
    private static int? Share(bool workRelief, long labourFen, long baseFen) =>
        workRelief && baseFen > 0 ? (int)((Int128)labourFen * 10_000 / baseFen) : null;
}
