namespace Revitalization.Contracts.Villages;

/// <summary>A village or community (村, 社区) from a day on. <c>PUT /api/villages/{code}</c>; changes by <c>If-Match</c>.</summary>
/// <param name="Name">As the county writes it; never identifies, the code does.</param>
/// <param name="EstablishedOn">The day from which this holds: for a new village, from when it exists.</param>
/// <param name="Grade">低收入村: <c>none</c>, <c>provincial</c> 省级 or <c>county</c> 县级.</param>
/// <param name="KeyVillage">省级重点帮扶村.</param>
/// <param name="WeakIndustry">产业发展薄弱村.</param>
/// <param name="Predecessors">Codes of the villages it was formed from; only when it is entered.</param>
public sealed record VillageBody(
    string Name,
    DateOnly EstablishedOn,
    string Grade = "none",
    bool KeyVillage = false,
    bool WeakIndustry = false,
    IReadOnlyList<string>? Predecessors = null);

/// <summary>
/// The village ends and others take it over (合并, 拆分). <c>PUT /api/villages/{code}/lineage/{act}</c>; an act.
/// A series can afterwards be read on the old villages or on the new.
/// </summary>
/// <param name="Successors">One for a merger (并村), several for a split (分村); they must be registered.</param>
public sealed record LineageBody(DateOnly On, IReadOnlyList<string> Successors);

/// <summary>A village as it stands. <c>GET /api/villages/{code}</c>, <c>GET /api/villages?region=</c>.</summary>
/// <param name="Synthetic">The code is made up for an example (900–999 at its end) and is marked so wherever it is shown.</param>
public sealed record VillageView(
    string Code, string Name, string RegionName, DateOnly EstablishedOn, DateOnly? EndedOn, string Grade, bool KeyVillage,
    bool WeakIndustry, bool Synthetic, IReadOnlyList<string> Predecessors, IReadOnlyList<string> Successors, long Version);
