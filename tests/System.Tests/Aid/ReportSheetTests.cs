using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using Revitalization.Contracts.Aid;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Imports;
using Revitalization.Hosting.Json;
using Revitalization.Silo.Accounts;
using Revitalization.Hosting.Sheets;
using Revitalization.SystemTests.Imports;
using Revitalization.SystemTests.Silo;

namespace Revitalization.SystemTests.Aid;

/// <summary>A partner city's year in a sheet: downloaded, filled in, uploaded, sent again.</summary>
public sealed class ReportSheetTests(SiloFixture fixture) : IClassFixture<SiloFixture>
{
    private const string Proof = "0f343b0931126a20f133d67c2b018a3b1c4b8a4f2c2f2f3c9f8a4f4f0b7e1d11";
    private const string Headings = "填报编号,支援年度,协作领域,支援形式,支援内容,金额(元),数量,计量单位,交付日期,接收地区,结对关系,发票号码,转账凭证号,佐证材料校验值\n";

    private async Task<(HttpClient County, HttpClient Partner)> Sides(string code)
    {
        var county = await fixture.Silo.SignedIn($"wangcang-{code}", Roles.County, "510821");
        (await county.Put($"/api/partnerships/{code}", new AgreementBody("east-west", "330109", "510821", 2021, null, "萧山旺苍协作协议"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        return (county, await Partner($"{code}-sheets", code));
    }

    private async Task<HttpClient> Partner(string account, params string[] codes)
    {
        var key = await fixture.Silo.Get<AccountDesk>().CreateIfMissing(
            account, Roles.PartnerCity, [.. codes.Select(Scope.Partnership)], "Correct-Horse-12-Battery", new DateOnly(2027, 6, 30));
        return fixture.Silo.Bearing((await fixture.Silo.SignIn(new SessionRequest(ApiKey: key))).Token);
    }

    [Fact]
    public async Task A_template_is_filled_in_and_comes_back_as_reports_however_often_it_is_sent()
    {
        var (county, partner) = await Sides("sheet-a");
        await county.Put("/api/partnerships/sheet-a/pairings/t1", new PairingBody("township", "新塘街道", "三江镇", "510821108", new(2022, 1, 1)));
        await county.Put("/api/partnerships/sheet-a/plans/2022", new PlanBody(new(2022, 3, 10), [new("funds", 50_000_000_00, 10, 0, new(2022, 12, 31))], 100_000_000_00));
        var template = await partner.GetByteArrayAsync("/api/partnerships/sheet-a/reports/template.xlsx?year=2022");
        Sheets.Rows(template).Single().Cells.Select(cell => cell.Text).ShouldBe(Headings.Trim().Split(','));
        var book = Parts(template);
        book.ShouldContain("510821108 三江镇");
        book.ShouldContain("t1 新塘街道—三江镇");
        book.ShouldContain("50000000");
        book.ShouldContain("可选值!$A$2:$A$8");

        var filled = Filled(
            ["", "2022", "资金支持", "资金", "绿色家居产业城", "50000000.00", "", "", "2022-05-10", "510821 旺苍县", "", "", "ZJ-A1、ZJ-A2", Proof],
            ["S-2", "2022", "人才", "培训人次", "茶园管护培训", "12000", "36.5", "人次", "2022年6月1日", "510821108 三江镇", "t1 新塘街道—三江镇", "FP-7", "", Proof]);
        var import = await partner.Import("aid-reports", filled);
        (import.State, import.RowsRead, import.Committed, import.Refused).ShouldBe((ImportStates.Completed, 2, 2, 0), string.Concat(await partner.Errors(import.Id)));
        import.Region.ShouldBe("partnership:sheet-a");

        (await partner.Import("aid-reports", filled)).Unchanged.ShouldBe(2);
        await fixture.Silo.Projected();
        var reports = await Reports(partner, import.Id);
        reports.Count.ShouldBe(2);
        var (money, training) = (reports.Single(report => report.Field == "funds"), reports.Single(report => report.Field == "talent"));
        (money.ReportedFen, money.State, money.Recipient, money.References.Count).ShouldBe((50_000_000_00, "reported", "510821", 2));
        (training.Quantity, training.Unit, training.Pairing, training.DeliveredOn, training.Recipient).ShouldBe((36.5m, "人次", "t1", new DateOnly(2022, 6, 1), "510821108"));
        training.References.Single().ShouldBe(new ReferenceBody("invoice", "FP-7"));

        // The county answers such a report like any other; the row sent once more then changes nothing either.
        (await county.Put($"/api/partnerships/sheet-a/reports/{money.Id}/decision", new AnswerBody(new(2022, 6, 2), "confirm"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await partner.Import("aid-reports", filled)).Unchanged.ShouldBe(2);
    }

    [Fact]
    public async Task Bad_rows_come_back_with_row_column_and_reason_and_good_ones_are_reported()
    {
        var (_, partner) = await Sides("sheet-b");
        var sheet = Sheets.Gb18030($"""
            {Headings.Trim()}
            B-1,2022,产业协作,物资,农机,8000,2,台,2022-05-01,510821,,,,{Proof}
            B-1,2022,产业协作,物资,农机,8000,3,台,2022-05-01,510821,,,,{Proof}
            B-3,2022,魔法,资金,甲,1,,,2022-05-01,510821,,,,{Proof}
            B-4,2022,资金支持,资金,乙,0,1,,2022-05-01,510821,,,,{Proof}
            B-5,2022,资金支持,资金,丙,100,,,2022-05-01,510823,,,,{Proof}
            B-6,2022,资金支持,资金,丁,100,0.0001,,2022-05-01,510821,,,,{Proof}
            B-7,2022,资金支持,资金,戊,100,,,2022-05-01,510821,t9,,,{Proof}
            B-8,2022,资金支持,资金,己,100,,,2022-05-01,510821,,,号,{Proof}
            B-9,2022-Q1,资金支持,资金,庚,100,,,2022-05-01,510821,,,,{Proof}
            B-10,2022,资金支持,资金,辛,100,,,2022-05-01,510821,,,,
            B-11,2022,资金支持,资金,壬,100,,,2022-05-01,510821,,,,abc
            """);

        var import = await partner.Import("aid-reports", sheet);

        (import.Encoding, import.Committed, import.Refused).ShouldBe(("GB18030", 1, 10));
        (await partner.Errors(import.Id))[1..].Select(line => string.Join(',', line.Split(',')[..3])).ShouldBe(
            [
                "3,填报编号,import-row.duplicate-in-file", "4,协作领域,import-row.not-in-list", "5,金额(元),aid.money-missing", "6,接收地区,aid.recipient-elsewhere",
                "7,数量,import-row.number-out-of-range", "8,结对关系,aid.pairing-unknown", "9,转账凭证号,aid.reference-malformed", "10,支援年度,aid.year-outside",
                "11,佐证材料校验值,import-row.value-missing", "12,佐证材料校验值,aid.evidence-missing",
            ], ignoreOrder: true);
        var changed = await partner.Import("aid-reports", $"{Headings}B-1,2022,产业协作,物资,农机,9000,2,台,2022-05-01,510821,,,,{Proof}\n");
        (await partner.Errors(changed.Id))[1].ShouldStartWith("2,填报编号,aid.report-id-reused");
    }

    [Fact]
    public async Task A_partner_sends_its_own_kind_for_its_own_partnership_and_sees_its_own_imports()
    {
        var (county, partner) = await Sides("sheet-c");
        var row = $"{Headings}C-1,2022,资金支持,资金,癸,100,,,2022-05-01,510821,,,,{Proof}\n";
        var import = await partner.Import("aid-reports", row);

        await Refused(partner.Upload("households", row), "access.role-insufficient");
        await Refused(county.Upload("aid-reports", row), "access.role-insufficient");
        await Refused(county.GetAsync($"/api/imports/{import.Id}"), "import.import-unknown");
        await Refused(county.GetAsync($"/api/imports/{import.Id}/errors.csv"), "import.import-unknown");
        await Refused(partner.GetAsync($"/api/imports/{import.Id}/write-back"), "access.role-insufficient");
        await Refused(partner.GetAsync($"/api/imports/{import.Id}/duplicates"), "access.role-insufficient");
        await Refused(partner.GetAsync("/api/imports/mappings"), "access.role-insufficient");
        await Refused(partner.Upload("aid-reports", row, "?partnership=somebody"), "import.outside-scope");
        var both = await Partner("sheet-both", "sheet-c", "sheet-d");
        await Refused(both.Upload("aid-reports", row), "import.partnership-missing");
        (await both.Import("aid-reports", row, "?partnership=sheet-c")).Unchanged.ShouldBe(1);
        var stranger = await Partner("sheet-stranger", "sheet-z");
        await Refused(stranger.GetAsync($"/api/imports/{import.Id}"), "import.import-unknown");
        await Refused(stranger.GetAsync("/api/partnerships/sheet-c/reports/template.xlsx"), "access.scope-elsewhere");
        var village = await fixture.Silo.SignedIn("sheet-village", Roles.VillageMonitor, "510821100001");
        await Refused(village.GetAsync("/api/imports"), "access.role-insufficient");

        await fixture.Silo.Projected();
        (await List(partner)).ShouldContain(import.Id);
        (await List(stranger)).ShouldBeEmpty();
        (await List(county)).ShouldNotContain(import.Id);
    }

    /// <summary>The filled form as a workbook, as a spreadsheet would save it.</summary>
    private static byte[] Filled(params string[][] rows)
    {
        using var file = new MemoryStream();
        using (var book = new XlsxBookWriter(file, "填报表"))
        {
            book.Begin();
            book.Write(Headings.Trim().Split(','));
            foreach (var row in rows) book.Write(row);
        }
        return file.ToArray();
    }

    private static string Parts(byte[] workbook)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook), ZipArchiveMode.Read);
        return string.Concat(archive.Entries.Select(entry =>
        {
            using var text = new StreamReader(entry.Open());
            return text.ReadToEnd();
        }));
    }

    /// <summary>The reports that an import's rows became, from the log itself.</summary>
    private async Task<List<AidReportView>> Reports(HttpClient partner, string import)
    {
        var events = fixture.Silo.Get<Revitalization.Storage.EventLog.IEventLog>();
        var ids = (await events.Read(0, 4096)).Where(stored => stored.Type == "aid-report.reported" && stored.CommandId.StartsWith($"import/{import}/", StringComparison.Ordinal))
            .Select(stored => stored.Stream["aid-report/".Length..]).ToList();
        var found = new List<AidReportView>();
        foreach (var id in ids) found.Add((await partner.GetFromJsonAsync<AidReportView>($"/api/partnerships/sheet-a/reports/{id}", ServiceJson.Options))!);
        return found;
    }

    private static async Task<IEnumerable<string>> List(HttpClient client) =>
        (await client.GetFromJsonAsync<ImportPage>("/api/imports?limit=200", ServiceJson.Options))!.Items.Select(import => import.Id);

    private static async Task Refused(Task<HttpResponseMessage> sent, string code) =>
        (await (await sent).Content.ReadAsStringAsync()).ShouldContain($"/api/problems/{code}");
}
