using Revitalization.Domain.Regions;

namespace Revitalization.Domain.Tests.Regions;

public sealed class RegionBookTests
{
    private static readonly RegionBook s_book = RegionBook.Shipped;
    private static readonly string[] s_withTownships = ["33", "50", "51", "61"];

    // The shipped file is a compact copy of the facts; whoever changes either finds out here.
    [Fact]
    public void The_shipped_regions_are_those_of_the_source()
    {
        var source = Repository.Shared("data/regions.csv");
        Assert.SkipUnless(File.Exists(source), "The source stands beside the repository and is absent here.");
        var regions = File.ReadLines(source).Skip(1).Select(Parse)
            .Where(region => region.Level != RegionLevel.Township || s_withTownships.Contains(region.Code[..2]))
            .Where(region => region.Code != region.ParentCode).ToList();

        s_book.All.ShouldBe(regions.OrderBy(region => region.Code, StringComparer.Ordinal));
        File.ReadAllText(Path.Combine(Repository.Root, "src", "Domain", "Regions", "regions.txt")).ShouldBe(RegionLines.Write(regions));
    }

    [Fact]
    public void The_book_holds_every_county_and_the_townships_of_four_provinces()
    {
        s_book.All.Count(region => region.Level == RegionLevel.Province).ShouldBe(31);
        s_book.All.Count(region => region.Level == RegionLevel.City).ShouldBe(342);
        s_book.All.Count(region => region.Level == RegionLevel.County).ShouldBe(2975);
        s_book.All.Count(region => region.Level == RegionLevel.Township).ShouldBe(6864);
    }

    [Theory]
    [InlineData("510823", "剑阁县")]
    [InlineData("510821", "旺苍县")]
    [InlineData("511921", "通江县")]
    [InlineData("511923", "平昌县")]
    [InlineData("511903", "恩阳区")]
    [InlineData("610922", "石泉县")]
    [InlineData("500110120", "扶欢镇")]
    public void The_counties_of_the_documents_are_there(string code, string name) => s_book.Find(code)!.Name.ShouldBe(name);

    [Fact]
    public void A_village_has_its_township_county_city_and_province_above_it() =>
        s_book.Ancestors(Given.Village).Select(region => region.Name).ShouldBe(["普安镇", "剑阁县", "广元市", "四川省"]);

    [Fact]
    public void A_county_of_chongqing_stands_under_its_municipal_district() =>
        s_book.Ancestors("500110120").Select(region => region.Code).ShouldBe(["500110", "500100", "500000"]);

    [Fact]
    public void An_unknown_code_has_no_place_above_it()
    {
        s_book.Find("999999").ShouldBeNull();
        s_book.Ancestors("999999").ShouldBeEmpty();
        s_book.Ancestors("999999999901").ShouldBeEmpty();
    }

    [Fact]
    public void Children_come_in_order_of_code()
    {
        s_book.Children(null).Count().ShouldBe(31);
        s_book.Children("510800").Select(region => region.Code).ShouldBe(["510802", "510811", "510812", "510821", "510822", "510823", "510824"], ignoreOrder: false);
        s_book.Children("510823").First().Code.ShouldBe("510823100");
    }

    // A name never identifies: the code must be asked for.
    [Fact]
    public void Many_townships_are_called_sanjiang()
    {
        s_book.Named("三江镇").Select(region => region.Code).ShouldBe(["510821108", "511124107", "511902107", "513221107"]);
        s_book.Search("三江镇").Count.ShouldBe(4);
    }

    [Fact]
    public void A_search_shows_larger_places_first_and_never_more_than_asked()
    {
        s_book.Search("广元")[0].Code.ShouldBe("510800");
        s_book.Search("镇", limit: 7).Count.ShouldBe(7);
        s_book.Search("").ShouldBeEmpty();
    }

    private static Region Parse(string line)
    {
        var part = line.TrimStart('\uFEFF').Split(',');
        return new(part[0], part[1], Enum.Parse<RegionLevel>(part[3], ignoreCase: true), part[2] == "" ? null : part[2]);
    }
}
