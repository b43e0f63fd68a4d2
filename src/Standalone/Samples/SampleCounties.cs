namespace Revitalization.Standalone.Samples;

/// <summary>The sample counties. Figures come from the documents where they state any; the rest is derived and says so.</summary>
public static class SampleCounties
{
    /// <summary>剑阁's townships, with their codes.</summary>
    private static readonly (string Code, string Name)[] JiangeTownships =
    [
        ("510823100", "普安镇"), ("510823101", "龙源镇"), ("510823103", "盐店镇"), ("510823104", "柳沟镇"), ("510823105", "武连镇"),
        ("510823106", "东宝镇"), ("510823107", "开封镇"), ("510823108", "元山镇"), ("510823109", "演圣镇"), ("510823110", "王河镇"),
        ("510823111", "公兴镇"), ("510823112", "金仙镇"), ("510823113", "香沉镇"), ("510823114", "白龙镇"), ("510823115", "鹤龄镇"),
        ("510823116", "杨村镇"), ("510823117", "羊岭镇"), ("510823118", "江口镇"), ("510823119", "木马镇"), ("510823120", "剑门关镇"),
        ("510823121", "汉阳镇"), ("510823122", "下寺镇"), ("510823123", "涂山镇"), ("510823124", "店子镇"), ("510823126", "张王镇"),
        ("510823127", "姚家镇"), ("510823128", "义兴镇"), ("510823210", "秀钟乡"), ("510823228", "樵店乡"),
    ];

    private const int JiangeVillages = 136;
    private const int JiangeHouseholds = 96_000;

    /// <summary>The three named villages whole, and a few small villages of every other sample county: ready in seconds.</summary>
    public static IReadOnlyList<SampleCounty> Small =>
    [
        Jiange(villages: 4, households: 120), Tongjiang, Pingchang, Enyang,
        Few("510821", "四川省", "广元市", "旺苍县", [("510821108", "三江镇"), ("510821115", "龙凤镇")], 60),
        Few("610922", "陕西省", "安康市", "石泉县", [("610922104", "池河镇"), ("610922105", "后柳镇")], 62),
        Few("500110", "重庆市", "重庆市", "綦江区", [("500110120", "扶欢镇"), ("500110120", "扶欢镇")], 64),
    ];

    /// <summary>剑阁's whole ledger beside the same others.</summary>
    public static IReadOnlyList<SampleCounty> Full => [Jiange(JiangeVillages, JiangeHouseholds), .. Small.Skip(1)];

    public static SampleCounty Tongjiang => new("511921", "四川省", "巴中市", "通江县", [NamedVillages.Taipingchang]);

    public static SampleCounty Pingchang => new("511923", "四川省", "巴中市", "平昌县", [NamedVillages.Suotan]);

    public static SampleCounty Enyang => new("511903", "四川省", "巴中市", "恩阳区", [NamedVillages.Haishan]);

    /// <summary>
    /// 剑阁县: 136 villages of the three kinds, of them 10 low-income ones of provincial and 20 of county grade, and 96,000 households
    /// of the two kinds on the ledger. Derived: 36 key and 70 weak-industry villages, six lifted households to four low-income ones,
    /// 3.1 people a household, which villages they are (spread over the townships in turn).
    /// </summary>
    public static SampleCounty Jiange(int villages, int households) =>
        new("510823", "四川省", "广元市", "剑阁县", [.. Enumerable.Range(0, villages).Select(place => JiangeVillage(place, villages, households))]);

    private static SampleVillage JiangeVillage(int place, int villages, int households)
    {
        var (code, township) = JiangeTownships[place % JiangeTownships.Length];
        var number = 901 + (place / JiangeTownships.Length);
        var here = (households / villages) + (place < households % villages ? 1 : 0);
        // A smaller sample still has one village of each kind.
        var kind = villages == JiangeVillages ? place : place * 30 + (place == 0 ? 0 : -20);
        return new(
            FormattableString.Invariant($"{code}{number}"), FormattableString.Invariant($"{township[..^1]}{number - 900}号村(示例)"), township, new(2019, 12, 1),
            kind < 10 ? "省级" : kind < 30 ? "县级" : "否", Key: kind is >= 30 and < 66, WeakIndustry: kind >= 66, Ordinal: 10 + place, Ledger(here));
    }

    private static VillageCount Ledger(int households)
    {
        var people = households * 31 / 10;
        var lifted = new Count(households * 6 / 10, people * 6 / 10);
        return new(new(households, people), lifted, new Count(households, people) - lifted, default, [], Groups: 6);
    }

    private static SampleCounty Few(string code, string province, string city, string name, (string Code, string Name)[] townships, int ordinal) =>
        new(code, province, city, name, [.. townships.Select((township, place) => new SampleVillage(
            FormattableString.Invariant($"{township.Code}{901 + place}"), FormattableString.Invariant($"{township.Name[..^1]}{place + 1}号村(示例)"), township.Name,
            new(2019, 12, 1), "否", Key: place == 0, WeakIndustry: place == 1, Ordinal: ordinal + 150 + place,
            new(new(40, 128), new(22, 71), new(10, 30), new(6, 19), [new("脱贫不稳定户", false, new(2, 6))], Groups: 4)))]);
}
