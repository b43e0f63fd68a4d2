using System.Net;
using System.Text;
using Orleans;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Imports;
using Revitalization.Silo.Imports;
using Revitalization.Silo.Imports.Files;
using Revitalization.Silo.Imports.Reading;
using Revitalization.Silo.Imports.Running;
using Revitalization.SystemTests.Silo;

namespace Revitalization.SystemTests.Imports;

/// <summary>Each bad file has its own problem document, and nothing of it stays.</summary>
public sealed class BadUploadTests
{
    [Fact]
    public async Task A_bad_file_is_refused_for_what_is_wrong_with_it_and_nothing_is_kept()
    {
        await using var silo = await (await RunningSilo.Start()).WithVillages();
        var county = await silo.SignedIn("jiange", Roles.County, "510823");
        var row = $"{RunningSilo.Village},H001,脱贫户,,,2023-01-10\n";

        await county.Upload("households", "").Refused(ImportRefusal.FileEmpty);
        await county.Upload("households", Sheets.Households).Refused(ImportRefusal.FileEmpty);
        await county.Upload("households", [.. Encoding.UTF8.GetBytes(Sheets.Households + row), 0xFF, 0x0A]).Refused(ImportRefusal.EncodingBroken);
        await county.Upload("households", Sheets.Households + row + string.Join(',', new int[200]) + "\n").Refused(ImportRefusal.TooManyColumns);
        await county.Upload("households", Sheets.Households + row + "\"" + new string('x', 400_000)).Refused(ImportRefusal.LineTooLong);
        await county.Upload("households", Sheets.Households + row + "\"x").Refused(ImportRefusal.QuotesBroken);
        await county.Upload("households", Sheets.Workbook("<row><c><v>1</v></c></row>" + new string(' ', 40_000_000))).Refused(ImportRefusal.ArchiveSuspicious);
        await county.Upload("households", [0xD0, 0xCF, 0x11, 0xE0, 0, 0, 0, 0]).Refused(ImportRefusal.FormatUnknown);
        await county.Upload("households", [(byte)'P', (byte)'K', 3, 4, 1, 2]).Refused(ImportRefusal.WorkbookBroken);
        await county.Upload("households", "户编号,户类型\nH1,脱贫户\n").Refused(ImportRefusal.ColumnMissing, "信息更新日期");
        await county.Upload("households", "户编号,户编码,户类型,行政村代码,信息更新日期\nH1,H1,脱贫户,1,2\n").Refused(ImportRefusal.ColumnRepeated, "户编号");
        await county.Upload("sales", row).Refused(ImportRefusal.KindNotOpen);
        await county.Upload("nonsense", row).Refused(ImportRefusal.KindUnknown);
        await county.Upload("households", row, "?region=511921").Refused(ImportRefusal.OutsideScope);
        await county.GetAsync($"/api/imports/{new string('0', 32)}").Refused(ImportRefusal.ImportUnknown);
        await county.GetAsync("/api/imports/..%2f..%2fsecrets").Refused(ImportRefusal.ImportUnknown);

        silo.Get<ImportFiles>().All().ShouldBeEmpty();
    }

    // Two gigabytes are refused by what the sender announces, before a byte of it is read.
    [Fact]
    public async Task A_file_of_two_gigabytes_is_refused_unread()
    {
        await using var silo = await RunningSilo.Start();
        var county = await silo.SignedIn("jiange", Roles.County, "510823");
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/imports/households") { Content = new AnnouncedContent(2L << 30) };
        request.Headers.ExpectContinue = true;

        using var reply = await county.SendAsync(request);

        reply.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await reply.Content.ReadAsStringAsync()).ShouldContain(Contracts.Refusals.RefusalCatalog.CodeOf(ImportRefusal.FileTooLarge));
    }

    private sealed class AnnouncedContent(long length) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            for (var sent = 0L; sent < length; sent += 65536) await stream.WriteAsync(new byte[65536]);
        }

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return true;
        }
    }

    [Fact]
    public async Task Who_acts_for_several_counties_names_the_one()
    {
        await using var silo = await RunningSilo.Start();
        var both = await silo.SignedIn("both", Roles.County, "510823", "511921");

        await both.Upload("households", Sheets.Households).Refused(ImportRefusal.RegionMissing);
    }

    [Fact]
    public async Task A_full_queue_takes_no_more_files()
    {
        await using var silo = await RunningSilo.Start();
        var full = new ImportQueue();
        for (var n = 0; full.HasRoom; n++) full.Add($"{n:x32}");
        var desk = new ImportDesk(
            silo.Get<IGrainFactory>(), silo.Get<ImportFiles>(), silo.Get<MappingDesk>(), full, TimeProvider.System, SheetLimits.Default);
        var request = new ImportRequest(new string('a', 32), "households", "510823", "台账");

        var refused = await Should.ThrowAsync<SheetRefusedException>(() =>
            desk.Receive(request, new MemoryStream("户编号"u8.ToArray()), RunningSilo.County, TestContext.Current.CancellationToken));

        refused.Refusal.ShouldBe(ImportRefusal.QueueFull);
    }

    // A household of another county, or one nobody registered, comes back by row; its neighbours go in.
    [Fact]
    public async Task Rows_that_break_the_registers_rules_come_back_one_by_one()
    {
        await using var silo = await (await RunningSilo.Start()).WithVillages();
        var county = await silo.SignedIn("jiange", Roles.County, "510823");

        var households = await county.Import(
            "households",
            $"{Sheets.Households}{RunningSilo.Village},H001,脱贫户,,,2023-01-10\n{RunningSilo.ElsewhereVillage},H002,脱贫户,,,2023-01-10\n{RunningSilo.Village},H003,脱贫户,,,2099-01-01\n{RunningSilo.Village},H003,脱贫户,,,2023-01-10,多\n");
        var incomes = await county.Import("incomes", Sheets.Incomes + "H001,2023-Q1,-1,0,0,0,0\nH001,2023-Q2,99999999999,0,0,0,0\nH009,2023-Q1,1,0,0,0,0\n");
        var named = await county.Import("households", "乡镇,行政村,户编号,户类型,信息更新日期\n普安镇,示例一村(示例),H005,脱贫户,2023-01-10\n普安镇,没有的村,H006,脱贫户,2023-01-10\n");

        households.Reasons.Select(reason => reason.Code).ShouldBe(
            ["access.scope-elsewhere", "household.day-in-future", "import-row.duplicate-in-file", "import-row.too-many-cells"], ignoreOrder: true);
        incomes.Reasons.Select(reason => reason.Code).ShouldBe(
            ["household.amount-negative", "household.amount-too-large", "household.not-registered"], ignoreOrder: true);
        (named.Committed, named.Reasons.Single().Code).ShouldBe((1, "import-row.village-unresolved"));
    }
}
