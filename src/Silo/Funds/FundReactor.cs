using Revitalization.Domain.Commands;
using Revitalization.Domain.Events;
using Revitalization.Domain.Funds;
using Revitalization.Domain.Projects;
using Revitalization.Silo.Projects;
using Revitalization.Silo.Reactors;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Funds;

/// <summary>Carries money between a fund and its projects: an allocation to the project, a return to the fund. Neither can be refused there.</summary>
public sealed class FundReactor(IGrainFactory grains) : IReactor
{
    public string Name => "fund";

    public bool Wants(StoredEvent stored) => stored.Type is "fund.money-allocated" or "project.money-given-back";

    public async Task<IReadOnlyList<Refused>> React(StoredEvent stored, CancellationToken cancellation)
    {
        var reply = EventCatalog.Read(stored.Type, stored.SchemaVersion, stored.Data) switch
        {
            MoneyAllocated e => await grains.GetGrain<IProjectGrain>(e.Project).Handle(
                new ReceiveMoney(e.On, e.Allocation, stored.Stream["fund/".Length..], e.Fen), this.Context(stored, e.Project), within: null),
            MoneyGivenBack e => await grains.GetGrain<IFundGrain>(e.Fund).Handle(
                new TakeBackMoney(e.On, e.Allocation, e.Return, e.Fen), this.Context(stored, e.Fund)),
            var other => throw new System.Diagnostics.UnreachableException($"No consequence for {other.GetType().Name}."),
        };
        return reply.Refusal is { } refusal ? [refusal] : [];
    }
}
