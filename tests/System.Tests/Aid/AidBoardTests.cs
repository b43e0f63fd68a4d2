using System.Net;
using Revitalization.Contracts.Aid;
using Revitalization.Contracts.Identity;
using Revitalization.SystemTests.Imports;
using Revitalization.SystemTests.Silo;
using static Revitalization.SystemTests.Aid.AidYearFixture;

namespace Revitalization.SystemTests.Aid;

/// <summary>Plan against delivered, papers behind two reports, and the year as a document.</summary>
public sealed class AidBoardTests(AidYearFixture year) : IClassFixture<AidYearFixture>
{
    [Fact]
    public async Task The_board_says_of_each_field_how_it_stands_and_both_sides_see_the_same()
    {
        var board = await year.Wangcang.Read<AidBoard>($"/api/aid/board?partnership={Xiaoshan}&year=2022");

        // Money came for two projects, but 150 are missing; goods came beyond the plan; talent: 10 trained and 3 on secondment of 13.
        board.Lines.Select(line => (line.Field, line.State)).ShouldBe(
            [("funds", "late"), ("industry", "over-plan"), ("talent", "met"), ("consumption", "met"), ("livelihood", "unplanned")], ignoreOrder: true);
        var funds = board.Lines.Single(line => line.Field == "funds");
        (funds.PlannedFen, funds.ConfirmedFen, funds.GapFen, funds.PlannedProjects, funds.Projects).ShouldBe((600_00, 450_00, 150_00, 2, 2));
        var talent = board.Lines.Single(line => line.Field == "talent");
        (talent.PlannedPeople, talent.People).ShouldBe((13, 13));
        board.Sales.Single().ShouldBe(new SalesFloorLine(Xiaoshan, 10_00, 7_00, 3_00));
        board.Silent.Select(row => row.Id).ShouldBe([Id(6)]);
        board.Silent[0].AnswerDueOn.ShouldBe(new DateOnly(2022, 5, 26)); // Ten working days, as the platform's own pack says.
        (await year.PartnerXiaoshan.Read<AidBoard>("/api/aid/board?year=2022")).Lines.ShouldBe(board.Lines);
        (await year.Tongjiang.Read<AidBoard>("/api/aid/board?year=2022")).Lines.ShouldHaveSingleItem().State.ShouldBe("unplanned");
        (await year.Wangcang.Read<AidBoard>("/api/aid/board")).Year.ShouldBe(Today.Year);
    }

    // A township has no plan of its own: its deliveries would look late against the county's.
    [Fact]
    public async Task Part_of_a_county_is_not_held_against_the_county_s_plan()
    {
        var line = (await year.Jiachuan.Read<AidBoard>("/api/aid/board?year=2022")).Lines.ShouldHaveSingleItem();
        (line.Field, line.PlannedFen, line.ConfirmedFen, line.State).ShouldBe(("industry", 0, 50_00, "on-track"));
    }

    // The other city's county is told that there is another report, not which.
    [Fact]
    public async Task The_same_paper_behind_two_reports_is_shown_to_both_and_named_to_who_may_see()
    {
        var toCounty = await year.Wangcang.Read<List<SharedPaper>>(Path(Xiaoshan, 6) + "/shared");
        toCounty.Single(paper => paper.Kind == "transfer").ShouldBe(new SharedPaper("transfer", "ZJ-SAME", Id(11), Ziyang, "confirmed"));
        var toPartner = await year.PartnerXiaoshan.Read<List<SharedPaper>>(Path(Xiaoshan, 6) + "/shared");
        toPartner.Single(paper => paper.Kind == "transfer").ShouldBe(new SharedPaper("transfer", "ZJ-SAME", null, null, "confirmed"));
        var file = (await year.Wangcang.Read<List<SharedPaper>>(Path(Xiaoshan, 1) + "/shared")).ShouldHaveSingleItem();
        file.ShouldBe(new SharedPaper("evidence", SameProof, null, null, "confirmed")); // Of another county.
        await year.PartnerZiyang.GetAsync(Path(Xiaoshan, 6) + "/shared").Refused(AccessRefusal.ScopeElsewhere);
    }

    [Fact]
    public async Task A_year_is_a_document_and_a_sheet_with_the_same_numbers()
    {
        var document = await year.PartnerXiaoshan.Read<AidYear>($"/api/partnerships/{Xiaoshan}/years/2022");
        document.Board.Sum.ShouldBe(new AidSum(596_00, 507_00, 350_00, 160_00, 290_00, 29_00));
        document.Reports.Count.ShouldBe(10);
        document.Projects.Select(project => (project.Id, project.AllocatedFen, project.PaidFen)).ShouldBe([("wc-1", 250_00, 100_00), ("wc-2", 100_00, 60_00)]);
        document.Exchanges.ShouldHaveSingleItem().Exchange.ShouldBe("e1");

        var sheet = Sheets.Rows(await year.PartnerXiaoshan.GetByteArrayAsync($"/api/partnerships/{Xiaoshan}/years/2022.xlsx"));
        var cells = sheet.SelectMany(row => row.Cells.Select(cell => cell.Text)).ToList();
        cells.ShouldContain(cell => cell.Contains("浙江省杭州市萧山区", StringComparison.Ordinal));
        cells.Count(cell => cell.Contains("-0000-4000-8000-", StringComparison.Ordinal)).ShouldBe(10);
        (await year.PartnerZiyang.GetAsync($"/api/partnerships/{Xiaoshan}/years/2022.xlsx")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
