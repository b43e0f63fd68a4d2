using Revitalization.Domain.Calendar;
using Revitalization.Domain.Villages;

namespace Revitalization.Domain.Tests.Villages;

/// <summary>太平场村 was merged from two villages and a community in 2021; 分水村 was split the same day.</summary>
public sealed class VillageLineageTests
{
    private static readonly DateOnly s_reform = new(2021, 7, 1);
    private static readonly Period s_before = Period.OfQuarter(2021, 2);
    private static readonly Period s_after = Period.OfQuarter(2021, 3);

    private static readonly VillageLineage s_lineage = new(
    [
        Old("luozipo", "taipingchang"), Old("qingshanliang", "taipingchang"), Old("taiping-community", "taipingchang"),
        New("taipingchang"),
        Old("fenshui", "upper", "lower"), New("upper"), New("lower"),
        Old("half", "mixed", "upper"), New("mixed"),
    ]);

    private static readonly Dictionary<(string, Period), long> s_people = new()
    {
        [("luozipo", s_before)] = 1000, [("qingshanliang", s_before)] = 800, [("taiping-community", s_before)] = 1700,
        [("taipingchang", s_after)] = 3562,
        [("fenshui", s_before)] = 900, [("upper", s_after)] = 500, [("lower", s_after)] = 390,
    };

    [Fact]
    public void The_past_of_a_merged_village_is_the_sum_of_those_it_was_made_of()
    {
        var reading = s_lineage.OnNew("taipingchang", s_before, People);
        reading.Value.ShouldBe(3500);
        reading.Summed.ShouldBe(["luozipo", "qingshanliang", "taiping-community"], ignoreOrder: true);
        reading.Note.ShouldBeNull();
        s_lineage.OnNew("taipingchang", s_after, People).Value.ShouldBe(3562);
    }

    [Fact]
    public void The_present_of_a_merged_village_is_not_divided_among_the_old_ones()
    {
        s_lineage.OnOld("luozipo", s_before, People).Value.ShouldBe(1000);
        var reading = s_lineage.OnOld("luozipo", s_after, People);
        reading.Value.ShouldBeNull();
        reading.Note.ShouldBe("建制调整后无法拆分");
    }

    [Fact]
    public void A_village_that_was_split_is_read_on_by_the_sum_of_its_parts()
    {
        var lineage = new VillageLineage([Old("fenshui", "upper", "lower"), New("upper"), New("lower")]);

        lineage.OnOld("fenshui", s_after, People).Value.ShouldBe(890);
        lineage.OnNew("upper", s_before, People).Value.ShouldBeNull();
        lineage.OnNew("upper", s_after, People).Value.ShouldBe(500);
    }

    [Fact]
    public void What_came_from_two_villages_is_not_read_as_one_of_them() =>
        s_lineage.OnOld("fenshui", s_after, People).Value.ShouldBeNull();

    [Fact]
    public void Who_stands_for_an_old_village_depends_on_the_day()
    {
        s_lineage.StandingFor("luozipo", new(2021, 6, 30)).ShouldBe(["luozipo"]);
        s_lineage.StandingFor("luozipo", s_reform).ShouldBe(["taipingchang"]);
        s_lineage.StandingFor("fenshui", s_reform).ShouldBe(["lower", "upper"]);
        s_lineage.StandingFor("nowhere", s_reform).ShouldBeEmpty();
    }

    private static long People(string village, Period period) => s_people.GetValueOrDefault((village, period));

    private static VillageStanding Old(string code, params string[] successors) => new(code, code, new(2000, 1, 1), s_reform, successors);

    private static VillageStanding New(string code) => new(code, code, s_reform, null, []);
}
