using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Documents;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Releases;
using Revitalization.Hosting.Json;
using Revitalization.Silo.Documents.Releases;
using Revitalization.Silo.Releases;
using Revitalization.SystemTests.Silo;

namespace Revitalization.SystemTests.Documents;

/// <summary>A document from its page to the public and out of force, over HTTP. What is found in texts is proved in the domain's tests.</summary>
public sealed class DocumentTests(SiloFixture fixture) : IClassFixture<SiloFixture>
{
    private const string Text = "各乡镇:\n示例村监测户4户13人,已消除风险1户4人。\n一、总体要求。\n(县示例局 王示例)";

    private static readonly DocumentBody Body = new(
        "510823", "示例县关于示例的通知", "11500222742856713G/2023-00001", null, "示例县人民政府", "农业、林业、水利", "公文", new(2023, 8, 14), new(2023, 8, 17), "valid", "说明示例。", Text);

    [Fact]
    public async Task A_document_goes_out_when_a_second_person_has_decided_what_was_found()
    {
        using var other = await Other("reviewer-a");
        await fixture.County.Accepted("/api/documents/D-1", Body);

        var found = (await fixture.County.GetFromJsonAsync<DocumentFindingsView>("/api/documents/D-1/findings", ServiceJson.Options))!;
        (found.Errors, found.Undecided).ShouldBe((3, 3));
        found.Findings.Single(finding => finding.Kind == "small-remainder").Words.ShouldContain("3户9人");
        found.Findings.Where(finding => finding.Field is null).ShouldAllBe(finding => finding.Start + finding.Length <= Text.Length && finding.Length > 0);

        await Refused(fixture.County.Put("/api/documents/D-1/review", Review(found)), "document.same-person");
        await Refused(other.Put("/api/documents/D-1/publication", new { }), "document.not-reviewed");
        await Refused(other.Put("/api/documents/D-1/review", new DocumentReviewBody([])), "document.error-undecided");
        await other.Accepted("/api/documents/D-1/review", Review(found), $"\"{found.Version}\"");
        var receipt = await other.Accepted("/api/documents/D-1/publication", new { });
        (await other.Accepted("/api/documents/D-1/publication", new { })).Seq.ShouldBe(receipt.Seq); // Sent again, published once.

        var view = (await fixture.County.GetFromJsonAsync<DocumentView>("/api/documents/D-1", ServiceJson.Options))!;
        (view.Stage, view.Body, view.ReviewedBy, view.DueOn).ShouldBe(("published", Body, "reviewer-a", new DateOnly(2023, 9, 11)));
        await Refused(fixture.County.Put("/api/documents/D-1", Body with { Title = "改" }), "document.already-published");
    }

    [Fact]
    public async Task A_document_out_of_force_names_what_took_its_place_and_counts_in_its_year()
    {
        using var other = await Other("reviewer-b");
        foreach (var id in new[] { "Y-1", "Y-2", "Y-3" })
        {
            await fixture.County.Accepted($"/api/documents/{id}", Body with { Region = "510823100", Text = "各乡镇:示例。", MadeOn = new(2021, 3, 1), PublishedOn = new(2021, id == "Y-3" ? 4 : 3, 8) });
            await other.Accepted($"/api/documents/{id}/review", new DocumentReviewBody([]));
            await other.Accepted($"/api/documents/{id}/publication", new { });
        }
        await Refused(other.Put("/api/documents/Y-1/replacement", new DocumentReplacementBody("Y-9", "内容更新")), "document.successor-unknown");
        await other.Accepted("/api/documents/Y-1/replacement", new DocumentReplacementBody("Y-2", "内容更新"));
        await Refused(other.Put("/api/documents/Y-1/repeal", new DocumentRepealBody("任务完成")), "document.not-in-force");
        await fixture.Silo.Projected();

        var year = (await other.GetFromJsonAsync<DocumentYearView>("/api/documents/years/2021?region=510823100", ServiceJson.Options))!;
        (year.Published, year.Late, year.InForce, year.Ended).ShouldBe((3, 1, 3, 0)); // 8 April is the 27th working day; Y-1 went out of force later than 2021.
        year.ByGenre.ShouldBe([new GenreCount("公文", 3)]);
        var page = (await other.GetFromJsonAsync<Page<DocumentLine>>("/api/documents?region=510823100&stage=replaced", ServiceJson.Options))!;
        page.Items.Single().ShouldSatisfyAllConditions(line => line.Id.ShouldBe("Y-1"), line => line.PublishedOn.ShouldBe(new DateOnly(2021, 3, 8)));
        page = (await other.GetFromJsonAsync<Page<DocumentLine>>("/api/documents?region=510823100&limit=2", ServiceJson.Options))!;
        (await other.GetFromJsonAsync<Page<DocumentLine>>($"/api/documents?region=510823100&limit=2&cursor={page.NextCursor}", ServiceJson.Options))!.Items.Single().Id.ShouldBe("Y-3");
    }

