using Revitalization.Contracts.Monitoring;

namespace Revitalization.Standalone.Samples;

/// <summary>
/// The sample's monitoring (监测): what the national sheet states is taken over, in 太平场村, 梭滩村 and 海山村 exactly that; in the other
/// sample villages households stand in every step, colour and origin, some of them overdue. Part of it lies in 2023, where the
/// sample's release sees it, the rest around the day of the first start, where tasks and limits do.
/// </summary>
public sealed class SampleMonitoring(ulong seed, DateOnly today)
{
    /// <summary>The sheet is taken over on this day.</summary>
    public static readonly DateOnly TakenOverOn = new(2023, 1, 10);

    private static readonly DateOnly s_admitted = new(2022, 5, 20);
    private static readonly DateOnly s_april = new(2023, 4, 10);

    private const string Campaign = "2023-04";

    /// <summary>集中排查 in one county: its code, the campaign's id and what it states.</summary>
    public static (string County, string Id, CampaignBody Body) AprilCampaign { get; } =
        ("510823", Campaign, new CampaignBody("2023年4月集中排查", new(2023, 4, 1), new(2023, 4, 30)));

    /// <summary>Packs a county adopts, and from when.</summary>
    public static IReadOnlyList<(string County, string Pack, DateOnly From)> Adoptions { get; } =
    [
        ("510823", "jiange-2022", new(2022, 7, 26)), ("511921", "tongjiang-2023", new(2023, 7, 17)), ("510821", "wangcang-2022", new(2022, 4, 18)),
    ];

    public IEnumerable<SampleCase> Cases(SampleCounty county, SampleCadres by)
    {
        foreach (var taken in TakenOver(county, by)) yield return taken;
        if (county.Villages.Any(IsNamed)) yield break;
        var places = Households(county, household => household.Kind == "脱贫户" && household.Monitored is null).Select(household => household.Id).Take(30).ToList();
        var cases = county.Code == "510823" ? Everything(places, by) : Some(places, by);
        foreach (var each in cases) yield return each;
    }

    private static bool IsNamed(SampleVillage village) => village.Ordinal < 3;

    /// <summary>Whoever the sheet states as monitored; one whose risk it states as cleared is cleared by the procedure.</summary>
    private IEnumerable<SampleCase> TakenOver(SampleCounty county, SampleCadres by)
    {
        foreach (var household in Households(county, household => household.Monitored is not null))
        {
            var taken = new SampleCase(household.Id, by).TakeOver(TakenOverOn, s_admitted, Kind(household.Monitored!), TakenOverOn.AddMonths(8));
            taken.Measure(TakenOverOn.AddDays(5), "m", "产业帮扶", 1_500, TakenOverOn.AddDays(90)).Complete(TakenOverOn.AddDays(60), "m").Visit(TakenOverOn.AddDays(33));
            yield return household.Cleared ? taken.Clear(new(2023, 6, 1)) : taken.Visit(today.AddDays(-70));
        }
    }

    private static string Kind(string monitored) => monitored switch { "脱贫不稳定户" => "unstable-lifted", "边缘易致贫户" => "marginal", _ => "sudden-hardship" };

    private IEnumerable<SampleHousehold> Households(SampleCounty county, Func<SampleHousehold, bool> wanted) =>
        county.Villages.Take(2).SelectMany(village => new HouseholdMaker(seed, county.Code[..2]).Of(village).Where(wanted));

