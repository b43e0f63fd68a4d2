namespace Revitalization.Standalone.Samples;

/// <summary>Makes the people of one household: who they are to its head follows from their place in it.</summary>
internal sealed class PersonMaker(string provinceDigits, int village, int firstPerson, string household)
{
    /// <summary>Ages are those of this year; everybody was born before the sample begins.</summary>
    private const int Year = 2021;

    /// <param name="before">Who was made before: a couple is a man and a woman.</param>
    public SamplePerson Make(ref Chance chance, int place, int headAge, ReadOnlySpan<SamplePerson> before)
    {
        var (relation, age) = Place(ref chance, place, headAge);
        var drawn = chance.Of100(place == 0 ? 70 : 52);
        var male = place is 1 or 5 ? !before[place - 1].Male : drawn;
        var birthYear = Year - age;
        var number = firstPerson + place;
        var labour = Labour(ref chance, age);
        var inSchool = age is >= 6 and < 16 || (age is >= 16 and < 22 && chance.Of100(55));
        return new(
            FormattableString.Invariant($"{household}-{place + 1:00}"), SyntheticPeople.Name(village, number),
            SyntheticPeople.NationalId(provinceDigits, village, number, birthYear, chance.Between(1, 13), male),
            male, birthYear, relation, Schooling(ref chance, age), inSchool,
            age > 60 && chance.Of100(30) ? "长期慢性病" : chance.Of100(4) ? "残疾" : "健康",
            inSchool ? "无劳动力" : labour, Employment(ref chance, inSchool ? "无劳动力" : labour), !inSchool && labour != "无劳动力");
    }

    private static (string Relation, int Age) Place(ref Chance chance, int place, int headAge) => place switch
    {
        0 => ("户主", headAge),
        1 => ("配偶", Math.Max(headAge + chance.Between(-4, 4), 23)),
        2 or 3 => ("子女", Math.Clamp(headAge - chance.Between(23, 33), 0, 50)),
        4 => ("父母", Math.Min(headAge + chance.Between(21, 29), 94)),
        5 => ("父母", Math.Min(headAge + chance.Between(20, 27), 94)),
        _ => ("孙子女", Math.Clamp(headAge - 48, 0, 18)),
    };

    private static string Labour(ref Chance chance, int age) => age switch
    {
        < 16 or > 74 => "无劳动力",
        > 60 => chance.Of100(60) ? "弱劳动力或半劳动力" : "无劳动力",
        _ => chance.Of100(90) ? "普通劳动力" : chance.Of100(60) ? "弱劳动力或半劳动力" : "无劳动力",
    };

    private static string Schooling(ref Chance chance, int age) => age switch
    {
        < 6 => "学龄前儿童",
        < 12 => "小学",
        < 16 => "初中",
        < 40 => chance.Of100(45) ? "初中" : chance.Of100(60) ? "高中" : "大专及以上",
        < 60 => chance.Of100(50) ? "初中" : "小学",
        _ => chance.Of100(35) ? "文盲或半文盲" : "小学",
    };

    private static string Employment(ref Chance chance, string labour)
    {
        var draw = chance.Between(0, 100);
        return labour switch
        {
            "无劳动力" => "未就业",
            "弱劳动力或半劳动力" => draw < 14 ? "公益性岗位" : draw < 22 ? "帮扶车间" : draw < 34 ? "县内" : "未就业",
            _ => draw < 34 ? "省外" : draw < 46 ? "县外省内" : draw < 68 ? "县内" : draw < 74 ? "公益性岗位" : draw < 78 ? "帮扶车间" : "未就业",
        };
    }
}
