namespace Revitalization.Contracts.Villages;

/// <summary>A village or community (村, 社区). <c>PUT /api/villages/{code}</c>; changes by <c>If-Match</c>.</summary>
/// <param name="Name">As the county writes it; never identifies, the code does.</param>
/// <param name="EstablishedOn">From when it exists.</param>
/// <param name="Grade">低收入村: <c>none</c>, <c>provincial</c> 省级 or <c>county</c> 县级.</param>
/// <param name="KeyVillage">省级重点帮扶村.</param>
/// <param name="WeakIndustry">产业发展薄弱村.</param>
/// <param name="Synthetic">The code is made up for an example (900–999) and is marked so wherever it is shown.</param>
public sealed record VillageBody(
    string Name,
    DateOnly EstablishedOn,
    string Grade = "none",
    bool KeyVillage = false,
    bool WeakIndustry = false,
    bool Synthetic = false);

/// <summary>
/// Villages ended and this one continues them (合并, 拆分, 更名). <c>PUT /api/villages/{code}/lineage/{id}</c>; an act.
/// A series can afterwards be read on the old villages or on the new.
/// </summary>
/// <param name="Predecessors">Codes of the villages that ended on <paramref name="On"/>; they must be registered.</param>
/// <param name="Document">The approval, such as 通府〔2021〕3号.</param>
public sealed record LineageBody(IReadOnlyList<string> Predecessors, DateOnly On, string Document);

/// <summary>A village as it stands. <c>GET /api/villages/{code}</c>, <c>GET /api/villages?region=</c>.</summary>
public sealed record VillageView(
    string Code, string Name, string RegionName, DateOnly EstablishedOn, DateOnly? EndedOn, string Grade, bool KeyVillage,
    bool WeakIndustry, bool Synthetic, IReadOnlyList<string> Predecessors, IReadOnlyList<string> Successors, long Version);
