using System.Collections.Immutable;

namespace Revitalization.Domain.Assets;

/// <summary>A command to one asset (资产); its stream is <c>asset/{id}</c>. Amounts are whole fen.</summary>
[GenerateSerializer, Immutable, Alias("asset-command")]
public abstract record AssetCommand([property: Id(0)] DateOnly On);

/// <summary>The project registered the asset, or corrected what it had registered. Sent after the project has decided: it is not refused for what it states.</summary>
/// <param name="At">Version of the project: a message that comes after a newer one changes nothing.</param>
[GenerateSerializer, Immutable, Alias("register-asset")]
public sealed record RegisterAsset(DateOnly On, [property: Id(1)] string Project, [property: Id(2)] AssetProfile Profile, [property: Id(3)] long At) : AssetCommand(On);

/// <summary>Somebody went and looked (巡查).</summary>
[GenerateSerializer, Immutable, Alias("inspect-asset")]
public sealed record InspectAsset(
    DateOnly On, [property: Id(1)] string Inspection, [property: Id(2)] AssetCondition Condition, [property: Id(3)] string Note, [property: Id(4)] ImmutableArray<string> Evidence) : AssetCommand(On);

/// <summary>An operating asset earned money (经营收益).</summary>
/// <param name="Year">The year it was earned for.</param>
[GenerateSerializer, Immutable, Alias("record-asset-income")]
public sealed record RecordAssetIncome(
    DateOnly On, [property: Id(1)] string Income, [property: Id(2)] int Year, [property: Id(3)] long Fen, [property: Id(4)] string Voucher) : AssetCommand(On);

/// <summary>Its income is used (收益分配).</summary>
[GenerateSerializer, Immutable, Alias("use-asset-income")]
public sealed record UseAssetIncome(
    DateOnly On, [property: Id(1)] string Use, [property: Id(2)] IncomeUse Purpose, [property: Id(3)] long Fen, [property: Id(4)] string Voucher,
    [property: Id(5)] string Note) : AssetCommand(On);

/// <summary>An income was recorded by mistake (冲销): only what is not used can go.</summary>
[GenerateSerializer, Immutable, Alias("reverse-asset-income")]
public sealed record ReverseAssetIncome(DateOnly On, [property: Id(1)] string Income, [property: Id(2)] string Reason) : AssetCommand(On);

/// <summary>A use was recorded by mistake (冲销). Where it went to the pool, the fund has let it go before this is sent.</summary>
[GenerateSerializer, Immutable, Alias("reverse-asset-use")]
public sealed record ReverseAssetUse(DateOnly On, [property: Id(1)] string Use, [property: Id(2)] string Reason) : AssetCommand(On);

/// <summary>Another owner or keeper (移交).</summary>
[GenerateSerializer, Immutable, Alias("transfer-asset")]
public sealed record TransferAsset(
    DateOnly On, [property: Id(1)] string Transfer, [property: Id(2)] string Owner, [property: Id(3)] string Keeper, [property: Id(4)] string Document) : AssetCommand(On);

/// <summary>It is to be written off (申请核销).</summary>
/// <param name="By">The account that asks: another must decide.</param>
[GenerateSerializer, Immutable, Alias("ask-write-off")]
public sealed record AskWriteOff(
    DateOnly On, [property: Id(1)] string WriteOff, [property: Id(2)] string Reason, [property: Id(3)] ImmutableArray<string> Evidence, [property: Id(4)] string By) : AssetCommand(On);

/// <summary>Another account decides (核销审批).</summary>
[GenerateSerializer, Immutable, Alias("decide-write-off")]
public sealed record DecideWriteOff(
    DateOnly On, [property: Id(1)] string WriteOff, [property: Id(2)] bool Approved, [property: Id(3)] string Document, [property: Id(4)] string By) : AssetCommand(On);
