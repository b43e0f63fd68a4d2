using Revitalization.Contracts.Aid;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Funds;
using Revitalization.Contracts.Identity;
using Revitalization.SystemTests.Imports;
using Revitalization.SystemTests.Silo;
using static Revitalization.SystemTests.Aid.AidYearFixture;

namespace Revitalization.SystemTests.Aid;

/// <summary>What both sides see of many reports: the same numbers, each within its own reach.</summary>
public sealed class AidListTests(AidYearFixture year) : IClassFixture<AidYearFixture>
{
    private static async Task<IReadOnlyList<AidReportRow>> Rows(HttpClient reader, string query = "") =>
        (await reader.Read<Page<AidReportRow>>("/api/aid/reports?limit=200" + query)).Items;

    private static IEnumerable<int> Numbers(IEnumerable<AidReportRow> rows) => rows.Select(row => int.Parse(row.Id[..8], System.Globalization.CultureInfo.InvariantCulture)).Order();

    // A partner that saw another's reports, or a county a draft, would know what nobody told it.
    [Fact]
    public async Task Everybody_sees_the_reports_within_reach_and_a_draft_is_its_partner_s_alone()
    {
        Numbers(await Rows(year.PartnerXiaoshan)).ShouldBe([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        Numbers(await Rows(year.PartnerZiyang)).ShouldBe([11]);
        Numbers(await Rows(year.PartnerZhechuan)).ShouldBe([12, 13, 14]);
        Numbers(await Rows(year.PartnerOfBoth)).ShouldBe([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 13, 14]);
        Numbers(await Rows(year.Wangcang)).ShouldBe([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
        Numbers(await Rows(year.Tongjiang)).ShouldBe([12]);
        Numbers(await Rows(year.Jiachuan)).ShouldBe([3]);
        Numbers(await Rows(year.Province)).ShouldBe([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
        await year.PartnerZiyang.GetAsync("/api/aid/reports?partnership=" + Xiaoshan).Refused(AccessRefusal.ScopeElsewhere, "partnership");
        await year.PartnerZiyang.GetAsync("/api/aid/board?partnership=" + Xiaoshan).Refused(AccessRefusal.ScopeElsewhere, "partnership");
        await year.Tongjiang.GetAsync("/api/aid/reports?region=510821").Refused(AccessRefusal.ScopeElsewhere, "region");
        (await Rows(year.Tongjiang, "&partnership=" + Xiaoshan)).ShouldBeEmpty();
        await year.Tongjiang.GetAsync(Path(Zhechuan, 14)).Refused(Revitalization.Domain.Aid.AidRefusal.ReportUnknown);
        await year.Jiachuan.GetAsync(Path(Xiaoshan, 1)).Refused(AccessRefusal.ScopeElsewhere);
        (await year.Jiachuan.Read<AidReportView>(Path(Xiaoshan, 3))).State.ShouldBe("confirmed");
    }

    [Theory]
    [InlineData("&state=disputed", "10")]
    [InlineData("&field=industry", "3")]
    [InlineData("&form=purchase", "4")]
    [InlineData("&silent=true", "6")]
    [InlineData("&silent=false&state=reported", "7")]
    [InlineData("&shared=true", "1,6,11")]
    [InlineData("&region=510821101", "3")]
    [InlineData("&year=2022&partnership=zy-wc", "11")]
    [InlineData("&year=2021", "")]
    public async Task A_list_is_narrowed_by_each_filter(string query, string numbers) =>
        string.Join(',', Numbers(await Rows(year.Wangcang, query))).ShouldBe(numbers);

    // Ignored, a misspelt filter would show a longer list than was asked for.
    [Fact]
    public async Task What_no_list_knows_is_refused_by_name()
    {
        await year.Wangcang.GetAsync("/api/aid/reports?state=lost").Refused(QueryRefusal.FilterUnknown, "state");
        await year.Wangcang.GetAsync("/api/aid/reports?field=magic").Refused(QueryRefusal.FilterUnknown, "field");
        await year.Wangcang.GetAsync("/api/aid/reports?form=magic").Refused(QueryRefusal.FilterUnknown, "form");
        await year.Wangcang.GetAsync("/api/aid/reports?year=1").Refused(QueryRefusal.FilterUnknown, "year");
        await year.Wangcang.GetAsync("/api/aid/reports?region=x").Refused(QueryRefusal.RegionNotFound, "region");
        await year.Wangcang.GetAsync("/api/aid/reports?limit=201").Refused(QueryRefusal.LimitOutOfRange, "limit");
        await year.Wangcang.GetAsync("/api/aid/reports?cursor=!").Refused(QueryRefusal.CursorInvalid, "cursor");
        await year.Wangcang.GetAsync("/api/aid/reports?stat=reported").Refused(QueryRefusal.ParameterUnknown, "stat");
        await year.Wangcang.GetAsync("/api/aid/totals?level=moon").Refused(QueryRefusal.FilterUnknown, "level");
        await year.Wangcang.GetAsync("/api/aid/totals?side=left").Refused(QueryRefusal.FilterUnknown, "side");
        await year.Wangcang.GetAsync("/api/partnerships?page=2").Refused(QueryRefusal.ParameterUnknown, "page");
    }

    [Fact]
    public async Task Pages_and_the_sheet_show_every_report_once()
    {
        var (seen, cursor) = (new List<AidReportRow>(), "");
        do
        {
            var page = await year.Wangcang.Read<Page<AidReportRow>>($"/api/aid/reports?limit=2{(cursor.Length > 0 ? "&cursor=" + cursor : "")}");
            page.Items.Count.ShouldBeInRange(1, 2);
            seen.AddRange(page.Items);
            cursor = page.NextCursor ?? "";
        }
        while (cursor.Length > 0);

        seen.Select(row => row.Id).ShouldBe((await Rows(year.Wangcang)).Select(row => row.Id));
        seen.ShouldBe([.. seen.OrderByDescending(row => row.DeliveredOn).ThenByDescending(row => row.Id, StringComparer.Ordinal)]);
        var sheet = Sheets.Rows(await year.Wangcang.GetByteArrayAsync("/api/aid/reports.xlsx?state=confirmed"));
        sheet.Count.ShouldBe(1 + seen.Count(row => row.State == "confirmed"));
        sheet[0].Cells[0].Text.ShouldContain("报告编号");
    }

    // The six numbers are never one another, and of each report, list, level and fund they are the same money.
    [Fact]
    public async Task Numbers_are_conserved_from_the_report_to_the_fund()
    {
        var rows = await Rows(year.Wangcang);
        foreach (var sum in rows.Select(row => row.Sum))
        {
            sum.ReportedFen.ShouldBeGreaterThanOrEqualTo(sum.ConfirmedFen);
            sum.ConfirmedFen.ShouldBeGreaterThanOrEqualTo(sum.AllocatedFen);
            sum.AllocatedFen.ShouldBeGreaterThanOrEqualTo(sum.PaidFen);
            sum.PaidFen.ShouldBeGreaterThanOrEqualTo(0);
        }
        // First confirmed, first allocated: of 350 the first report gave all its 300; its 160 paid are of the allocations it filled.
        rows.Single(row => row.Id == Id(1)).Sum.ShouldBe(new AidSum(300_00, 300_00, 300_00, 150_00, 150_00, 0));
        rows.Single(row => row.Id == Id(2)).Sum.ShouldBe(new AidSum(200_00, 150_00, 50_00, 10_00, 140_00, 0));
        rows.Single(row => row.Id == Id(6)).Sum.ShouldBe(new AidSum(20_00, 0, 0, 0, 0, 20_00));
        var fund = await year.Wangcang.Read<FundView>($"/api/funds/{EastWest}");
        rows.Where(row => row.Partnership == Xiaoshan).Sum(row => row.Sum.AllocatedFen).ShouldBe(fund.AllocatedFen);
        rows.Where(row => row.Partnership == Xiaoshan).Sum(row => row.Sum.PaidFen).ShouldBe(fund.PaidFen);
    }

    [Fact]
    public async Task Totals_of_every_level_and_side_are_the_same_money()
    {
        var listed = (await Rows(year.Province)).Aggregate(new AidSum(0, 0, 0, 0, 0, 0), (sum, row) => new(
            sum.ReportedFen + row.Sum.ReportedFen, sum.ConfirmedFen + row.Sum.ConfirmedFen, sum.AllocatedFen + row.Sum.AllocatedFen,
            sum.PaidFen + row.Sum.PaidFen, sum.OutstandingFen + row.Sum.OutstandingFen, sum.UnansweredFen + row.Sum.UnansweredFen));
        foreach (var level in AidTerms.Levels.Keys)
        {
            foreach (var side in (string[])["recipient", "donor"])
            {
                var totals = await year.Province.Read<AidTotals>($"/api/aid/totals?level={level}&side={side}&year=2022");
                Added(totals.Rows.Select(row => row.Sum)).ShouldBe(listed, $"{level} {side}");
                foreach (var row in totals.Rows) Added(row.Fields.Select(field => field.Sum)).ShouldBe(row.Sum);
                totals.Rows.Sum(row => row.Reports).ShouldBe(10);
            }
        }
        (await year.Province.Read<AidTotals>("/api/aid/totals?level=county&side=recipient")).Rows.Select(row => row.Code).ShouldBe(["510821", "511921"]);
        (await year.Province.Read<AidTotals>("/api/aid/totals?level=city&side=donor")).Rows.Select(row => row.Code).ShouldBe(["330000", "330100", "512000"]);
        (await year.Province.Read<AidTotals>("/api/aid/totals?level=province&side=donor")).Rows.Select(row => row.Name).ShouldBe(["浙江省", "四川省"]);
        (await year.PartnerXiaoshan.Read<AidTotals>("/api/aid/totals?level=national")).Rows.Single().Sum.ConfirmedFen.ShouldBe(507_00);
    }

    private static AidSum Added(IEnumerable<AidSum> sums) => sums.Aggregate((sum, each) => new(
        sum.ReportedFen + each.ReportedFen, sum.ConfirmedFen + each.ConfirmedFen, sum.AllocatedFen + each.AllocatedFen,
        sum.PaidFen + each.PaidFen, sum.OutstandingFen + each.OutstandingFen, sum.UnansweredFen + each.UnansweredFen));

    [Fact]
    public async Task Partnerships_stand_with_their_sums_and_what_waits_too_long()
    {
        var rows = await year.Wangcang.Read<List<PartnershipRow>>("/api/partnerships");
        rows.Select(row => row.Code).ShouldBe([Xiaoshan, Ziyang]);
        (rows[0].Reports, rows[0].Silent, rows[0].Sum.ConfirmedFen).ShouldBe((8, 1, 507_00));
        rows[0].DonorName.ShouldBe("浙江省杭州市萧山区");
        (await year.PartnerOfBoth.Read<List<PartnershipRow>>("/api/partnerships")).Select(row => row.Code).ShouldBe([Xiaoshan, Zhechuan], ignoreOrder: true);
        (await year.Jiachuan.Read<List<PartnershipRow>>("/api/partnerships"))[0].Sum.ConfirmedFen.ShouldBe(50_00); // What came to the township itself.
    }

    [Fact]
    public async Task The_pipeline_counts_every_state_and_adds_up_to_the_list()
    {
        var counts = await year.PartnerXiaoshan.Read<AidReportCounts>("/api/aid/reports/counts");
        counts.States.Select(each => (each.State, each.Reports)).ShouldBe(
            [("drafted", 0), ("reported", 2), ("confirmed", 5), ("disputed", 1), ("returned", 1), ("withdrawn", 1)]);
        counts.Silent.ShouldBe(1);
        counts.States.Sum(each => each.StatedFen).ShouldBe((await Rows(year.PartnerXiaoshan)).Sum(row => row.StatedFen));
    }
}
