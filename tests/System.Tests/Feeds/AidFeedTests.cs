using System.Text.Json;
using System.Xml.Linq;
using Revitalization.Contracts.Releases;
using Revitalization.Portal.OData.Model;

namespace Revitalization.SystemTests.Feeds;

/// <summary>The sets of aid between partners, as whoever reads them from outside asks for them.</summary>
public sealed class AidFeedTests(SamplePortal portal) : IClassFixture<SamplePortal>
{
    [Theory]
    [InlineData("Partnerships?$filter=Kind eq 'EastWest' and StartYear le 2022 and EndYear eq null", 1)]
    [InlineData("Partnerships?$filter=Plans/any(p: p/FundsFen gt 2000000000)", 1)]
    [InlineData("Partnerships?$filter=AidReports/$count eq 30", 2)]
    [InlineData("Partnerships?$filter=Pairings/any(p: p/Kind eq 'Hospital')", 1)]
    [InlineData("Partnerships?$search=乙市", 1)]
    [InlineData("Plans?$filter=SalesFloorFen ge 10000000000 and IssuedOn lt 2022-03-16", 1)]
    [InlineData("PlanLines?$filter=Field eq 'Industry' and Partnership/Kind eq 'EastWest'", 1)]
    [InlineData("AidReports?$filter=State eq 'Confirmed' and ConfirmedFen eq ReportedFen", 0)]
    [InlineData("AidReports?$filter=State eq 'Reported' and ConfirmedOn eq null and Receipt eq null", 12)]
    [InlineData("AidReports?$filter=Quantity eq 7.5", 1)]
    [InlineData("AidReports?$filter=Quantity gt 7.25 and Recipient/Name eq '剑阁县'", 2)]
    [InlineData("AidReports?$filter=month(DeliveredOn) eq 1", 5)]
    [InlineData("AidReports?$filter=Id eq 00000007-07e6-0fa0-8000-000000000001", 1)]
    [InlineData("AidReports?$filter=Id in (00000007-07e6-0fa0-8000-000000000001,00000008-07e6-0fa0-8000-000000000001)", 2)]
    [InlineData("Pairings?$filter=RecipientCode eq '510823100' and UntilDay eq null", 1)]
    [InlineData("Pairings?$search=县医院", 1)]
    [InlineData("Projects?$filter=WorkRelief and PartnershipCode eq null and LabourPayFen eq null", 1)]
    [InlineData("Projects?$filter=AcceptedOn ne null and Assets/any(a: a/Class eq 'Operating')", 1)]
    [InlineData("Projects?$search=产业园", 3)]
    [InlineData("Assets?$filter=Project/Stage eq 'Accepted' and Region/Level eq 'township'", 1)]
    [InlineData("Flows?$filter=Source eq 'EastWest' and Project/Name eq '甲产业园'", 1)]
    public async Task A_filter_finds_exactly_what_it_says(string address, int rows) =>
        (await portal.Get($"/odata/{address}&$count=true")).GetProperty("@odata.count").GetInt32().ShouldBe(rows, address);

