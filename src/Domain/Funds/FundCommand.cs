namespace Revitalization.Domain.Funds;

/// <summary>A command to one fund (资金); its stream is <c>fund/{county}-{year}-{source}</c>. Amounts are whole fen.</summary>
[GenerateSerializer, Immutable, Alias("fund-command")]
public abstract record FundCommand([property: Id(0)] DateOnly On);

/// <summary>Money that a confirmed report or a budget document (指标文件) promises.</summary>
/// <param name="Origin">Names one confirmation for ever: <c>{report}@{version}</c>, or the document's id.</param>
[GenerateSerializer, Immutable, Alias("confirm-money")]
public sealed record ConfirmMoney(DateOnly On, [property: Id(1)] string Origin, [property: Id(2)] long Fen) : FundCommand(On);

/// <summary>A confirmation is taken back: only what is not allocated can go.</summary>
[GenerateSerializer, Immutable, Alias("unconfirm-money")]
public sealed record UnconfirmMoney(DateOnly On, [property: Id(1)] string Origin) : FundCommand(On);

/// <summary>Money came in (到账).</summary>
/// <param name="Voucher">Number of the treasury's voucher (国库凭证号).</param>
[GenerateSerializer, Immutable, Alias("record-money-arrival")]
public sealed record RecordMoneyArrival(DateOnly On, [property: Id(1)] string Arrival, [property: Id(2)] long Fen, [property: Id(3)] string Voucher) : FundCommand(On);

/// <summary>An arrival was recorded by mistake (冲销): only what is not allocated can go.</summary>
[GenerateSerializer, Immutable, Alias("reverse-money-arrival")]
public sealed record ReverseMoneyArrival(DateOnly On, [property: Id(1)] string Arrival, [property: Id(2)] string Reason) : FundCommand(On);

/// <summary>Money goes to a project (下达). Never more than is both confirmed and arrived.</summary>
/// <param name="Permit">The project's version at which it made room for this money; what was declined at it, or before, is never allocated.</param>
[GenerateSerializer, Immutable, Alias("allocate-money")]
public sealed record AllocateMoney(
    DateOnly On, [property: Id(1)] string Allocation, [property: Id(2)] string Project, [property: Id(3)] long Fen, [property: Id(4)] long Permit = 0) : FundCommand(On);

/// <summary>The fund could not give what was asked, and never will under this permit: the project may give the room to others.</summary>
[GenerateSerializer, Immutable, Alias("decline-allocation")]
public sealed record DeclineAllocation(DateOnly On, [property: Id(1)] string Allocation, [property: Id(2)] string Project, [property: Id(3)] long Permit) : FundCommand(On);

/// <summary>Income of an asset comes into the pool (转入资金池): promised and arrived at once. Sent by the reactor.</summary>
/// <param name="Origin">Names one use of one asset's income for ever.</param>
[GenerateSerializer, Immutable, Alias("receive-pool-income")]
public sealed record ReceivePoolIncome(DateOnly On, [property: Id(1)] string Origin, [property: Id(2)] long Fen) : FundCommand(On);

/// <summary>It came in by mistake (冲销): promise and arrival go together, and only where nothing of them is allocated.</summary>
[GenerateSerializer, Immutable, Alias("withdraw-pool-income")]
public sealed record WithdrawPoolIncome(DateOnly On, [property: Id(1)] string Origin, [property: Id(2)] string Reason) : FundCommand(On);

/// <summary>What a project gave back of an allocation (收回). Sent by the reactor once the project has let it go.</summary>
[GenerateSerializer, Immutable, Alias("take-back-money")]
public sealed record TakeBackMoney(DateOnly On, [property: Id(1)] string Allocation, [property: Id(2)] string Return, [property: Id(3)] long Fen) : FundCommand(On);
