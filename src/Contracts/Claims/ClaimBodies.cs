namespace Revitalization.Contracts.Claims;

/// <summary>
/// A figure somebody stated that can be computed (表述核验): <c>PUT /api/counties/{code}/claims/{claim}</c>; a resource; county.
/// <c>POST /api/claims/check</c> answers the same for one that is not kept.
/// </summary>
/// <param name="Kind"><c>sum</c>, <c>share</c> (percent of the second input), <c>average</c>, <c>growth</c> (percent over the second input), <c>previous</c> (what it grew from; the second input in percent), <c>product-sum</c> (first × second + third × fourth …) or <c>plausibility</c> (the average against a range).</param>
/// <param name="Stated">As stated, in <paramref name="Unit"/>; decimal text, such as <c>60.54</c>. Empty where nobody stated a figure and only <paramref name="Rule"/> is asked.</param>
/// <param name="Unit"><c>percent</c>, <c>yuan</c>, <c>wan-yuan</c>, <c>people</c>, <c>households</c>, <c>mu</c> or <c>count</c>.</param>
/// <param name="Decimals">Compared after rounding half up to as many; 0 to 6.</param>
/// <param name="Document">Where it is stated, with its clause.</param>
/// <param name="Rule">Id of a range, floor or share of the county's policy pack that the computed figure must meet, such as <c>loan.micro-credit</c>; needed for plausibility.</param>
public sealed record ClaimBody(
    DateOnly On, string Statement, string Kind, string Stated, string Unit, int Decimals, IReadOnlyList<ClaimInput> Inputs, string Document, string? Rule = null);

/// <param name="Value">Decimal text, in <paramref name="Unit"/>; empty where the document does not say.</param>
public sealed record ClaimInput(string Name, string Value, string Unit);

/// <summary>One of <c>GET /api/counties/{code}/claims?cursor=&amp;limit=</c>; the answer of <c>POST /api/claims/check?county=</c> (with no claim's name and version 0; without a county the platform's default rules hold).</summary>
/// <param name="Computed">Null where the inputs do not suffice.</param>
/// <param name="Verdict"><c>agrees</c> 相符, <c>differs</c> 不符, <c>implausible</c> 存疑 or <c>not-computable</c> 无法核算.</param>
/// <param name="Reason">The sum in words, with its numbers.</param>
public sealed record ClaimView(string Claim, ClaimBody Body, string? Computed, string Verdict, string Reason, long Version);
