using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Monitoring;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Households;
using Revitalization.Domain.Monitoring;
using Revitalization.SystemTests.Silo;

namespace Revitalization.SystemTests.Monitoring;

/// <summary>Lists, board and inbox of a county's working day, each inside its reader's scope.</summary>
public sealed class ListTests(ListTests.CountyFixture fixture) : IClassFixture<ListTests.CountyFixture>
{
    private static readonly DateOnly s_today = TimeProvider.System.ChinaToday();

    [Fact]
    public async Task A_list_shows_the_files_of_a_scope_with_colour_head_and_nearest_limit()
    {
        var county = fixture.Officer;

        var rows = (await county.Read<Page<MonitoringRow>>("/api/monitoring/files")).Items;

        rows.Select(row => row.Household).ShouldBe(["V1", "V2", "V3", "V4", "W1"]);
        var red = rows.Single(row => row.Household == "V3");
        (red.Colour, red.ColourName, red.Severity, red.CadreWanted).ShouldBe(("red", "红色预警", 3, true));
        (red.HeadNameMasked, red.Members, red.VillageName, red.Kind).ShouldBe(("示**", 1, "示例一村(示例)", "sudden-hardship"));
        red.IsOverdue.ShouldBeTrue();
        var named = rows.Single(row => row.Household == "V2");
        (named.Colour, named.Cadre, named.CadreWanted).ShouldBe(("blue", "cadre", false));
    }

    [Theory]
    [InlineData("colour=red", "V3")]
    [InlineData("severity=1", "V2,W1")]
    [InlineData("severity=2&colour=yellow", "V4")]
    [InlineData("step=verification", "V1")]
    [InlineData("step=idle", "V5")]
    [InlineData("kind=marginal", "V4")]
    [InlineData("wanted=true", "V3,V4,W1")]
    [InlineData("wanted=true&colour=red", "V3")]
    [InlineData("wanted=false", "V1,V2")]
    [InlineData("cadre=cadre", "V2")]
    [InlineData("region=510823100902", "W1")]
    [InlineData("region=510000", "V1,V2,V3,V4,W1")]
    [InlineData("overdue=false&step=verification", "V1")]
    [InlineData("overdue=true&severity=3", "V3")]
    [InlineData("late=visit", "V3")]
    [InlineData("late=visit&colour=blue", "")]
    public async Task A_list_is_narrowed_by_what_its_address_says(string query, string expected)
    {
        var county = fixture.Officer;

        var rows = (await county.Read<Page<MonitoringRow>>($"/api/monitoring/files?{query}")).Items;

        string.Join(',', rows.Select(row => row.Household)).ShouldBe(expected);
    }

    [Fact]
    public async Task A_village_sees_its_own_files_only_and_no_other_region_is_answered()
    {
        using var village = await fixture.Silo.SignedIn("monitor-w", Roles.VillageMonitor, RunningSilo.OtherVillage);

        (await village.Read<Page<MonitoringRow>>("/api/monitoring/files")).Items.Single().Household.ShouldBe("W1");
        (await village.Read<Page<MonitoringRow>>("/api/monitoring/files?region=510823")).Items.Single().Household.ShouldBe("W1");
        (await village.Read<MonitoringBoard>("/api/monitoring/board")).Files.ShouldBe(1);
        await village.GetAsync($"/api/monitoring/files?region={RunningSilo.Village}").Refused(AccessRefusal.ScopeElsewhere);
        await village.GetAsync($"/api/monitoring/board?region={RunningSilo.Village}").Refused(AccessRefusal.ScopeElsewhere);
        await village.GetAsync($"/api/monitoring/differences?region={RunningSilo.Village}").Refused(AccessRefusal.ScopeElsewhere);
        await village.GetAsync($"/api/monitoring/files.xlsx?region={RunningSilo.Village}").Refused(AccessRefusal.ScopeElsewhere);
    }

