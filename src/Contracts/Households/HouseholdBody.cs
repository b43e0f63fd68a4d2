namespace Revitalization.Contracts.Households;

/// <summary>A registered rural household (户), as a village, township or county officer states it. <c>PUT /api/households/{id}</c>.</summary>
/// <param name="VillageCode">Twelve digits; the village must be registered and exist on <paramref name="EffectiveOn"/>.</param>
/// <param name="Kind">户类型: <c>ordinary</c> 一般户, <c>lifted</c> 脱贫户 or <c>low-income</c> 农村低收入户.</param>
/// <param name="EffectiveOn">Calendar day in China from which this holds; never later than today.</param>
/// <param name="Group">村民小组, such as <c>3</c>; null leaves what is known, the empty text takes it away. A move to another village takes it away too.</param>
/// <param name="Monitored">监测对象类别: <c>unstable-lifted</c> 脱贫不稳定户, <c>marginal</c> 边缘易致贫户, <c>sudden-hardship</c> 突发严重困难户; null when not monitored.</param>
/// <param name="RiskCleared">风险是否已消除: only for a monitored household.</param>
/// <param name="Resettled">易地搬迁户.</param>
/// <param name="ResettlementSite">集中安置点: only for a resettled household.</param>
/// <remarks>A resource: changes by <c>If-Match</c>. Equal content is accepted and changes nothing.</remarks>
public sealed record HouseholdBody(
    string VillageCode,
    string Kind,
    DateOnly EffectiveOn,
    string? Group = null,
    string? Monitored = null,
    bool RiskCleared = false,
    bool Resettled = false,
    string? ResettlementSite = null);
