using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;

namespace Revitalization.Domain.Assets;

/// <summary>One asset that a project left (帮扶资产): who owns and keeps it, how it was found, what it earned and what became of that.</summary>
/// <param name="At">Version of the project that the profile is from.</param>
/// <param name="Owner">Now: transfers change it, the profile keeps who it was at registration.</param>
public sealed record Asset(
    long Version, string? Project, AssetProfile? Profile, long At, DateOnly RegisteredOn, string Owner, string Keeper, AssetState State,
    ImmutableDictionary<string, AssetInspected> Inspections, ImmutableDictionary<string, AssetIncome> Incomes, ImmutableDictionary<string, AssetUse> Uses,
    ImmutableDictionary<string, AssetTransferred> Transfers, ImmutableDictionary<string, WriteOff> WriteOffs)
{
    public static readonly Asset Empty = new(
        0, null, null, 0, default, "", "", AssetState.None, ImmutableDictionary<string, AssetInspected>.Empty, ImmutableDictionary<string, AssetIncome>.Empty,
        ImmutableDictionary<string, AssetUse>.Empty, ImmutableDictionary<string, AssetTransferred>.Empty, ImmutableDictionary<string, WriteOff>.Empty);

    [JsonIgnore]
    public long IncomeFen => Money.Fen.Sum(Incomes.Values.Where(income => !income.Reversed).Select(income => income.Fen));

    [JsonIgnore]
    public long UsedFen => Money.Fen.Sum(Uses.Values.Where(use => !use.Reversed).Select(use => use.Fen));

    /// <summary>Income that has not been used yet.</summary>
    [JsonIgnore]
    public long FreeFen => IncomeFen - UsedFen;

    /// <summary>The newest look at it; of two on one day the graver.</summary>
    [JsonIgnore]
    public AssetInspected? Inspected => Inspections.Values.OrderByDescending(each => (each.On, each.Condition)).FirstOrDefault();

    /// <summary>Null where none is asked: the profile asks for none, or it is written off.</summary>
    [JsonIgnore]
    public DateOnly? InspectionDueOn => Profile is { InspectEveryMonths: > 0 } profile && State is AssetState.Kept or AssetState.WriteOffAsked
        ? (Inspected?.On ?? RegisteredOn).AddMonths(Profile!.InspectEveryMonths)
        : null;

    public static Asset Evolve(Asset asset, AssetEvent happened)
    {
        var after = happened switch
        {
            AssetRegistered e => asset.Register(e),
            AssetInspected e => asset with { Inspections = asset.Inspections.SetItem(e.Inspection, e) },
            AssetIncomeRecorded e => asset with { Incomes = asset.Incomes.SetItem(e.Income, new(e.On, e.Year, e.Fen, e.Voucher, Reversed: false)) },
            AssetIncomeUsed e => asset with { Uses = asset.Uses.SetItem(e.Use, new(e.On, e.Purpose, e.Fen, e.Voucher, e.Note, e.Fund, Reversed: false)) },
            AssetIncomeReversed e => asset with { Incomes = asset.Incomes.SetItem(e.Income, asset.Incomes[e.Income] with { Reversed = true }) },
            AssetUseReversed e => asset with { Uses = asset.Uses.SetItem(e.Use, asset.Uses[e.Use] with { Reversed = true }) },
            AssetTransferred e => asset with { Owner = e.Owner, Keeper = e.Keeper, Transfers = asset.Transfers.SetItem(e.Transfer, e) },
            WriteOffAsked e => asset with { State = AssetState.WriteOffAsked, WriteOffs = asset.WriteOffs.SetItem(e.WriteOff, new(e, null, null, null)) },
            WriteOffRefused e => asset.Decide(e.WriteOff, AssetState.Kept, e.On, approved: false, e.Document),
            AssetWrittenOff e => asset.Decide(e.WriteOff, AssetState.WrittenOff, e.On, approved: true, e.Document),
            _ => throw new UnreachableException($"An asset was never taught {happened.GetType().Name}."),
        };
        return after with { Version = asset.Version + 1 };
    }

    private Asset Register(AssetRegistered e)
    {
        var known = this with { Project = e.Project, Profile = e.Profile, At = e.At };
        return State == AssetState.None ? known with { RegisteredOn = e.On, Owner = e.Profile.Owner, Keeper = e.Profile.Keeper, State = AssetState.Kept } : known;
    }

    private Asset Decide(string id, AssetState state, DateOnly on, bool approved, string document) =>
        this with { State = state, WriteOffs = WriteOffs.SetItem(id, WriteOffs[id] with { DecidedOn = on, Approved = approved, Document = document }) };
}

public sealed record AssetIncome(DateOnly On, int Year, long Fen, string Voucher, bool Reversed);

/// <param name="Fund">The pool's fund that it went to; null where it did not.</param>
public sealed record AssetUse(DateOnly On, IncomeUse Purpose, long Fen, string Voucher, string Note, string? Fund, bool Reversed);

/// <param name="Approved">Null while it waits.</param>
public sealed record WriteOff(WriteOffAsked Asked, DateOnly? DecidedOn, bool? Approved, string? Document);
