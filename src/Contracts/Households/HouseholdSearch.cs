namespace Revitalization.Contracts.Households;

/// <summary>What to look for: <c>POST /api/households/search</c>. In a body, since nothing personal may stand in an address.</summary>
/// <param name="NationalId">Exact; found by blind index.</param>
/// <param name="Name">Exact full name of a member; found by blind index.</param>
/// <param name="RegionCode">Any level; must lie in the caller's scope. Null: the whole scope.</param>
/// <param name="HouseholdId">Beginning of the household's id.</param>
/// <param name="Duplicates">Only households with a person who is also in another.</param>
/// <param name="Limit">1–200.</param>
public sealed record HouseholdSearch(
    string? NationalId = null,
    string? Name = null,
    string? RegionCode = null,
    string? HouseholdId = null,
    string? Kind = null,
    string? Monitored = null,
    bool? Resettled = null,
    bool Duplicates = false,
    string? Cursor = null,
    int Limit = 50);

/// <summary>One household found; the head's name is masked (张**).</summary>
public sealed record HouseholdFound(
    string Id, string VillageCode, string VillageName, string? Group, string Kind, string? Monitored, bool RiskCleared,
    bool Resettled, int Members, string? HeadNameMasked, string? LatestIncomePeriod, long? LatestPerHeadFen, bool Active, long Version);

/// <summary>A person who stands in two households (重复人员); the national id is masked.</summary>
public sealed record DuplicatePerson(
    Guid Person, string NameMasked, string NationalIdMasked, IReadOnlyList<DuplicatePlace> Places);

/// <summary>Where a duplicate stands.</summary>
public sealed record DuplicatePlace(string Household, string Member, string VillageCode, string VillageName, DateOnly EffectiveOn);
