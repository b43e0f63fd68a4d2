namespace Revitalization.Contracts.Households;

/// <summary>The whole household moves (整户迁移), within the county or into another. <c>PUT /api/households/{id}/moves/{move}</c>; an act.</summary>
public sealed record MoveBody(string ToVillageCode, DateOnly MovedOn, string Reason, string? ToGroup = null);

/// <summary>
/// Members leave to form a household of their own (分户). <c>PUT /api/households/{id}/splits/{split}</c>; an act.
/// The new household is registered by a reactor with the members named.
/// </summary>
/// <param name="NewHousehold">Id of the new household, chosen by the sender; must not exist.</param>
/// <param name="Members">Ids of the members who leave; not all of them. The first is the new head.</param>
public sealed record SplitBody(string NewHousehold, IReadOnlyList<string> Members, DateOnly SplitOn, string Reason);

/// <summary>
/// This household joins another and ends (并户). <c>PUT /api/households/{id}/merges/{merge}</c>; an act.
/// A reactor adds its members to the other.
/// </summary>
public sealed record MergeBody(string IntoHousehold, DateOnly MergedOn, string Reason);

/// <summary>
/// A correction (更正): what was recorded was wrong, and says why. <c>PUT /api/households/{id}/corrections/{c}</c>; an act.
/// Exactly one of the bodies is given. "As known on" an earlier day still answers what was recorded then.
/// </summary>
/// <param name="Corrects">What it corrects: <c>household</c>, <c>member/{m}</c>, <c>income/{period}</c>, <c>move/{id}</c>, <c>death/{m}</c>.</param>
/// <param name="Reason">Why, 1–200 characters; never personal data.</param>
/// <param name="Withdraw">For a death or a departure that did not happen: takes it back.</param>
public sealed record CorrectionBody(
    string Corrects,
    string Reason,
    HouseholdBody? Household = null,
    MemberBody? Member = null,
    IncomeBody? Income = null,
    bool Withdraw = false);

/// <summary>Lawful erasure (依法删除) of one person: key, rows, snapshots and blind index go; the log stays verifiable.</summary>
/// <param name="LegalBasis">The provision it rests on, such as 个人信息保护法第四十七条; 1–200 characters.</param>
/// <param name="RetentionEndedOn">The day retention rules ended; later than today is refused.</param>
public sealed record ErasureBody(string LegalBasis, DateOnly RetentionEndedOn);
