namespace Revitalization.Contracts.Monitoring;

/// <summary>A sign of risk (线索). <c>PUT /api/households/{id}/clues/{clue}</c>; an act. Clues of one household are merged until they are sent out.</summary>
/// <param name="Origin"><c>application</c> 农户申报, <c>visit</c> 干部走访, <c>department</c> 部门线索, <c>screening</c> 集中排查.</param>
/// <param name="Risk">See <see cref="MonitoringTerms"/>.</param>
/// <param name="Note">What was said or seen; kept encrypted. At most 200 characters.</param>
/// <param name="Evidence">SHA-256 (hex) of files put at <c>/api/households/{id}/evidence/{sha256}</c>.</param>
public sealed record ClueBody(DateOnly On, string Origin, string Risk, string? Note = null, IReadOnlyList<string>? Evidence = null);

/// <summary>Takes back what was recorded by mistake (撤回), as long as nothing was built on it. Needs the reason.</summary>
/// <remarks><c>PUT …/clues/{clue}/withdrawal</c> before it is sent out, <c>…/visits/{visit}/withdrawal</c>, <c>…/measures/{measure}/withdrawal</c> before it is completed.</remarks>
public sealed record WithdrawalBody(DateOnly On, string Reason);

/// <summary>Sends the open clues out to one verifier (派发). <c>PUT /api/households/{id}/dispatch/{act}</c>; sending again before the verification names another.</summary>
/// <param name="Assignee">Account of the verifier (核查员). How much he has open is counted by the Silo; the pack caps it.</param>
public sealed record DispatchBody(DateOnly On, string Assignee);

/// <summary>What the verifier found (入户核查). <c>PUT /api/households/{id}/verification/{verification}</c>; an act.</summary>
/// <param name="Needs">Basic needs that are not met, of <see cref="MonitoringTerms.Needs"/>; empty where all are met.</param>
/// <param name="ExpectedClearOn">Needed where a risk is found: the assessed colour follows from it.</param>
public sealed record VerificationBody(
    DateOnly On, bool RiskFound, IReadOnlyList<string> Risks, IReadOnlyList<string> Needs, DateOnly? ExpectedClearOn, IReadOnlyList<string> Evidence);

/// <summary>The village's assembly (民主评议), on admission or on clearing. <c>PUT /api/households/{id}/village-reviews/{act}</c>.</summary>
public sealed record VillageReviewBody(DateOnly On, bool Agreed, int Present, int InFavour, IReadOnlyList<string> Evidence);

/// <summary>The notice went up (公示). <c>PUT /api/households/{id}/notices/{act}</c>.</summary>
/// <param name="Place">Where it hangs, such as 村务公开栏; never personal data.</param>
/// <param name="Proof">SHA-256 of a picture of it.</param>
public sealed record NoticeBody(DateOnly On, string Place, string Proof);

/// <summary>Somebody objects (异议). <c>PUT /api/households/{id}/objections/{objection}</c>; the notice's clock stops.</summary>
public sealed record ObjectionBody(DateOnly On, string? Statement = null);

/// <summary><c>PUT /api/households/{id}/objections/{objection}/settlement</c>.</summary>
public sealed record SettlementBody(DateOnly On, bool Upheld, string Finding);

/// <summary>The notice came down after its days. <c>PUT /api/households/{id}/notices/{act}/closing</c>.</summary>
public sealed record NoticeClosingBody(DateOnly On);

/// <summary>乡镇审核. <c>PUT /api/households/{id}/township-reviews/{act}</c>.</summary>
/// <param name="Kind">As what the township proposes the household (拟定类别); may be left to the county.</param>
public sealed record TownshipReviewBody(DateOnly On, bool Agreed, string? Reason = null, string? Kind = null);

/// <summary>县级审定. <c>PUT /api/households/{id}/county-decisions/{act}</c>.</summary>
/// <param name="Kind"><c>unstable-lifted</c>, <c>marginal</c> or <c>sudden-hardship</c>; left out, the township's proposal holds, and one of both is needed where approved.</param>
public sealed record CountyDecisionBody(DateOnly On, bool Approved, string? Kind = null, string? Reason = null);

/// <summary>A household that the national system already monitors is taken over (承接在册). <c>PUT /api/households/{id}/takeovers/{act}</c>; county only, once.</summary>
/// <param name="AdmittedOn">As the national system states it.</param>
public sealed record TakeOverBody(DateOnly On, DateOnly AdmittedOn, string Kind, IReadOnlyList<string> Risks, DateOnly ExpectedClearOn);