    [Fact]
    public async Task A_page_is_read_for_the_form_and_nothing_of_it_is_kept()
    {
        const string page = "[ 索引號 ] | 11500222742856713G/2023-00001 | [ 發布日期 ] | 2023-08-17 |\n示例縣關于示例的通知\n各鄉鎮:\n一、總體要求。";
        var reply = await fixture.County.PostAsJsonAsync("/api/documents/reading", new DocumentReadingBody(page), ServiceJson.Options);
        var read = (await reply.Content.ReadFromJsonAsync<DocumentReadingView>(ServiceJson.Options))!;

        read.Fields.Single(field => field.Field == "title").Value.ShouldBe("示例县关于示例的通知");
        read.Fields.Single(field => field.Field == "indexNumber").Certainty.ShouldBe("certain");
        read.Sections.Single().Heading.ShouldBe("总体要求");
        read.Cleaned.ShouldBe(["繁体字改为简体"]);
    }

    // A draft may hold somebody's number: it lies sealed, and the log knows its hash alone.
    [Fact]
    public async Task A_text_is_neither_in_the_log_nor_readable_on_the_disk()
    {
        await fixture.County.Accepted("/api/documents/S-1", Body with { Text = "电话13800000000,示例之秘。" });

        foreach (var file in Directory.EnumerateFiles(fixture.Silo.Data, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes);
            bytes.AsSpan().IndexOf("示例之秘"u8).ShouldBe(-1, file);
        }
        (await fixture.County.GetFromJsonAsync<DocumentView>("/api/documents/S-1", ServiceJson.Options))!.Body.Text.ShouldEndWith("示例之秘。");
    }

    [Fact]
    public async Task Documents_are_their_countys_alone()
    {
        await fixture.County.Accepted("/api/documents/N-1", Body);
        using var elsewhere = await fixture.Silo.SignedIn("tongjiang-d", Roles.County, "511921");

        await Refused(elsewhere.GetAsync("/api/documents/N-1"), "access.scope-elsewhere");
        await Refused(elsewhere.GetAsync("/api/documents/N-1/findings"), "access.scope-elsewhere");
        await Refused(elsewhere.Put("/api/documents/N-1", Body with { Region = "511921" }), "access.scope-elsewhere");
        await Refused(elsewhere.GetAsync("/api/documents?region=510823"), "access.scope-elsewhere");
        await Refused(fixture.Auditor.GetAsync("/api/documents"), "access.role-insufficient");
        await Refused(fixture.County.GetAsync("/api/documents/none"), "document.document-unknown");
        await Refused(fixture.County.Put("/api/documents/a b", Body), "command.id-malformed");
        await Refused(fixture.County.Put("/api/documents/N-2", Body with { Validity = "magic" }), "person.term-unknown");
        await Refused(fixture.County.Put("/api/documents/N-2", Body with { Text = " " }), "document.text-implausible");
        await Refused(fixture.County.Put("/api/documents/N-2", Body with { Title = "电话13800000000" }), "document.personal-number");
        await Refused(fixture.County.GetAsync("/api/documents?stage=magic"), "query.filter-unknown");
        await Refused(fixture.County.GetAsync("/api/documents?limit=0"), "query.limit-out-of-range");
    }

