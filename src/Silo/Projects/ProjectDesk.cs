using Revitalization.Contracts.Households;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Projects;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Funds;
using Revitalization.Domain.Projects;
using Revitalization.Silo.Funds;
using Revitalization.Silo.Households;
using Revitalization.Silo.Privacy;

namespace Revitalization.Silo.Projects;

/// <summary>The way in for projects (项目库). What the fund owns is asked of the fund, what the project owns of the project; a reactor joins the two.</summary>
public sealed class ProjectDesk(IGrainFactory grains, AllocationDesk allocations, ContentHash contentHash)
{
    public Task<CommandReply> Put(string id, ProjectBody body, Sender by)
    {
        if (Terms.Find<ProjectCategory>(body.Category) is not { } category) return Refuse(PersonRefusal.TermUnknown, "category");
        var profile = new ProjectProfile(body.Name, category, body.Region, body.Partnership, body.Year, body.BudgetFen, body.WorkRelief);
        return Send(id, "project", body, new PutProject(body.On, profile), by);
    }

    public Task<CommandReply> Reach(string id, string stage, StageBody body, Sender by)
    {
        if (Terms.Find<ProjectStage>(stage) is not { } reached) return Refuse(PersonRefusal.TermUnknown, "stage");
        ProjectCommand command = reached == ProjectStage.Cancelled
            ? new CancelProject(body.On, body.Document)
            : new ReachStage(body.On, reached, body.Document, [.. body.Evidence ?? []], [.. body.Papers ?? []]);
        return Send(id, $"stages/{stage}", body, command, by);
    }

    /// <summary>Asks the project for room and the fund for the money. The project is told of it by the reactor, a moment later.</summary>
    public async Task<CommandReply> Allocate(string id, string allocation, AllocationBody body, Sender by)
    {
        if (await grains.GetGrain<IProjectGrain>(id).Place() is not { } project) return Refused(ProjectRefusal.ProjectUnknown);
        if (!by.Covers(project.Region)) return Refused(AccessRefusal.ScopeElsewhere);
        if (FundKeys.Read(body.Fund) is not { } fund || !project.Region.StartsWith(fund.County, StringComparison.Ordinal)) return Refused(FundRefusal.KeyMalformed, "fund");
        var address = $"project/{id}/allocations/{allocation}";
        var context = by.Context(address, contentHash.Of(address, body));
        return await allocations.Allocate(project, new AllocateMoney(body.On, $"{id}/{allocation}", id, body.Fen), fund.ToString(), context, by);
    }

    public Task<CommandReply> GiveBack(string id, string allocation, string act, ReturnBody body, Sender by) =>
        Send(id, $"allocations/{allocation}/returns/{act}", body, new GiveBackMoney(body.On, act, $"{id}/{allocation}", body.Fen, body.Reason), by);

    public Task<CommandReply> Pay(string id, string payment, PaymentBody body, Sender by) =>
        Terms.Find<PaymentPurpose>(body.Purpose) is { } purpose
            ? Send(id, $"payments/{payment}", body, new PayMoney(body.On, payment, $"{id}/{body.Allocation}", body.Fen, purpose, body.Voucher, [.. body.Evidence]), by)
            : Refuse(PersonRefusal.TermUnknown, "purpose");

    public Task<CommandReply> Reverse(string id, string payment, Contracts.Funds.ReversalBody body, Sender by) =>
        Send(id, $"payments/{payment}/reversal", body, new ReversePayment(body.On, payment, body.Reason), by);

    public Task<CommandReply> PutRoster(string id, string month, RosterBody body, Sender by) => Send(id, $"rosters/{month}", body, new PutPayRoster(
        body.On, month, body.Posts, body.Households, body.People, body.LiftedHouseholds, body.LiftedPeople, body.PayFen, [.. body.Evidence]), by);

    public async Task<CommandReply> Benefit(string id, string household, BeneficiaryBody body, Sender by)
    {
        if (await grains.GetGrain<IHouseholdGrain>(household).Place() is not { } place) return Refused(Domain.Households.HouseholdRefusal.NotRegistered, "household");
        if (!by.Covers(place.Village)) return Refused(AccessRefusal.ScopeElsewhere, "household");
        return await Send(id, $"beneficiaries/{household}", body, new PutBeneficiary(body.On, household, body.Benefit, body.Fen), by);
    }

    private Task<CommandReply> Send<TBody>(string id, string act, TBody body, ProjectCommand command, Sender by)
    {
        var address = $"project/{id}/{act}";
        return grains.GetGrain<IProjectGrain>(id).Handle(command, by.Context(address, contentHash.Of(address, body)), by.Regions());
    }

    private static Task<CommandReply> Refuse(Enum refusal, string field) => Task.FromResult(Refused(refusal, field));

    private static CommandReply Refused(Enum refusal, string? field = null) => CommandReply.From(refusal.On(field));
}
