using System.Collections.Immutable;

namespace Revitalization.Domain.Projects;

/// <summary>A command to one project of the library (项目库); its stream is <c>project/{id}</c>. Amounts are whole fen.</summary>
[GenerateSerializer, Immutable, Alias("project-command")]
public abstract record ProjectCommand([property: Id(0)] DateOnly On);

/// <summary>Puts a project into the library, or changes what is stated of it while it may still change.</summary>
[GenerateSerializer, Immutable, Alias("put-project")]
public sealed record PutProject(DateOnly On, [property: Id(1)] ProjectProfile Profile) : ProjectCommand(On);

/// <param name="BudgetFen">总投资.</param>
/// <param name="Region">County, township or village code.</param>
/// <param name="WorkRelief">以工代赈: labour's share is checked.</param>
[GenerateSerializer, Immutable, Alias("project-profile")]
public sealed record ProjectProfile(
    [property: Id(0)] string Name, [property: Id(1)] ProjectCategory Category, [property: Id(2)] string Region, [property: Id(3)] string? Partnership,
    [property: Id(4)] int Year, [property: Id(5)] long BudgetFen, [property: Id(6)] bool WorkRelief);

/// <summary>The next stage is reached, with its evidence (批复、合同、开工令、验收单…).</summary>
/// <param name="Papers">What each file of the evidence is, as the pack names it; default where the sender does not say.</param>
[GenerateSerializer, Immutable, Alias("reach-stage")]
public sealed record ReachStage(
    DateOnly On, [property: Id(1)] ProjectStage Stage, [property: Id(2)] string Document, [property: Id(3)] ImmutableArray<string> Evidence,
    [property: Id(4)] ImmutableArray<string> Papers = default) : ProjectCommand(On);

/// <summary>The project is given up (取消): nothing may be paid and all money must have gone back.</summary>
[GenerateSerializer, Immutable, Alias("cancel-project")]
public sealed record CancelProject(DateOnly On, [property: Id(1)] string Reason) : ProjectCommand(On);

/// <summary>Room is made for money that a fund is about to be asked for (预留下达额度), so that no two allocations together exceed the total investment.</summary>
[GenerateSerializer, Immutable, Alias("expect-money")]
public sealed record ExpectMoney(DateOnly On, [property: Id(1)] string Allocation, [property: Id(2)] string Fund, [property: Id(3)] long Fen) : ProjectCommand(On);

/// <summary>The fund declined: the room is free again. Sent by the reactor on the fund's event.</summary>
/// <param name="Permit">Which time it was asked; a later one stands.</param>
[GenerateSerializer, Immutable, Alias("give-up-money")]
public sealed record GiveUpMoney(DateOnly On, [property: Id(1)] string Allocation, [property: Id(2)] long Permit) : ProjectCommand(On);

/// <summary>An asset that the accepted project left is registered (资产登记), or what was registered is corrected.</summary>
[GenerateSerializer, Immutable, Alias("put-asset")]
public sealed record PutAsset(DateOnly On, [property: Id(1)] string Asset, [property: Id(2)] Assets.AssetProfile Profile) : ProjectCommand(On);

/// <summary>A fund allocated money to the project. Sent by the reactor on the fund's event.</summary>
[GenerateSerializer, Immutable, Alias("receive-money")]
public sealed record ReceiveMoney(DateOnly On, [property: Id(1)] string Allocation, [property: Id(2)] string Fund, [property: Id(3)] long Fen) : ProjectCommand(On);

/// <summary>Unpaid money goes back to its fund (收回).</summary>
[GenerateSerializer, Immutable, Alias("give-back-money")]
public sealed record GiveBackMoney(
    DateOnly On, [property: Id(1)] string Return, [property: Id(2)] string Allocation, [property: Id(3)] long Fen, [property: Id(4)] string Reason) : ProjectCommand(On);

/// <summary>A payment (支付) out of one allocation.</summary>
[GenerateSerializer, Immutable, Alias("pay-money")]
public sealed record PayMoney(
    DateOnly On, [property: Id(1)] string Payment, [property: Id(2)] string Allocation, [property: Id(3)] long Fen, [property: Id(4)] PaymentPurpose Purpose,
    [property: Id(5)] string Voucher, [property: Id(6)] ImmutableArray<string> Evidence) : ProjectCommand(On);

/// <summary>A payment was recorded by mistake (冲销).</summary>
[GenerateSerializer, Immutable, Alias("reverse-payment")]
public sealed record ReversePayment(DateOnly On, [property: Id(1)] string Payment, [property: Id(2)] string Reason) : ProjectCommand(On);

/// <summary>A month's pay roster of a work-relief project (劳务报酬发放表): counts and sum; the names stay in the sealed file.</summary>
[GenerateSerializer, Immutable, Alias("put-pay-roster")]
public sealed record PutPayRoster(
    DateOnly On, [property: Id(1)] string Roster, [property: Id(2)] int Posts, [property: Id(3)] int Households, [property: Id(4)] int People,
    [property: Id(5)] int LiftedHouseholds, [property: Id(6)] int LiftedPeople, [property: Id(7)] long PayFen, [property: Id(8)] ImmutableArray<string> Evidence) : ProjectCommand(On);

/// <summary>A household benefits from the project (受益农户).</summary>
/// <param name="Fen">What it received so far; 0 where the benefit is not money.</param>
[GenerateSerializer, Immutable, Alias("put-beneficiary")]
public sealed record PutBeneficiary(DateOnly On, [property: Id(1)] string Household, [property: Id(2)] string Benefit, [property: Id(3)] long Fen) : ProjectCommand(On);
