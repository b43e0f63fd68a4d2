using System.Text.Json;

namespace Revitalization.Contracts.Households;

/// <summary>
/// One household as of a day and as known on a day: <c>GET /api/households/{id}?asOf=&amp;knownOn=&amp;purpose=</c>. Each read is an audited event.
/// </summary>
/// <param name="AsOf">The day in the household's life that is shown.</param>
/// <param name="KnownOn">Only what was recorded up to the end of this day is taken into account.</param>
/// <param name="Active">False after it closed, merged into another household or lost its last member.</param>
/// <param name="Version">For <c>If-Match</c>.</param>
public sealed record HouseholdView(
    string Id, string VillageCode, string VillageName, string RegionName, string? Group,
    string Kind, string? Monitored, bool RiskCleared, bool Resettled, string? ResettlementSite,
    bool Active, string? MergedInto, long Version, DateOnly AsOf, DateOnly KnownOn,
    IReadOnlyList<MemberView> Members, IReadOnlyList<IncomeView> Incomes, IReadOnlyList<DuplicatePerson> Duplicates);

/// <summary>A member; national id, phone and account are masked, and all sealed fields are null once the person is erased.</summary>
public sealed record MemberView(
    string Id, string? Name, string? NationalIdMasked, string Sex, int BirthYear, string Relation,
    string Labour, string Employment, string Schooling, bool WillingToWork,
    string? PhoneMasked, string? BankAccountMasked, string? Health, bool Erased);

/// <summary>One quarter's income with its sums, fen.</summary>
/// <param name="NetFen">wage + operating − cost + property + transfer.</param>
/// <param name="PerHeadFen">Net ÷ members at the end of the quarter, half up to the fen; null without members.</param>
public sealed record IncomeView(
    string Period, long WageFen, long OperatingFen, long OperatingCostFen, long PropertyFen, long TransferFen,
    long NetFen, int Members, long? PerHeadFen);

/// <summary>One event of a history or of the log, personal fields masked.</summary>
/// <param name="Version">The entry's number: what a correction names.</param>
/// <param name="Title">What happened, in Chinese.</param>
/// <param name="EffectiveOn">The day it took effect, where the event has one.</param>
/// <param name="Data">The event's fields; a sealed value is shown as <c>***</c>.</param>
public sealed record HistoryEntry(
    long Seq, string Stream, long Version, string Type, string Title, DateOnly? EffectiveOn,
    DateTimeOffset RecordedAt, string Actor, string CommandId, JsonElement Data);