    [Fact]
    public async Task An_entity_has_its_key_in_its_nature()
    {
        var report = await portal.Get("/odata/AidReports(00000007-07e6-0fa0-8000-000000000001)");
        report.GetProperty("ReportedFen").GetInt64().ShouldBe(7_000_00);
        report.GetProperty("Quantity").GetRawText().ShouldBe("0.875");
        report.GetProperty("DeliveredOn").GetString().ShouldBe("2022-08-10");
        (await portal.Get("/odata/Plans(PartnershipCode='east-one',Year=2022)")).GetProperty("Projects").GetInt32().ShouldBe(10);
        (await portal.Rows("/odata/Partnerships('east-one')/AidReports?$filter=Year eq 2022&$top=3")).Length.ShouldBe(3);
        (await portal.Get("/odata/Projects('p1')")).GetProperty("AcceptedOn").GetString().ShouldBe("2022-11-01");
        (await portal.Refusal("/odata/AidReports('x')")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_partnership_brings_its_plans_reports_and_pairings_along()
    {
        var row = (await portal.Rows("/odata/Partnerships?$filter=Code eq 'east-one'&$expand=Plans,Pairings($orderby=Id),AidReports($select=Field;$top=2)")).ShouldHaveSingleItem();

        row.GetProperty("Plans").GetArrayLength().ShouldBe(1);
        row.GetProperty("Pairings").EnumerateArray().Select(pairing => pairing.GetProperty("Id").GetString()).ShouldBe(["east-one.h1", "east-one.t1"]);
        row.GetProperty("AidReports").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Sums_by_partnership_and_field_are_those_of_the_rows()
    {
        var rows = await portal.Rows("/odata/AidReports?$apply=groupby((PartnershipCode,Field),aggregate(ConfirmedFen with sum as Confirmed,$count as Reports))&$orderby=PartnershipCode,Field");

        rows.Length.ShouldBe(6);
        rows.Sum(row => row.GetProperty("Confirmed").GetInt64()).ShouldBe(Enumerable.Range(1, SampleAidRows.Reports).Sum(number => SampleAidRows.Report(number).ConfirmedFen));
        rows.Sum(row => row.GetProperty("Reports").GetInt64()).ShouldBe(SampleAidRows.Reports);
    }

    // Days of work and kilograms of produce make no sum.
    [Theory]
    [InlineData("aggregate(Quantity with sum as Total)")]
    [InlineData("groupby((Field),aggregate(Quantity with average as Mean))")]
    [InlineData("groupby((Unit,Year),aggregate(Quantity with sum as T))/groupby((Year),aggregate(T with sum as All))")]
    [InlineData("compute(Quantity mul 2 as Double)/aggregate(Double with sum as Total)")]
    public async Task Quantities_of_several_units_are_not_added(string apply) => (await portal.Refusal($"/odata/AidReports?$apply={apply}")).Status.ShouldBe(400);

    [Theory]
    [InlineData("groupby((Unit),aggregate(Quantity with sum as Total))", 3)]
    [InlineData("filter(Unit eq '公斤')/aggregate(Quantity with sum as Total)", 1)]
    public async Task Quantities_of_one_unit_are(string apply, int rows) => (await portal.Rows($"/odata/AidReports?$apply={apply}")).Length.ShouldBe(rows);

    [Fact]
    public async Task Pages_of_reports_follow_one_another_by_their_ids()
    {
        var first = await portal.Get("/odata/AidReports");
        var second = await portal.Get(new Uri(first.GetProperty("@odata.nextLink").GetString()!).PathAndQuery);
        var ids = new[] { first, second }.SelectMany(page => page.GetProperty("value").EnumerateArray()).Select(row => row.GetProperty("Id").GetString()!).ToList();

        ids.Count.ShouldBe(SampleAidRows.Reports);
        ids.Distinct().Count().ShouldBe(SampleAidRows.Reports);
    }

    [Fact]
    public async Task The_metadata_says_what_each_property_is_and_what_it_counts()
    {
        var model = XDocument.Parse(await portal.Client.GetStringAsync("/odata/$metadata"));
        XElement Named(string element, string name) => model.Descendants().First(each => each.Name.LocalName == element && (string?)each.Attribute("Name") == name);
        var confirmed = Named("EntityType", "AidReport").Elements().First(each => (string?)each.Attribute("Name") == "ConfirmedFen");

        ((string?)confirmed.Attribute("Type")).ShouldBe("Edm.Int64");
        confirmed.Elements().Select(annotation => ((string?)annotation.Attribute("Term"), (string?)annotation.Attribute("String")))
            .ShouldBe([("Org.OData.Core.V1.Description", "已确认（分）"), ("Org.OData.Measures.V1.Unit", "分")], ignoreOrder: true);
        Named("EntityType", "AidReport").Descendants().ShouldNotContain(each => (string?)each.Attribute("Name") == "Title");
        foreach (var set in Disclosure.OfAid) Named("EntitySet", set.Name).ShouldNotBeNull();
    }

    [Fact]
    public async Task Every_set_of_aid_is_downloaded_whole_with_chinese_headings()
    {
        foreach (var set in Disclosure.OfAid)
        {
            var lines = (await portal.Client.GetStringAsync($"/data/{set.Name}.csv")).TrimEnd().Split("\r\n");
            lines[0].TrimStart('\uFEFF').Split(',').ShouldBe(set.Properties.Select(property => property.Heading), set.Name);
            lines.Length.ShouldBe(1 + SampleAidRows.Lines().Count(line => line.Set == set.Name), set.Name);
        }
    }

    [Fact]
    public async Task A_row_of_aid_is_proved_like_any_other()
    {
        foreach (var row in SampleAidRows.Lines().DistinctBy(line => line.Set))
        {
            var proof = await portal.Get($"/data/releases/2/proof/{row.Id}");
            proof.GetProperty("leafHash").GetString().ShouldBe(Convert.ToHexStringLower(Merkle.Leaf(row.Bytes)), row.Id);
        }
    }

    // A release from before there was aid stays readable, and says nothing where it knows nothing.
    [Fact]
    public async Task An_older_release_has_none_of_it()
    {
        foreach (var set in Disclosure.OfAid) (await portal.Rows($"/odata/{set.Name}?asOf=2023-01-01")).ShouldBeEmpty(set.Name);
    }

    [Fact]
    public void A_line_reads_back_as_the_row_it_was_made_of()
    {
        foreach (var line in SampleAidRows.Lines())
        {
            var again = RowReader.Read(line.Bytes);
            var made = (RowLine)typeof(RowLine).GetMethod(nameof(RowLine.Of), [again.GetType()])!.Invoke(null, [again])!;
            made.Bytes.ShouldBe(line.Bytes, line.Id);
        }
        Should.Throw<JsonException>(() => RowReader.Read("""{"Set":"Plans","PartnershipCode":"x","Year":2022,"FundsFen":"01","Projects":1,"People":0,"SalesFloorFen":"0","IssuedOn":"2022-03-14"}"""u8));
    }
}
