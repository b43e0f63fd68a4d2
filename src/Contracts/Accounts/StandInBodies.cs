namespace Revitalization.Contracts.Accounts;

/// <summary>
/// Somebody stands in while a cadre is on leave (请假顶岗). <c>PUT /api/accounts/{account}/stand-ins/{act}</c>, an act; by the security
/// administrator, or by a county account that both people fall under. Ended early by <c>DELETE</c> of the same address.
/// </summary>
/// <param name="StandIn">Account of the same role. He sees and does what the absent one may, on these days only.</param>
/// <param name="From">First day, in China's calendar; not before today: rights are not given for the past.</param>
/// <param name="Until">Last day; at most 90 days in all.</param>
public sealed record StandInBody(string StandIn, DateOnly From, DateOnly Until);

/// <summary>One stand-in: <c>GET /api/stand-ins?account=&amp;cursor=&amp;limit=</c>, newest first; a county sees those of its own people.</summary>
/// <param name="State"><c>coming</c>, <c>running</c>, <c>ended</c> or <c>withdrawn</c>, today.</param>
public sealed record StandInView(string Act, string Account, string StandIn, DateOnly From, DateOnly Until, string State);
