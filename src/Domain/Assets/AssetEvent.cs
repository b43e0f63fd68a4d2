using System.Collections.Immutable;

namespace Revitalization.Domain.Assets;

public abstract record AssetEvent(DateOnly On);

/// <summary>Registered, or what was registered is corrected.</summary>
/// <param name="At">Version of the project whose word it is.</param>
public sealed record AssetRegistered(DateOnly On, string Project, AssetProfile Profile, long At) : AssetEvent(On);

public sealed record AssetInspected(DateOnly On, string Inspection, AssetCondition Condition, string Note, ImmutableArray<string> Evidence) : AssetEvent(On);

public sealed record AssetIncomeRecorded(DateOnly On, string Income, int Year, long Fen, string Voucher) : AssetEvent(On);

/// <param name="Fund">The pool's fund, whom the reactor tells; null where the money does not go there.</param>
public sealed record AssetIncomeUsed(DateOnly On, string Use, IncomeUse Purpose, long Fen, string Voucher, string Note, string? Fund) : AssetEvent(On);

public sealed record AssetIncomeReversed(DateOnly On, string Income, long Fen, string Reason) : AssetEvent(On);

public sealed record AssetUseReversed(DateOnly On, string Use, long Fen, string Reason) : AssetEvent(On);

public sealed record AssetTransferred(DateOnly On, string Transfer, string Owner, string Keeper, string Document) : AssetEvent(On);

public sealed record WriteOffAsked(DateOnly On, string WriteOff, string Reason, ImmutableArray<string> Evidence, string By) : AssetEvent(On);

public sealed record WriteOffRefused(DateOnly On, string WriteOff, string Document, string By) : AssetEvent(On);

public sealed record AssetWrittenOff(DateOnly On, string WriteOff, string Document, string By) : AssetEvent(On);
