using System.Collections.Immutable;
using System.Diagnostics;
using Revitalization.Domain.Commands;

namespace Revitalization.Domain.Assets;

/// <summary>What may be done with an asset, from its registration to its write-off (帮扶资产管理). Money's own rules stand in <c>AssetMoneyRules</c>.</summary>
public static partial class AssetRules
{
    public const int EntriesMax = 10_000;
    private const int TextMax = 200;

    /// <param name="uses">What the county's pack lets income be used for.</param>
    public static Decision<AssetEvent> Decide(Asset asset, AssetCommand command, IncomeUses uses, DateOnly today)
    {
        if (command is RegisterAsset register) return Register(asset, register);
        if (asset.Profile is null) return AssetRefusal.AssetUnknown.On();
        if (command.On > today || command.On < asset.RegisteredOn) return AssetRefusal.DayOutOfOrder.On("on");
        if (Known(asset, command) is { } known) return known;
        if (asset.State == AssetState.WrittenOff && !LeftThePool(asset, command)) return AssetRefusal.WrittenOff.On();
        if (Entries(asset) >= EntriesMax) return AssetRefusal.TooMany.On();
        return command switch
        {
            InspectAsset c => Inspect(c),
            RecordAssetIncome c => Earn(asset, c),
            UseAssetIncome c => Use(asset, c, uses),
            ReverseAssetIncome c => Reverse(asset, c),
            ReverseAssetUse c => Reverse(asset, c),
            TransferAsset c => Transfer(asset, c),
            AskWriteOff c => Ask(asset, c),
            DecideWriteOff c => Decide(asset, c),
            _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
        };
    }

    /// <summary>The fund has let the money go before the asset is told: that stays true even if the asset was written off in between.</summary>
    private static bool LeftThePool(Asset asset, AssetCommand command) => command is ReverseAssetUse c && asset.Uses.TryGetValue(c.Use, out var use) && use.Fund is not null;

    private static int Entries(Asset asset) => asset.Inspections.Count + asset.Incomes.Count + asset.Uses.Count + asset.Transfers.Count + asset.WriteOffs.Count;

    /// <summary>A repeat changes nothing, even of an asset that is written off by now; the same id with other content is refused.</summary>
    private static Decision<AssetEvent>? Known(Asset asset, AssetCommand command) => command switch
    {
        InspectAsset c when asset.Inspections.TryGetValue(c.Inspection, out var known) =>
            Repeat((known.On, known.Condition, known.Note) == (c.On, c.Condition, c.Note) && known.Evidence.SequenceEqual(c.Evidence), "inspection"),
        RecordAssetIncome c when asset.Incomes.TryGetValue(c.Income, out var known) =>
            Repeat(known == new AssetIncome(c.On, c.Year, c.Fen, c.Voucher, Reversed: false), "income"),
        UseAssetIncome c when asset.Uses.TryGetValue(c.Use, out var known) =>
            Repeat(known == new AssetUse(c.On, c.Purpose, c.Fen, c.Voucher, c.Note, known.Fund, Reversed: false), "use"),
        ReverseAssetIncome c when asset.Incomes.TryGetValue(c.Income, out var known) && known.Reversed => Decision<AssetEvent>.Nothing,
        ReverseAssetUse c when asset.Uses.TryGetValue(c.Use, out var known) && known.Reversed => Decision<AssetEvent>.Nothing,
        TransferAsset c when asset.Transfers.TryGetValue(c.Transfer, out var known) => Repeat(known == new AssetTransferred(c.On, c.Transfer, c.Owner, c.Keeper, c.Document), "transfer"),
        AskWriteOff c when asset.WriteOffs.TryGetValue(c.WriteOff, out var known) =>
            Repeat((known.Asked.On, known.Asked.Reason) == (c.On, c.Reason) && known.Asked.Evidence.SequenceEqual(c.Evidence), "writeOff"),
        DecideWriteOff c when asset.WriteOffs.TryGetValue(c.WriteOff, out var known) && known.Approved is not null =>
            Repeat((known.DecidedOn, known.Approved, known.Document) == (c.On, c.Approved, c.Document), "writeOff"),
        _ => default(Decision<AssetEvent>?),
    };

    private static Decision<AssetEvent> Repeat(bool same, string field) => same ? Decision<AssetEvent>.Nothing : AssetRefusal.IdReused.On(field);

    /// <summary>The project has decided what is registered; a message that comes late, or after the write-off, changes nothing.</summary>
    private static Decision<AssetEvent> Register(Asset asset, RegisterAsset c)
    {
        if (asset.Project is { } project && project != c.Project) return AssetRefusal.ProjectElsewhere.On("asset");
        return asset.At >= c.At || asset.State == AssetState.WrittenOff ? Decision<AssetEvent>.Nothing : new AssetRegistered(c.On, c.Project, c.Profile, c.At);
    }

    private static Decision<AssetEvent> Inspect(InspectAsset c)
    {
        if (!Enum.IsDefined(c.Condition)) return AssetRefusal.TextImplausible.On("condition");
        if (c.Note.Length > TextMax) return AssetRefusal.TextImplausible.On("note");
        if (c.Condition != AssetCondition.Good && string.IsNullOrWhiteSpace(c.Note)) return AssetRefusal.TextImplausible.On("note"); // What is wrong is to be said.
        return new AssetInspected(c.On, c.Inspection, c.Condition, c.Note, c.Evidence);
    }

    private static Decision<AssetEvent> Transfer(Asset asset, TransferAsset c)
    {
        if (!Says(c.Owner, TextMax)) return AssetRefusal.TextImplausible.On("owner");
        if (!Says(c.Keeper, TextMax)) return AssetRefusal.TextImplausible.On("keeper");
        if (!Says(c.Document, TextMax)) return AssetRefusal.TextImplausible.On("document");
        return asset.State == AssetState.WriteOffAsked ? AssetRefusal.WriteOffWaiting.On() : new AssetTransferred(c.On, c.Transfer, c.Owner, c.Keeper, c.Document);
    }

    /// <summary>Income that nobody has used would be lost with the asset: it is given away first.</summary>
    private static Decision<AssetEvent> Ask(Asset asset, AskWriteOff c)
    {
        if (!Says(c.Reason, TextMax)) return AssetRefusal.TextImplausible.On("reason");
        if (c.Evidence.IsDefaultOrEmpty) return AssetRefusal.EvidenceMissing.On("evidence");
        return asset.State == AssetState.WriteOffAsked ? AssetRefusal.WriteOffWaiting.On() : new WriteOffAsked(c.On, c.WriteOff, c.Reason, c.Evidence, c.By);
    }

    private static Decision<AssetEvent> Decide(Asset asset, DecideWriteOff c)
    {
        if (!asset.WriteOffs.TryGetValue(c.WriteOff, out var asked)) return AssetRefusal.EntryUnknown.On("writeOff");
        if (c.On < asked.Asked.On) return AssetRefusal.DayOutOfOrder.On("on");
        if (!Says(c.Document, TextMax)) return AssetRefusal.TextImplausible.On("document");
        if (asked.Asked.By == c.By) return AssetRefusal.SamePerson.On();
        if (!c.Approved) return new WriteOffRefused(c.On, c.WriteOff, c.Document, c.By);
        return asset.FreeFen > 0 ? AssetRefusal.IncomeLeft.On() : new AssetWrittenOff(c.On, c.WriteOff, c.Document, c.By);
    }

    private static bool IsAmount(long fen) => fen is > 0 and <= Funds.FundRules.AmountMaxFen;

    private static bool Says(string? text, int most) => !string.IsNullOrWhiteSpace(text) && text.Length <= most;
}
