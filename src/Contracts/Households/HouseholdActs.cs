namespace Revitalization.Contracts.Households;

/// <summary>The whole household is in another village from a day on. <c>PUT /api/households/{id}/moves/{move}</c>; an act.</summary>
/// <param name="Why"><c>moved</c> 迁移 (within the county or between counties), <c>reformed</c> 村级建制调整 or <c>corrected</c> 更正; only a move counts as one in the figures.</param>
/// <param name="Reason">Needed for <c>corrected</c>; never personal data.</param>
public sealed record MoveBody(string ToVillageCode, DateOnly MovedOn, string Why = "moved", string? Reason = null);

/// <summary>
/// Members leave to form a household of their own (分户). <c>PUT /api/households/{id}/splits/{split}</c>; an act.
/// The new household is registered by a reactor with the members named.
/// </summary>
/// <param name="NewHousehold">Id of the new household, chosen by the sender; must not exist.</param>
/// <param name="Members">Ids of the members who leave; not all of them.</param>
/// <param name="NewHead">The one of them who heads the new household.</param>
/// <param name="RemainingHead">Needed where this household's head leaves others behind.</param>
public sealed record SplitBody(
    string NewHousehold, IReadOnlyList<string> Members, string NewHead, DateOnly SplitOn, string? RemainingHead = null);

/// <summary>
/// All members go into another household and this one closes (并户). <c>PUT /api/households/{id}/merges/{merge}</c>; an act.
/// A reactor adds its members to the other.
/// </summary>
public sealed record MergeBody(string IntoHousehold, DateOnly MergedOn);

/// <summary>
/// A correction (更正): withdraws one entry of the history, or moves it to the day it truly happened. Values are corrected by
/// stating them anew with a reason. <c>PUT /api/households/{id}/corrections/{c}</c>; an act.
/// "As known on" an earlier day still answers what was recorded then.
/// </summary>
/// <param name="Entry">The entry's number in the history: the version of its event.</param>
/// <param name="Reason">Why, 1–200 characters; never personal data.</param>
/// <param name="On">The true day; null withdraws the entry.</param>
public sealed record CorrectionBody(long Entry, string Reason, DateOnly? On = null);

/// <summary>The household ends (销户). <c>PUT /api/households/{id}/closure/{c}</c>; an act.</summary>
/// <param name="Kind"><c>extinct</c> 户内无人, <c>moved-away</c> 整户迁往系统外, <c>listed-in-error</c> 误登.</param>
public sealed record CloseBody(string Kind, DateOnly On, string Reason);

/// <summary>
/// Lawful erasure (依法删除) of one person: key, rows, snapshots and blind index go; the log stays verifiable.
/// <c>PUT /api/households/{id}/members/{m}/erasure</c> by the county.
/// </summary>
/// <param name="LegalBasis">The provision it rests on, such as 个人信息保护法第四十七条; 1–200 characters.</param>
/// <param name="RetentionEndedOn">The day retention rules ended; later than today is refused.</param>
public sealed record ErasureBody(string LegalBasis, DateOnly RetentionEndedOn);