    // What the public reads goes out by itself, once for each act, signed and in the order of the log.
    [Fact]
    public async Task A_published_document_is_released_and_released_again_when_it_goes_out_of_force()
    {
        using var other = await Other("reviewer-r");
        await fixture.County.Accepted("/api/documents/R-1", Body with { Text = "各乡镇:\n一、总体要求\n示例。" });
        var table = Encoding.ASCII.GetBytes("%PDF-1.4 example");
        var hash = Convert.ToHexStringLower(SHA256.HashData(table));
        await Refused(fixture.County.Put($"/api/documents/R-1/attachments/{hash}", new DocumentAttachmentBody("附表")), "document.attachment-unknown");
        await Refused(fixture.County.PutAsync($"/api/documents/R-1/evidence/{new string('0', 64)}", new ByteArrayContent("MZ program"u8.ToArray())), "evidence.type-unknown");
        (await fixture.County.PutAsync($"/api/documents/R-1/evidence/{hash}", new ByteArrayContent(table))).EnsureSuccessStatusCode();
        await Refused(other.Put($"/api/documents/R-1/attachments/{hash}", new DocumentAttachmentBody("附表")), "document.not-registrar");
        await fixture.County.Accepted($"/api/documents/R-1/attachments/{hash}", new DocumentAttachmentBody("附表"));
        await Refused(other.Put("/api/documents/R-1/review", new DocumentReviewBody([])), "document.error-undecided"); // Nobody read the PDF yet.
        await other.Accepted("/api/documents/R-1/review", Review(await Found("R-1")));
        (await Released()).ShouldNotContain(row => row.Id == "R-1");
        await other.Accepted("/api/documents/R-1/publication", new { });
        var row = (await Released()).Single(row => row.Id == "R-1");
        (row.Validity, row.PublishedOn, row.Sections.Single().Heading).ShouldBe(("Valid", new DateOnly(2023, 8, 17), "总体要求"));
        row.Attachments.ShouldBe([new PublicAttachment("附表.pdf", "application/pdf", table.Length, hash)]);
        var newest = await fixture.Silo.Get<DocumentPublisher>().CatchUp(CancellationToken.None);
        (await fixture.County.GetByteArrayAsync($"/releases/{newest}/attachments/{hash}?channel=documents")).ShouldBe(table);
        var before = (await Released()).Count;
        await other.Accepted("/api/documents/R-1/repeal", new DocumentRepealBody("示例结束"));
        (await Released()).Where(row => row.Id == "R-1").Select(row => (row.Validity, row.EndReason)).ShouldBe([("Valid", null), ("Repealed", "示例结束")]);
        (await Released()).Count.ShouldBeGreaterThan(before);
    }

    private async Task<List<PublicDocument>> Released()
    {
        await fixture.Silo.Projected();
        var newest = await fixture.Silo.Get<DocumentPublisher>().CatchUp(CancellationToken.None);
        (await fixture.Silo.Get<DocumentPublisher>().CatchUp(CancellationToken.None)).ShouldBe(newest); // Nothing more to say.
        var (rows, leaves, root) = (new List<PublicDocument>(), new List<byte[]>(), (string?)null);
        for (var number = 1; number <= newest; number++)
        {
            var signed = ManifestJson.Read(await fixture.County.GetByteArrayAsync($"/releases/{number}/manifest.json?channel=documents"));
            ReleaseVerification.Check(signed, "documents", fixture.Silo.Get<ReleaseSigners>()[ReleaseChannels.Documents].Chain, leaves, root);
            (leaves, root) = ([.. leaves, ReleaseVerification.LeafOf(signed.Manifest)], signed.Manifest.RowsRoot);
            var lines = (await fixture.County.GetStringAsync($"/releases/{number}/rows.jsonl?channel=documents")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            rows.AddRange(lines.Select(line => (PublicDocument)RowReader.Read(Encoding.UTF8.GetBytes(line))));
        }
        return rows;
    }

    private async Task<DocumentFindingsView> Found(string id) => (await fixture.County.GetFromJsonAsync<DocumentFindingsView>($"/api/documents/{id}/findings", ServiceJson.Options))!;

    private Task<HttpClient> Other(string account) => fixture.Silo.SignedIn(account, Roles.County, "510823");

    private static DocumentReviewBody Review(DocumentFindingsView found) =>
        new([.. found.Findings.Where(finding => finding.Severity == "error").Select(finding => new FindingDecisionBody(finding.Finding, "已合并公布"))]);

    private static async Task Refused(Task<HttpResponseMessage> sent, string code)
    {
        var reply = await sent;
        reply.StatusCode.ShouldNotBe(HttpStatusCode.OK);
        (await reply.Content.ReadAsStringAsync()).ShouldContain($"/api/problems/{code}");
    }
}