    [Theory]
    [InlineData("files?step=nowhere", "step")]
    [InlineData("files?kind=poor", "kind")]
    [InlineData("files?severity=4", "severity")]
    [InlineData("files.csv?encoding=latin1", "encoding")]
    public async Task A_filter_that_no_list_knows_is_refused(string query, string field)
    {
        var county = fixture.Officer;

        await county.GetAsync($"/api/monitoring/{query}").Refused(QueryRefusal.FilterUnknown, field);
        await county.GetAsync("/api/monitoring/files?limit=201").Refused(QueryRefusal.LimitOutOfRange);
        await county.GetAsync("/api/monitoring/tasks?limit=0").Refused(QueryRefusal.LimitOutOfRange);
        await county.GetAsync("/api/monitoring/notices?cursor=!").Refused(QueryRefusal.CursorInvalid);
        await county.GetAsync("/api/monitoring/board?region=519999").Refused(AccessRefusal.ScopeElsewhere);
    }

    // Rows change, come and go while somebody turns the pages: none that stayed is shown twice or missed.
    [Fact]
    public async Task Pages_miss_and_repeat_nothing_that_stayed_while_other_rows_change()
    {
        await using var silo = await (await RunningSilo.Start()).WithVillages();
        var files = new FilesOf(silo);
        for (var n = 10; n < 40; n++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"P{n}");
            await files.Register(id, n % 2 == 0 ? RunningSilo.Village : RunningSilo.OtherVillage);
            await files.Happen(id, FilesOf.Admitted(s_today.AddDays(-10)));
        }
        await silo.Projected();
        using var county = await silo.SignedIn("jiange", Roles.County, "510823");

        var (seen, cursor) = (new List<string>(), "");
        do
        {
            var page = await county.Read<Page<MonitoringRow>>($"/api/monitoring/files?limit=4&cursor={cursor}");
            seen.AddRange(page.Items.Select(row => row.Household));
            cursor = page.NextCursor;
            var gone = string.Create(CultureInfo.InvariantCulture, $"P{39 - seen.Count / 4}");
            await files.Happen(gone, new RiskCleared(s_today, 1, MonitoredKind.SuddenHardship));
            await files.Happen(seen[^1], new CadreNamed(s_today, "cadre", CadreRank.OtherCadre));
            await silo.Projected();
        }
        while (cursor is not null);

        seen.ShouldBeUnique();
        var stayed = (await county.Read<Page<MonitoringRow>>("/api/monitoring/files?limit=200")).Items.Select(row => row.Household);
        stayed.Except(seen).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_workbook_of_a_list_opens_and_holds_every_row()
    {
        var county = fixture.Officer;

        var reply = await county.GetAsync("/api/monitoring/files.xlsx?severity=1");

        reply.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("监测对象.xlsx");
        using var book = SpreadsheetDocument.Open(new MemoryStream(await reply.Content.ReadAsByteArrayAsync()), isEditable: false);
        new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(book).ShouldBeEmpty();
        var rows = book.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Select(row => row.Descendants<Text>().Select(text => text.Text).ToList()).ToList();
        rows[0][..4].ShouldBe(["户编号", "村代码", "村名", "户主"]);
        rows.Skip(1).Select(row => row[0]).ShouldBe(["V2", "W1"]);
        rows[1].ShouldContain("蓝色预警");
    }

    // What stands on the screen a page at a time leaves whole, read and audited as there.
    [Theory]
    [InlineData("tasks", "事项")]
    [InlineData("notices", "提醒")]
    [InlineData("mine", "环节")]
    [InlineData("differences", "差异")]
    public async Task Every_other_list_leaves_as_a_workbook_too(string list, string heading)
    {
        var shown = await fixture.Officer.Read<Page<System.Text.Json.JsonElement>>($"/api/monitoring/{list}");

        var rows = await fixture.Officer.Workbook($"/api/monitoring/{list}.xlsx");

        rows[0].ShouldContain(heading);
        rows.Count.ShouldBe(1 + shown.Items.Count);
        await fixture.Officer.GetAsync("/api/monitoring/tasks.xlsx?kind=none").Refused(QueryRefusal.FilterUnknown, "kind");
    }

