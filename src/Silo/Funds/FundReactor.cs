using Revitalization.Domain.Commands;
using Revitalization.Domain.Events;
using Revitalization.Domain.Funds;
using Revitalization.Domain.Projects;
using Revitalization.Silo.Projects;
using Revitalization.Silo.Reactors;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Funds;

/// <summary>
/// Carries money between a fund and its projects: an allocation to the project, a return to the fund; neither can be refused there. Where a project
/// waits for money whose desk was stopped, asks the fund in its place.
/// </summary>
public sealed class FundReactor(IGrainFactory grains, AllocationDesk allocations) : IReactor
{
    public string Name => "fund";

    public bool Wants(StoredEvent stored) => stored.Type is "fund.money-allocated" or "project.money-given-back" or "project.money-expected" or "fund.allocation-declined";

    public async Task<IReadOnlyList<Refused>> React(StoredEvent stored, CancellationToken cancellation)
    {
        var happened = EventCatalog.Read(stored.Type, stored.SchemaVersion, stored.Data);
        if (happened is MoneyExpected expected)
        {
            await Ask(expected, stored);
            return []; // A fund that is short is no fault: it declines, and its event says so.
        }
        var reply = happened switch
        {
            MoneyAllocated e => await grains.GetGrain<IProjectGrain>(e.Project).Handle(
                new ReceiveMoney(e.On, e.Allocation, stored.Stream["fund/".Length..], e.Fen), this.Context(stored, e.Project), within: null),
            MoneyGivenBack e => await grains.GetGrain<IFundGrain>(e.Fund).Handle(
                new TakeBackMoney(e.On, e.Allocation, e.Return, e.Fen), this.Context(stored, e.Fund)),
            AllocationDeclined e => await grains.GetGrain<IProjectGrain>(e.Project).Handle(
                new GiveUpMoney(e.On, e.Allocation, e.Permit), this.Context(stored, e.Project), within: null),
            var other => throw new System.Diagnostics.UnreachableException($"No consequence for {other.GetType().Name}."),
        };
        return reply.Refusal is { } refusal ? [refusal] : [];
    }

    private Task<CommandReply> Ask(MoneyExpected e, StoredEvent stored)
    {
        var asked = new AllocateMoney(e.On, e.Allocation, stored.Stream["project/".Length..], e.Fen, stored.Version);
        return allocations.Ask(asked, e.Fund, this.Context(stored, e.Fund));
    }
}
