namespace Revitalization.Standalone.Samples;

/// <summary>
/// The villages that 巴中 states figures for (site review of the second quarter of 2023), exactly as stated. What a document
/// leaves open is derived and marked so.
/// </summary>
public static class NamedVillages
{
    /// <summary>
    /// 通江县杨柏镇太平场村: 3,562 people; 141 lifted households with 521; 55 resettled with 183; 3 monitored with 9.
    /// Derived: 1,018 households (3.5 a household), the resettled among the lifted, the kind of the monitored.
    /// </summary>
    public static readonly SampleVillage Taipingchang = new(
        "511921119901", "太平场村", "杨柏镇", new(2021, 5, 1), "否", Key: false, WeakIndustry: false, Ordinal: 0,
        new(new(1018, 3562), new(141, 521), default, new(55, 183), [new("边缘易致贫户", false, new(3, 9))], Groups: 9));

    /// <summary>
    /// 平昌县澌岸镇梭滩村: 740 households, 2,129 people; 113 lifted with 336; 4 monitored (突发严重困难户) with 13, of them
    /// 1 cleared with 4. Derived: no resettled households.
    /// </summary>
    public static readonly SampleVillage Suotan = new(
        "511923128901", "梭滩村", "澌岸镇", new(2019, 12, 1), "否", Key: false, WeakIndustry: false, Ordinal: 1,
        new(new(740, 2129), new(113, 336), default, default,
            [new("突发严重困难户", false, new(3, 9)), new("突发严重困难户", true, new(1, 4))], Groups: 7));

    /// <summary>
    /// 恩阳区柳林镇海山村: 902 households, 3,892 people, 12 groups; 167 lifted with 601; 2 monitored with 8.
    /// Derived: the kind of the monitored, no resettled households.
    /// </summary>
    public static readonly SampleVillage Haishan = new(
        "511903106901", "海山村", "柳林镇", new(2020, 6, 1), "否", Key: false, WeakIndustry: false, Ordinal: 2,
        new(new(902, 3892), new(167, 601), default, default, [new("突发严重困难户", false, new(2, 8))], Groups: 12));
}
