using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Households;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Villages;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Regions;
using Revitalization.Domain.Villages;
using Revitalization.Silo.Households;
using Revitalization.Silo.Privacy;

namespace Revitalization.Silo.Villages;

/// <summary>The way in for villages (村登记), for HTTP and imports alike.</summary>
public sealed class VillageDesk(IGrainFactory grains, ContentHash contentHash)
{
    /// <summary>Enters the village, or states what it is from a day on.</summary>
    public async Task<CommandReply> Put(string code, VillageBody body, Sender by)
    {
        if (!VillageCode.IsWellFormed(code)) return Refuse(VillageRefusal.CodeMalformed, "code");
        if (!by.Covers(code)) return Refuse(AccessRefusal.ScopeElsewhere, "code");
        if (Kinds(body) is not { } kinds) return Refuse(PersonRefusal.TermUnknown, "grade");
        var exists = await grains.GetGrain<IVillageGrain>(code).Facts() is not null;
        VillageCommand command = exists && body.Predecessors is not { Count: > 0 }
            ? new ChangeVillageProfile(body.EstablishedOn, body.Name, kinds)
            : new RegisterVillage(code, body.Name, kinds, body.EstablishedOn, [.. body.Predecessors ?? []]);
        return await Send(code, "village", body, command, by);
    }

    public async Task<CommandReply> PutLineage(string code, string act, LineageBody body, Sender by)
    {
        if (!VillageCode.IsWellFormed(code)) return Refuse(VillageRefusal.CodeMalformed, "code");
        if (!by.Covers(code)) return Refuse(AccessRefusal.ScopeElsewhere, "code");
        VillageCommand command = body.Successors is [var only] ? new MergeVillage(body.On, only) : new SplitVillage(body.On, [.. body.Successors]);
        return await Send(code, $"lineage/{act}", body, command, by);
    }

    private static VillageKinds? Kinds(VillageBody body)
    {
        var kinds = body.Grade switch
        {
            "none" => VillageKinds.None,
            "provincial" => VillageKinds.LowIncomeProvincial,
            "county" => VillageKinds.LowIncomeCounty,
            _ => (VillageKinds?)null,
        };
        return kinds | (body.KeyVillage ? VillageKinds.ProvincialKey : VillageKinds.None) | (body.WeakIndustry ? VillageKinds.WeakIndustry : VillageKinds.None);
    }

    private Task<CommandReply> Send<TBody>(string code, string act, TBody body, VillageCommand command, Sender by) =>
        grains.GetGrain<IVillageGrain>(code).Handle(command, by.Context($"village/{code}/{act}", contentHash.Of($"village/{code}/{act}", body)));

    private static CommandReply Refuse(Enum refusal, string field) => CommandReply.From(refusal.On(field));
}
