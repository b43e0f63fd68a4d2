using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using Revitalization.Domain.Assets;

namespace Revitalization.Domain.Projects;

/// <summary>One project (项目): its stages, the money it received from which fund, and what it paid. What it paid belongs to it and to nobody else.</summary>
public sealed record Project(
    long Version, ProjectProfile? Profile, ProjectStage Stage, ImmutableArray<ReachedStage> Stages,
    ImmutableDictionary<string, Received> Allocations, ImmutableDictionary<string, Paid> Payments,
    ImmutableDictionary<string, PayRosterPut> Rosters, ImmutableDictionary<string, BeneficiaryPut> Beneficiaries,
    ImmutableDictionary<string, Expected> Expectations, ImmutableDictionary<string, AssetProfile> Assets)
{
    public static readonly Project Empty = new(
        0, null, ProjectStage.None, [], ImmutableDictionary<string, Received>.Empty, ImmutableDictionary<string, Paid>.Empty,
        ImmutableDictionary<string, PayRosterPut>.Empty, ImmutableDictionary<string, BeneficiaryPut>.Empty,
        ImmutableDictionary<string, Expected>.Empty, ImmutableDictionary<string, AssetProfile>.Empty);

    [JsonIgnore]
    public long AllocatedFen => Money.Fen.Sum(Allocations.Values.Select(allocation => allocation.LeftFen));

    /// <summary>Room held for money that funds are being asked for.</summary>
    [JsonIgnore]
    public long ExpectedFen => Money.Fen.Sum(Expectations.Values.Select(expected => expected.Fen));

    /// <summary>Value of all assets it left, the written-off ones too: the same money does not become an asset twice.</summary>
    [JsonIgnore]
    public long AssetFen => Money.Fen.Sum(Assets.Values.Select(asset => asset.ValueFen));

    [JsonIgnore]
    public long PaidFen => Money.Fen.Sum(Payments.Values.Select(payment => payment.CountedFen));

    [JsonIgnore]
    public long LabourPayFen => Money.Fen.Sum(Payments.Values.Where(payment => payment.Purpose == PaymentPurpose.Labour).Select(payment => payment.CountedFen));

    /// <summary>What may still be paid out of one allocation.</summary>
    public long FreeFen(string allocation) => Allocations.TryGetValue(allocation, out var received) ? received.LeftFen - PaidOf(allocation) : 0;

    private long PaidOf(string allocation) =>
        Money.Fen.Sum(Payments.Values.Where(payment => payment.Allocation == allocation).Select(payment => payment.CountedFen));

    public static Project Evolve(Project project, ProjectEvent happened)
    {
        var after = happened switch
        {
            ProjectPut e => project.Put(e),
            StageReached e => project with { Stage = e.Stage, Stages = project.Stages.Add(new(e.Stage, e.On, e.Document)) },
            ProjectCancelled e => project with { Stage = ProjectStage.Cancelled, Stages = project.Stages.Add(new(ProjectStage.Cancelled, e.On, e.Reason)) },
            MoneyExpected e => project with { Expectations = project.Expectations.SetItem(e.Allocation, new(e.Fund, e.Fen, project.Version + 1)) },
            MoneyNotGiven e => project with { Expectations = project.Expectations.Remove(e.Allocation) },
            MoneyReceived e => project with
            {
                Expectations = project.Expectations.Remove(e.Allocation),
                Allocations = project.Allocations.SetItem(e.Allocation, new(e.Fund, e.Fen, [])),
            },
            MoneyGivenBack e => project with { Allocations = project.Allocations.SetItem(e.Allocation, project.Allocations[e.Allocation].Back(e.Return, e.Fen)) },
            MoneyPaid e => project with { Payments = project.Payments.SetItem(e.Payment, new(e.On, e.Allocation, e.Fen, e.Purpose, e.Voucher, Reversed: false)) },
            PaymentReversed e => project with { Payments = project.Payments.SetItem(e.Payment, project.Payments[e.Payment] with { Reversed = true }) },
            PayRosterPut e => project with { Rosters = project.Rosters.SetItem(e.Roster, e) },
            BeneficiaryPut e => project with { Beneficiaries = project.Beneficiaries.SetItem(e.Household, e) },
            AssetPut e => project with { Assets = project.Assets.SetItem(e.Asset, e.Profile) },
            _ => throw new UnreachableException($"A project was never taught {happened.GetType().Name}."),
        };
        return after with { Version = project.Version + 1 };
    }

    private Project Put(ProjectPut e) => Stage == ProjectStage.None
        ? this with { Profile = e.Profile, Stage = ProjectStage.Proposed, Stages = [new(ProjectStage.Proposed, e.On, "")] }
        : this with { Profile = e.Profile };
}

public sealed record ReachedStage(ProjectStage Stage, DateOnly On, string Document);

/// <param name="Permit">Version of the project that made the room: it names this asking of the fund among others under the same id.</param>
public sealed record Expected(string Fund, long Fen, long Permit);

public sealed record Received(string Fund, long Fen, ImmutableArray<GivenBack> Returns)
{
    [JsonIgnore]
    public long LeftFen => Fen - Money.Fen.Sum(Returns.Select(given => given.Fen));

    public Received Back(string id, long fen) => this with { Returns = Returns.Add(new(id, fen)) };
}

public sealed record GivenBack(string Id, long Fen);

public sealed record Paid(DateOnly On, string Allocation, long Fen, PaymentPurpose Purpose, string Voucher, bool Reversed)
{
    [JsonIgnore]
    public long CountedFen => Reversed ? 0 : Fen;
}