    /// <summary>One household for every way a file can stand, and a campaign.</summary>
    private IEnumerable<SampleCase> Everything(List<string> places, SampleCadres by)
    {
        var at = 0;
        SampleCase Next() => new(places[at++], by);
        yield return Next().Clue(today.AddDays(-1), "application", "illness", "本人申报大额医疗支出");
        yield return Next().Clue(today.AddDays(-30), "department", "schooling");
        yield return Next().Clue(today.AddDays(-6), "screening", "income-loss").Dispatch(today.AddDays(-1));
        yield return Next().Clue(today.AddDays(-40), "visit", "housing").Dispatch(today.AddDays(-38));
        yield return Next().Clue(today.AddDays(-30), "department", "disaster").Dispatch(today.AddDays(-29)).Verify(today.AddDays(-25), "disaster", 5);
        yield return Next().Clue(today.AddDays(-9), "visit", "illness").Dispatch(today.AddDays(-8)).Verify(today.AddDays(-5), "illness", 4)
            .Review(today.AddDays(-3)).Notice(today.AddDays(-2));
        yield return Next().Noticed(today.AddDays(-1), "department", "accident", 8);
        yield return Next().Noticed(today.AddDays(-12), "application", "disability", 14).AtTownship(today.AddDays(-11));
        yield return Next().Admit(today.AddDays(-40), "sudden-hardship", "department", "illness", 4)
            .Cadre(today.AddDays(-39), "other-cadre").Measure(today.AddDays(-35), "m", "医疗救助", 3_000, today.AddDays(20)).Visit(today.AddDays(-10), "已上门了解情况");
        yield return Next().Admit(today.AddDays(-250), "marginal", "visit", "income-loss", 5).Help(today.AddDays(-250), "section-leader", "公益性岗位", 0)
            .Measure(today.AddDays(-90), "late", "技能培训", 800, today.AddDays(-20)).Target(today.AddDays(-30), 12_000);
        yield return Next().Admit(new(2023, 2, 10), "unstable-lifted", "screening", "work-loss", 10).Visit(new(2023, 3, 20));
        yield return Next().Admit(today.AddDays(-330), "sudden-hardship", "department", "illness", 8).Help(today.AddDays(-330), "section-leader", "医疗救助", 5_000).Propose(today.AddDays(-15));
        yield return Next().Admit(today.AddDays(-340), "marginal", "application", "schooling", 8).Help(today.AddDays(-340), "section-leader", "教育资助", 1_000)
            .Propose(today.AddDays(-9)).Review(today.AddDays(-7), "cr").Notice(today.AddDays(-3), "cn");
        yield return Next().Admit(today.AddDays(-350), "unstable-lifted", "visit", "industry-loss", 8).Help(today.AddDays(-350), "section-leader", "产业帮扶", 2_000)
            .Propose(today.AddDays(-40)).Review(today.AddDays(-38), "cr").Notice(today.AddDays(-36), "cn").TakeDown(today.AddDays(-18), "cn");
        yield return Cleared(Next());
        yield return Cleared(Next()).Admit(today.AddDays(-100), "sudden-hardship", "department", "illness", 9).Cadre(today.AddDays(-99), "county-leader");
        foreach (var each in Campaigned(places[at..], by)) yield return each;
    }

    private static SampleCase Cleared(SampleCase from) => from.Admit(new(2023, 2, 20), "marginal", "screening", "income-loss", 5)
        .Help(new(2023, 2, 20), "county-leader", "小额信贷贴息", 1_200).Clear(new(2023, 10, 18));

    /// <summary>April's campaign sees every household that is left; in half of them nothing is found on a closer look.</summary>
    private static IEnumerable<SampleCase> Campaigned(List<string> places, SampleCadres by) => places.Select((place, number) =>
    {
        var seen = new SampleCase(place, by).Check(s_april.AddDays(number), Campaign);
        return number % 2 == 0 ? seen.Clue(s_april.AddDays(number), "screening", "income-loss").Dispatch(s_april.AddDays(number + 1)).FindNothing(s_april.AddDays(number + 3)) : seen;
    });

    private IEnumerable<SampleCase> Some(List<string> places, SampleCadres by)
    {
        yield return new SampleCase(places[0], by).Clue(today.AddDays(-20), "department", "illness");
        yield return new SampleCase(places[1], by).Clue(today.AddDays(-4), "visit", "income-loss").Dispatch(today.AddDays(-3));
        yield return new SampleCase(places[2], by).Noticed(today.AddDays(-3), "screening", "schooling", 6);
        yield return new SampleCase(places[3], by).Admit(today.AddDays(-60), "sudden-hardship", "department", "disaster", 5).Visit(today.AddDays(-25));
        yield return new SampleCase(places[4], by).Admit(new(2023, 3, 15), "marginal", "visit", "illness", 9).Visit(new(2023, 6, 1));
    }
}
