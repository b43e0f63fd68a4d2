namespace Revitalization.Contracts.Assets;

/// <summary>An asset that a project left (帮扶资产): <c>PUT /api/projects/{id}/assets/{asset}</c>; a resource; county. The project must be accepted.</summary>
/// <param name="Class"><c>public</c> 公益性, <c>operating</c> 经营性 or <c>household</c> 到户类.</param>
/// <param name="Region">Township or village where it stands.</param>
/// <param name="Owner">产权人: a collective, an enterprise, a unit; never a person's name.</param>
/// <param name="Keeper">管护人: a unit or a post; never a person's name.</param>
/// <param name="Duty">管护责任.</param>
/// <param name="InspectEveryMonths">0: no inspections.</param>
public sealed record AssetBody(DateOnly On, string Name, string Class, string Region, long ValueFen, string Owner, string Keeper, string Duty, int InspectEveryMonths = 12);

/// <summary><c>PUT /api/assets/{asset}/inspections/{act}</c> 巡查.</summary>
/// <param name="Condition"><c>good</c> 完好, <c>repair</c> 需维修, <c>idle</c> 闲置 or <c>lost</c> 灭失.</param>
public sealed record InspectionBody(DateOnly On, string Condition, string Note, IReadOnlyList<string>? Evidence = null);

/// <summary>Income of an operating asset (经营收益): <c>PUT /api/assets/{asset}/incomes/{act}</c>.</summary>
public sealed record AssetIncomeBody(DateOnly On, int Year, long Fen, string Voucher);

/// <summary>What income was used for (收益分配): <c>PUT /api/assets/{asset}/uses/{act}</c>; never above the income not yet used.</summary>
/// <param name="Use"><c>upkeep</c> 管护, <c>consolidation</c> 巩固, <c>welfare</c> 村级公益 or <c>pool</c> 转入资金池.</param>
public sealed record IncomeUseBody(DateOnly On, string Use, long Fen, string Voucher, string Note = "");

/// <summary>Another owner or keeper (移交): <c>PUT /api/assets/{asset}/transfers/{act}</c>.</summary>
public sealed record AssetTransferBody(DateOnly On, string Owner, string Keeper, string Document);

/// <summary>Asked for by one (申请核销): <c>PUT /api/assets/{asset}/write-offs/{act}</c>; decided by another: <c>…/write-offs/{act}/decision</c>.</summary>
public sealed record WriteOffBody(DateOnly On, string Reason, IReadOnlyList<string>? Evidence = null);

public sealed record WriteOffDecisionBody(DateOnly On, bool Approved, string Document);

/// <summary><c>PUT /api/assets/{asset}/incomes/{act}/reversal</c>, <c>…/uses/{act}/reversal</c> 冲销.</summary>
public sealed record AssetReversalBody(DateOnly On, string Reason);

/// <summary>One row of <c>GET /api/assets?region=&amp;class=&amp;project=&amp;partnership=&amp;condition=&amp;due=&amp;cursor=&amp;limit=</c>; <c>.xlsx</c>.</summary>
/// <param name="State"><c>kept</c> 在册, <c>write-off-asked</c> 待核销 or <c>written-off</c> 已核销.</param>
/// <param name="InspectionDueOn">Null where none is asked.</param>
public sealed record AssetRow(
    string Id, string Project, string? Partnership, string Name, string Class, string Region, string RegionName, long ValueFen, string Owner, string Keeper,
    string State, string? Condition, DateOnly? InspectedOn, DateOnly? InspectionDueOn, bool IsOverdue, long IncomeFen, long UsedFen);

/// <summary><c>GET /api/assets/{asset}</c>.</summary>
public sealed record AssetView(
    AssetRow Row, string Duty, long Version, IReadOnlyList<InspectionView> Inspections, IReadOnlyList<AssetMoneyView> Incomes, IReadOnlyList<AssetMoneyView> Uses,
    IReadOnlyList<AssetChangeView> Changes);

public sealed record InspectionView(string Act, DateOnly On, string Condition, string Note, IReadOnlyList<string> Evidence);

/// <param name="Use">Null for an income.</param>
public sealed record AssetMoneyView(string Act, DateOnly On, int Year, string? Use, long Fen, string Voucher, bool Reversed);

/// <param name="Kind"><c>transfer</c>, <c>write-off-asked</c>, <c>write-off-refused</c> or <c>written-off</c>.</param>
public sealed record AssetChangeView(string Act, DateOnly On, string Kind, string Text);
