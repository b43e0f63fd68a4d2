using System.Net.Http.Json;
using System.Security.Cryptography;
using Revitalization.Contracts.Documents;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Releases;
using Revitalization.Domain.Documents;
using Revitalization.Hosting.Json;
using Revitalization.Silo.Releases;
using Revitalization.SystemTests.Imports;
using Revitalization.SystemTests.Silo;

namespace Revitalization.SystemTests.Documents;

/// <summary>What a document tells, a release cannot hide: from the officer's decision to the second signature, over HTTP. The control itself is proved in the domain's tests.</summary>
public sealed class StatedFigureTests(SiloFixture fixture) : IClassFixture<SiloFixture>
{
    private static readonly DocumentBody Body = new(
        "510823", "示例县监测情况通报", "11500222742856713G/2023-00001", null, "示例县人民政府", "农业、林业、水利", "公文", new(2023, 8, 14), null, "valid", "说明示例。", "各乡镇:\n全县监测户9户,已消除风险6户。");

    [Fact]
    public async Task A_figure_that_a_document_says_is_known_to_the_next_release_and_what_it_opens_needs_a_reason()
    {
        using var other = await fixture.Silo.SignedIn("stated-b", Roles.County, "510823");
        for (var n = 1; n <= 20; n++)
            await fixture.County.Accepted($"/api/households/H{n}", Given.Household() with { Monitored = n <= 9 ? "marginal" : null, RiskCleared = n <= 6 });
        await fixture.Silo.Projected();
        var body = new ReleaseBody(new DateOnly(2023, 9, 30));
        await fixture.County.Accepted("/api/releases/1", body);
        (await fixture.County.Read<ReleaseView>("/api/releases/1")).Open.ShouldBe(0);

        // Between the two signatures a document tells what the release hides.
        await fixture.County.Accepted("/api/documents/S-1", Body);
        var finding = (await Found("S-1")).Findings.Single(one => one.Kind == "small-remainder");
        finding.Proposed!.Select(figure => (figure.Indicator, figure.Region, figure.Period, figure.Value)).ShouldBe(
            [("households.monitored", "510823", "2023-Q3", 9), ("households.cleared", "510823", "2023-Q3", 6), ("households.uncleared", "510823", "2023-Q3", 3)]);
        var stated = finding.Proposed!.Take(2).ToList();
        await other.Put("/api/documents/S-1/review", Review(finding, [stated[0] with { Region = "510824" }])).Refused(DocumentRefusal.FigureImplausible);
        await other.Put("/api/documents/S-1/review", Review(finding, [stated[0] with { Value = 9.5m }])).Refused(DocumentRefusal.FigureImplausible);
        await other.Accepted("/api/documents/S-1/review", Review(finding, stated));
        (await Found("S-1")).Findings.Single(one => one.Kind == "small-remainder").Stated!.ShouldBe(stated);
        await other.Accepted("/api/documents/S-1/publication", new { });
        await other.Put("/api/releases/1/approval", new ApprovalBody()).Refused(ReleaseRefusal.StatedSince);

        await fixture.County.Accepted("/api/releases/1", body);
        var proposed = await fixture.County.Read<ReleaseView>("/api/releases/1");
        proposed.Open.ShouldBeGreaterThan(0);
        var hidden = await other.Read<SuppressedView>("/api/releases/1/suppressed");
        hidden.Open!.ShouldContain(open => open.RegionCode == "510823" && open.Period == "2023-Q3" && open.Left == 0 && !open.Earlier);
        hidden.Loss!.Open.ShouldBe(proposed.Open);
        await other.Put("/api/releases/1/approval", new ApprovalBody(proposed.RowsRoot)).Refused(ReleaseRefusal.OpenUndecided);
        await other.Put("/api/releases/1/approval", new ApprovalBody(proposed.RowsRoot, "见13800000000")).Refused(ReleaseRefusal.OpenReasonMalformed);
        await other.Accepted("/api/releases/1/approval", new ApprovalBody(proposed.RowsRoot, "县政府文件已公开这两个数"));
        (await fixture.County.Read<ReleaseView>("/api/releases/1")).OpenReason.ShouldBe("县政府文件已公开这两个数");

        // Decided once: of what nothing can close, nothing more is asked.
        await fixture.County.Accepted("/api/releases/2", body);
        (await fixture.County.Read<ReleaseView>("/api/releases/2")).Open.ShouldBe(0);
    }

