namespace Revitalization.Standalone.Samples;

/// <summary>Households and the people in them.</summary>
public readonly record struct Count(int Households, int People)
{
    public static Count operator -(Count left, Count right) => new(left.Households - right.Households, left.People - right.People);

    public static Count operator +(Count left, Count right) => new(left.Households + right.Households, left.People + right.People);
}

/// <summary>Monitored households of one kind that share what became of their risk.</summary>
public sealed record MonitoredGroup(string Kind, bool Cleared, Count Count);

/// <summary>What a sample village holds, exactly. Monitored households are counted apart from lifted and low-income ones.</summary>
/// <param name="Total">All households, ordinary ones included.</param>
/// <param name="Resettled">Of the lifted.</param>
/// <param name="Groups">村民小组.</param>
public sealed record VillageCount(
    Count Total, Count Lifted, Count LowIncome, Count Resettled, IReadOnlyList<MonitoredGroup> Monitored, int Groups)
{
    public Count Ordinary => Total - Lifted - LowIncome - Monitored.Aggregate(default(Count), (sum, group) => sum + group.Count);
}

/// <param name="Code">Synthetic: the township's nine digits and 9xx, which the statistics bureau never uses.</param>
/// <param name="Grade">As the villages sheet writes it: 否, 省级 or 县级.</param>
/// <param name="Ordinal">Place among all sample villages; stands in its people's made-up id numbers.</param>
public sealed record SampleVillage(
    string Code, string Name, string Township, DateOnly EstablishedOn, string Grade, bool Key, bool WeakIndustry, int Ordinal, VillageCount Count);

/// <param name="Code">County (or, for Fuhuan, its district): six digits.</param>
public sealed record SampleCounty(string Code, string Province, string City, string Name, IReadOnlyList<SampleVillage> Villages)
{
    public Count Total => Villages.Aggregate(default(Count), (sum, village) => sum + village.Count.Total);
}
