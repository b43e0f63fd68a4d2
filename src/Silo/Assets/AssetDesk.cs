using Revitalization.Contracts.Assets;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Households;
using Revitalization.Contracts.Identity;
using Revitalization.Domain.Assets;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Funds;
using Revitalization.Domain.Projects;
using Revitalization.Silo.Funds;
using Revitalization.Silo.Households;
using Revitalization.Silo.Monitoring.Evidence;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Projects;

namespace Revitalization.Silo.Assets;

/// <summary>The way in for assets (帮扶资产). The project decides what is registered, the asset what is done with it, the pool's fund what may leave it.</summary>
public sealed class AssetDesk(IGrainFactory grains, ContentHash contentHash)
{
    /// <summary>The project first, which holds the values of all its assets together; then the asset is told, and told again by the reactor should this stop here.</summary>
    public async Task<CommandReply> Register(string project, string id, AssetBody body, Sender by)
    {
        if (Terms.Find<AssetClass>(body.Class) is not { } kind) return Refused(PersonRefusal.TermUnknown, "class");
        var known = await grains.GetGrain<IAssetGrain>(id).Facts();
        if (known is { } other && other.Project != project) return Refused(AssetRefusal.ProjectElsewhere);
        if (known is { State: AssetState.WrittenOff }) return Refused(AssetRefusal.WrittenOff);
        if (by.ExpectedVersion is { } seen && seen != (known?.Version ?? 0)) return Refused(CommandRefusal.VersionStale, "If-Match");
        var profile = new AssetProfile(body.Name, kind, body.Region, body.ValueFen, body.Owner, body.Keeper, body.Duty, body.InspectEveryMonths);
        var address = $"project/{project}/assets/{id}";
        var context = by.Context(address, contentHash.Of(address, body)) with { ExpectedVersion = null };
        var decided = await grains.GetGrain<IProjectGrain>(project).Handle(new PutAsset(body.On, id, profile), context, by.Regions());
        if (decided.Refusal is not null) return decided;
        return decided is { Changed: true, Repeated: false }
            ? await Tell(new RegisterAsset(body.On, project, profile, decided.Version), id, new($"{address}@{decided.Version}", "derived", by.Account))
            : decided with { Stream = $"asset/{id}", Version = known?.Version ?? 0 };
    }

    public Task<CommandReply> Tell(RegisterAsset registered, string id, CommandContext context) => grains.GetGrain<IAssetGrain>(id).Handle(registered, context, within: null);

    public Task<CommandReply> Inspect(string id, string act, InspectionBody body, Sender by) => Terms.Find<AssetCondition>(body.Condition) is { } condition
        ? WithEvidence(body.Evidence, evidence => Send(id, $"inspections/{act}", body, new InspectAsset(body.On, act, condition, body.Note ?? "", [.. evidence]), by))
        : Refuse(PersonRefusal.TermUnknown, "condition");

    public Task<CommandReply> Earn(string id, string act, AssetIncomeBody body, Sender by) =>
        Send(id, $"incomes/{act}", body, new RecordAssetIncome(body.On, act, body.Year, body.Fen, body.Voucher), by);

    public Task<CommandReply> Use(string id, string act, IncomeUseBody body, Sender by) => Terms.Find<IncomeUse>(body.Use) is { } use
        ? Send(id, $"uses/{act}", body, new UseAssetIncome(body.On, act, use, body.Fen, body.Voucher, body.Note ?? ""), by)
        : Refuse(PersonRefusal.TermUnknown, "use");

    public Task<CommandReply> ReverseIncome(string id, string act, AssetReversalBody body, Sender by) =>
        Send(id, $"incomes/{act}/reversal", body, new ReverseAssetIncome(body.On, act, body.Reason), by);

    /// <summary>The pool's fund first: what it has allocated already it does not give back, and then the use stays used.</summary>
    public async Task<CommandReply> ReverseUse(string id, string act, AssetReversalBody body, Sender by)
    {
        var asset = grains.GetGrain<IAssetGrain>(id);
        if (await asset.Facts() is not { } facts) return Refused(AssetRefusal.AssetUnknown);
        if (!by.Covers(facts.Region)) return Refused(AccessRefusal.ScopeElsewhere);
        if (string.IsNullOrWhiteSpace(body.Reason)) return Refused(AssetRefusal.TextImplausible, "reason");
        if (await asset.PoolOf(act) is { } pool)
        {
            var origin = AssetPool.Origin(id, act);
            var left = await grains.GetGrain<IFundGrain>(pool).Handle(new WithdrawPoolIncome(body.On, origin, body.Reason), new($"fund/{pool}/ends/{origin}", "derived", by.Account));
            if (left.Refusal is not null) return left;
        }
        return await Send(id, $"uses/{act}/reversal", body, new ReverseAssetUse(body.On, act, body.Reason), by);
    }

    public Task<CommandReply> Transfer(string id, string act, AssetTransferBody body, Sender by) =>
        Send(id, $"transfers/{act}", body, new TransferAsset(body.On, act, body.Owner, body.Keeper, body.Document), by);

    public Task<CommandReply> AskWriteOff(string id, string act, WriteOffBody body, Sender by) =>
        WithEvidence(body.Evidence, evidence => Send(id, $"write-offs/{act}", body, new AskWriteOff(body.On, act, body.Reason, [.. evidence], by.Account), by));

    public Task<CommandReply> DecideWriteOff(string id, string act, WriteOffDecisionBody body, Sender by) =>
        Send(id, $"write-offs/{act}/decision", body, new DecideWriteOff(body.On, act, body.Approved, body.Document, by.Account), by);

    private static Task<CommandReply> WithEvidence(IReadOnlyList<string>? evidence, Func<IReadOnlyList<string>, Task<CommandReply>> send) =>
        (evidence ?? []).All(EvidenceFiles.IsHash) ? send(evidence ?? []) : Refuse(AssetRefusal.EvidenceMissing, "evidence");

    private Task<CommandReply> Send<TBody>(string id, string act, TBody body, AssetCommand command, Sender by)
    {
        var address = $"asset/{id}/{act}";
        return grains.GetGrain<IAssetGrain>(id).Handle(command, by.Context(address, contentHash.Of(address, body)), by.Regions());
    }

    private static Task<CommandReply> Refuse(Enum refusal, string field) => Task.FromResult(Refused(refusal, field));

    private static CommandReply Refused(Enum refusal, string? field = null) => CommandReply.From(refusal.On(field));
}