    // A workbook is read whole, its hidden sheets and comments too; what is in it that is no text is said to be unread.
    [Fact]
    public async Task A_roster_in_an_attachment_is_found_where_it_stands()
    {
        await fixture.County.Accepted("/api/documents/W-1", Body with { Text = "各乡镇:\n见附表。" });
        var rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>补助金额</t></is></c></row>"
            + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"B2\"><v>600</v></c></row><row r=\"3\"><c r=\"A3\" t=\"s\"><v>2</v></c><c r=\"B3\"><v>700</v></c></row>";
        var hiddenSheet = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\"><v>1.38E10</v></c></row></sheetData></worksheet>";
        await Attach("W-1", "花名册", Sheets.Workbook(rows, "<si><t>姓名</t></si><si><t>王示例</t></si><si><t>李示</t></si>",
            more: [("[Content_Types].xml", "<Types/>"), ("xl/worksheets/other.xml", hiddenSheet), ("xl/comments1.xml", "<comments><t>卡号6222020000000000000</t></comments>"), ("xl/media/image1.png", "x")]));

        var found = (await Found("W-1")).Findings.Where(finding => finding.Attachment is not null).ToList();

        found.ShouldAllBe(finding => finding.Attachment == "花名册.xlsx" && finding.Severity == "error");
        found.Select(finding => finding.Kind).ShouldBe(["bank-card", "name-with-sensitive-fact", "mobile-phone", "attachment-unread"], ignoreOrder: true);
        found.Single(finding => finding.Kind == "mobile-phone").Excerpt!.ShouldContain("13800000000");
    }

    // A scan says nothing to a program: who publishes it has looked at it, and says so.
    [Fact]
    public async Task An_attachment_that_was_not_read_must_be_decided()
    {
        using var other = await fixture.Silo.SignedIn("stated-c", Roles.County, "510823");
        await fixture.County.Accepted("/api/documents/P-1", Body with { Text = "各乡镇:\n见附件。" });
        await Attach("P-1", "扫描件", "%PDF-1.4 example"u8.ToArray());

        var unread = (await Found("P-1")).Findings.Single(finding => finding.Attachment is not null);

        (unread.Kind, unread.Severity).ShouldBe(("attachment-unread", "error"));
        await other.Put("/api/documents/P-1/review", new DocumentReviewBody([])).Refused(DocumentRefusal.ErrorUndecided);
        await other.Accepted("/api/documents/P-1/review", new DocumentReviewBody([new(unread.Finding, "已逐页看过，没有个人信息")]));
    }

    // Read as a workbook is: a roster printed to PDF was published as long as somebody said that he had looked.
    [Fact]
    public async Task What_a_PDF_says_is_read_and_what_it_only_shows_is_said_to_be_unread()
    {
        await fixture.County.Accepted("/api/documents/P-2", Body with { Text = "各乡镇:\n见附件。" });
        await Attach("P-2", "文字", SamplePdf.Of("BT /F1 12 Tf 72 700 Td (13800138000) Tj 0 -20 Td /F2 12 Tf <00010002> Tj ET"));
        await Attach("P-2", "扫描页", SamplePdf.Of("BT /F1 12 Tf 72 700 Td (page 1) Tj ET", ""));
        await Attach("P-2", "炸弹", SamplePdf.Of($"BT /F1 12 Tf {new string(' ', 5 << 20)} ET"));
        await Attach("P-2", "压缩炸弹", SamplePdf.Packed($"BT /F1 12 Tf {new string(' ', 64 << 20)} ET"));
        await Attach("P-2", "无页", SamplePdf.Of());
        await Attach("P-2", "半个", SamplePdf.Of("BT /F1 12 Tf (x) Tj ET")[..200]);

        var found = (await Found("P-2")).Findings.Where(finding => finding.Attachment is not null).ToList();

        var read = found.Where(finding => finding.Attachment == "文字.pdf").ShouldHaveSingleItem();
        (read.Kind, read.Severity).ShouldBe(("mobile-phone", "error"));
        read.Excerpt!.ShouldContain("剑阁");
        found.Where(finding => finding.Attachment != "文字.pdf").ShouldAllBe(finding => finding.Kind == "attachment-unread" && finding.Severity == "error");
        string Said(string name) => found.Single(finding => finding.Attachment == name).Words;
        Said("扫描页.pdf").ShouldContain("第 2 页没有文字");
        Said("炸弹.pdf").ShouldContain("内容过大");
        Said("压缩炸弹.pdf").ShouldContain("内容过大");
        Said("无页.pdf").ShouldContain("没有一页");
        Said("半个.pdf").ShouldContain("已加密或损坏");
    }

    private async Task Attach(string id, string name, byte[] file)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(file));
        (await fixture.County.PutAsync($"/api/documents/{id}/evidence/{hash}", new ByteArrayContent(file))).EnsureSuccessStatusCode();
        await fixture.County.Accepted($"/api/documents/{id}/attachments/{hash}", new DocumentAttachmentBody(name));
    }

    private static DocumentReviewBody Review(DocumentFindingView finding, IReadOnlyList<StatedFigureBody> figures) => new([new(finding.Finding, "全县数，已核对", figures)]);

    private async Task<DocumentFindingsView> Found(string id) => (await fixture.County.GetFromJsonAsync<DocumentFindingsView>($"/api/documents/{id}/findings", ServiceJson.Options))!;
}
