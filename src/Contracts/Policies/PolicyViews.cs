namespace Revitalization.Contracts.Policies;

/// <summary>Why a result is what it is (依据): rule, document and clause, what went in, each step.</summary>
/// <param name="Assumed">Set where the document is silent: what was assumed and why.</param>
public sealed record ExplanationView(
    string Pack, string Rule, string Title, DateOnly HeldFrom, string Document, string DocumentTitle, string Clause, string Phrase, string? Assumed,
    IReadOnlyList<InputView> Inputs, IReadOnlyList<string> Steps);

/// <param name="From">Where the input comes from, such as 收入登记 2023-Q3; null where the name says it.</param>
public sealed record InputView(string Name, long Value, string Unit, string? From = null);

/// <summary>A policy pack (政策包) that ships: <c>GET /api/policies</c>, one with its rules at <c>GET /api/policies/{pack}</c>.</summary>
public sealed record PolicyPackView(
    string Id, string County, string Title, IReadOnlyList<PolicyDocumentView> Documents, IReadOnlyList<PolicyColourView> Colours, IReadOnlyList<PolicyRuleView> Rules);

public sealed record PolicyDocumentView(string Id, string Title, string Issuer, DateOnly? PublishedOn, string? Number);

public sealed record PolicyColourView(string Id, string Name, int Severity, string Help, string RankName);

/// <param name="Kind">Such as <c>threshold</c>, <c>ladder</c>, <c>deadline</c>.</param>
public sealed record PolicyRuleView(string Id, string Kind, string Title, string Unit, IReadOnlyList<PolicyValueView> Values);

/// <param name="Text">The value in Chinese.</param>
public sealed record PolicyValueView(DateOnly From, string Text, string Document, string Clause, string Phrase, string? Assumed);

/// <summary>A county adopts a pack from a day on (采用). <c>PUT /api/counties/{code}/policies/{pack}</c>; county. Several packs hold side by side; where two state one rule, the one adopted later holds.</summary>
/// <param name="From">First day it holds; not before the pack's own values.</param>
/// <param name="Until">Last day; null while it holds.</param>
public sealed record AdoptionBody(DateOnly From, DateOnly? Until = null);

/// <summary>Takes back an adoption that was recorded by mistake (撤回采用). <c>PUT /api/counties/{code}/policies/{pack}/withdrawal</c>; county.</summary>
/// <param name="From">First day of the adoption it names.</param>
public sealed record AdoptionWithdrawalBody(DateOnly From, string Reason);

/// <summary><c>GET /api/counties/{code}/policies</c>.</summary>
/// <param name="Clashes">Between the packs that hold today.</param>
/// <param name="Holding">Ids of the packs that hold today, lowest first; the default pack lies beneath all.</param>
/// <param name="Notes">What the county should know, such as that a pack is another county's.</param>
public sealed record CountyPolicies(
    string County, IReadOnlyList<AdoptionView> Adopted, IReadOnlyList<PolicyClashView> Clashes, IReadOnlyList<string>? Holding = null, IReadOnlyList<string>? Notes = null);

public sealed record AdoptionView(string Pack, string Title, DateOnly From, DateOnly? Until, string By, DateTimeOffset RecordedAt);

/// <summary>Two packs say different things of one rule (冲突): <c>GET /api/policies/clashes?packs=a,b</c>.</summary>
public sealed record PolicyClashView(string Rule, string Title, string Left, string LeftText, string Right, string RightText, string? Explanation);