    [Theory]
    [InlineData("", "utf-8")]
    [InlineData("&encoding=gb18030", "gb18030")]
    public async Task A_list_leaves_as_text_that_the_countys_spreadsheets_read(string encoding, string charset)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var county = fixture.Officer;

        var bytes = await county.GetByteArrayAsync(new Uri($"/api/monitoring/files.csv?colour=red{encoding}", UriKind.Relative));

        var lines = Encoding.GetEncoding(charset).GetString(bytes).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(2);
        lines[1].ShouldStartWith("V3,510823100901,示例一村(示例),示**,1,监测帮扶中");
        (bytes is [0xEF, 0xBB, 0xBF, ..]).ShouldBe(charset == "utf-8");
    }

    [Fact]
    public async Task A_board_counts_files_by_colour_kind_step_and_region()
    {
        var county = fixture.Officer;

        var board = await county.Read<MonitoringBoard>("/api/monitoring/board");

        (board.RegionCode, board.RegionName, board.Files, board.Monitored, board.CadreWanted).ShouldBe(("510823", "剑阁县", 5, 4, 3));
        board.ByColour.Select(colour => (colour.Id, colour.Files, colour.People)).ShouldBe([("blue", 2, 2), ("yellow", 1, 1), ("red", 1, 1)]);
        board.ByKind.Single(kind => kind.Id == "marginal").Files.ShouldBe(1);
        board.ByStep.Single(step => step.Id == "verification").Files.ShouldBe(1);
        board.Regions.Single().ShouldSatisfyAllConditions(
            region => region.Code.ShouldBe("510823100"), region => region.Files.ShouldBe(5), region => region.BySeverity.ShouldBe([2, 1, 1]));
        var township = await county.Read<MonitoringBoard>("/api/monitoring/board?region=510823100");
        township.Regions.Select(region => (region.Name, region.Files)).ShouldBe([("示例一村(示例)", 4L), ("示例二村(示例)", 1L)]);
        board.Cadres.Select(cadre => cadre.Account).ShouldBe(["verifier", "cadre"], ignoreOrder: true);
        board.OverdueByKind.Sum(kind => kind.Files).ShouldBeGreaterThanOrEqualTo(board.Overdue);
    }

    public sealed class CountyFixture : IAsyncLifetime
    {
        public RunningSilo Silo { get; private set; } = null!;

        public HttpClient Officer { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Silo = await County();
            Officer = await Silo.SignedIn("jiange", Roles.County, "510823");
        }

        public async ValueTask DisposeAsync()
        {
            Officer.Dispose();
            await Silo.DisposeAsync();
        }
    }

    /// <summary>V1 to be verified, V2 blue with a cadre, V3 red, V4 yellow, V5 cleared; W1, of another village, blue.</summary>
    internal static async Task<RunningSilo> County(string? postgres = null)
    {
        var silo = await (await RunningSilo.Start(postgres: postgres)).WithVillages();
        var files = new FilesOf(silo);
        foreach (var id in new[] { "V1", "V2", "V3", "V4", "V5" }) await files.Register(id);
        await files.Register("W1", RunningSilo.OtherVillage);
        await files.Happen("V1", FilesOf.Verifying(s_today.AddDays(-1), "verifier"));
        await files.Happen("V2", [.. FilesOf.Admitted(s_today.AddDays(-20)), new CadreNamed(s_today.AddDays(-19), "cadre", CadreRank.OtherCadre)]);
        await files.Happen("V3", FilesOf.Admitted(s_today.AddMonths(-13)));
        await files.Happen("V4", FilesOf.Admitted(s_today.AddDays(-20), months: 9, kind: MonitoredKind.Marginal));
        await files.Happen("V5", [.. FilesOf.Admitted(s_today.AddMonths(-5)), new RiskCleared(s_today.AddDays(-1), 1, MonitoredKind.SuddenHardship)]);
        await files.Happen("W1", FilesOf.Admitted(s_today.AddDays(-2)));
        await silo.Projected();
        return silo;
    }
}
