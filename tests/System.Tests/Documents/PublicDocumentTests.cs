using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Revitalization.Contracts.Releases;

namespace Revitalization.SystemTests.Documents;

/// <summary>What the public sees of a document: found by two characters, at its permanent address, in force or not, compared with what it replaced.</summary>
public sealed class PublicDocumentTests : IAsyncLifetime
{
    private static readonly DateOnly s_day = new(2023, 3, 8);
    private readonly DocumentPortal _portal = new();

    public ValueTask InitializeAsync() => _portal.InitializeAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Words_of_two_characters_are_found_in_text_and_title_on_the_page_and_by_OData()
    {
        await _portal.Publish(
            s_day, DocumentPortal.Document("D-1", "关于蚕桑的通知", "各乡镇：养蚕的事。"), DocumentPortal.Document("D-2", "关于道路的公告", "修路，不养鱼；蚕不在内。") with { Issuer = "示例镇人民政府", PublishedOn = new(2022, 5, 5) });

        (await Ids("%E5%85%BB%E8%9A%95")).ShouldBe(["D-1"]); // 养蚕: in D-2 the two stand apart.
        (await Ids("%E9%81%93%E8%B7%AF")).ShouldBe(["D-2"]); // 道路, of the title.
        (await Ids("%E8%9A%95")).ShouldBe(["D-1", "D-2"]);
        (await Page("/documents?q=养蚕")).ShouldSatisfyAllConditions(page => page.ShouldContain("/documents/D-1"), page => page.ShouldNotContain("/documents/D-2"), page => page.ShouldContain("<mark>养蚕</mark>"));
        (await Page("/documents?q=通知 蚕桑")).ShouldContain("/documents/D-1"); // Both words, wherever they stand.
        (await Page("/documents?q=养蚕 道路")).ShouldContain("没有符合条件的文件");
        var facets = await Page("/documents?issuer=示例镇人民政府");
        facets.ShouldNotContain("\"/documents/D-1\"");
        facets.ShouldContain("/documents?issuer=%E7%A4%BA%E4%BE%8B%E9%95%87%E4%BA%BA%E6%B0%91%E6%94%BF%E5%BA%9C&amp;year=2022"); // What is chosen next keeps what was chosen.
        (await Page("/documents?year=x&page=-3&validity='")).ShouldContain("没有符合条件的文件");
    }

    [Fact]
    public async Task A_replaced_document_keeps_its_address_says_what_took_its_place_and_how_they_differ()
    {
        var (old, next) = (DocumentPortal.Document("P-1", "旧方案", "各乡镇：\n培训二十期。\n照旧。"), DocumentPortal.Document("P-2", "新方案", "各乡镇：\n培训三十期。\n照旧。\n新增一条。"));
        await _portal.Publish(s_day, old);
        await _portal.Publish(new(2023, 4, 1), next, old with { Validity = "Superseded", EndedOn = new(2023, 4, 1), SuccessorId = "P-2", EndReason = "内容更新。" });

        (await Page("/documents/P-1")).ShouldSatisfyAllConditions(
            page => page.ShouldContain("本文件已被替代"), page => page.ShouldContain("<a href=\"/documents/P-2\">新方案</a>"), page => page.ShouldContain("内容更新。"), page => page.ShouldContain("第 2 次文件发布"));
        (await Page("/documents/P-2")).ShouldContain("/documents/P-2/changes?from=P-1");
        var changes = await Page("/documents/P-2/changes?from=P-1");
        changes.ShouldContain("<del>二</del>");
        changes.ShouldContain("<ins>三</ins>");
        changes.ShouldContain("<ins>新增一条。</ins>");
        (await _portal.Client.GetAsync("/documents/P-2/changes?from=no-such")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await _portal.Client.GetAsync("/documents/no-such")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Page("/documents/P-1/print")).ShouldContain("培训二十期。");
    }

    [Fact]
    public async Task A_page_and_a_feed_change_with_the_next_release_of_documents()
    {
        await _portal.Publish(s_day, DocumentPortal.Document("E-1", "甲文件", "甲。"));
        var tags = await Task.WhenAll(Tag("/documents"), Tag("/odata/Documents"), Tag("/documents/E-1"));
        await _portal.Publish(new(2023, 3, 9), DocumentPortal.Document("E-2", "乙文件", "乙。"));
        (await Task.WhenAll(Tag("/documents"), Tag("/odata/Documents"), Tag("/documents/E-1"))).Zip(tags).ShouldAllBe(pair => pair.First != pair.Second);

        (await _portal.Client.GetStringAsync("/data/Documents.csv")).ShouldContain("乙文件");
        var row = JsonSerializer.Deserialize<JsonElement>(await _portal.Client.GetStringAsync("/odata/Documents('E-1')"));
        (row.GetProperty("Body").GetString(), row.GetProperty("Validity").GetString(), row.GetProperty("MadeOn").GetString()).ShouldBe(("甲。", "Valid", "2023-03-01"));
        (await _portal.Client.GetStringAsync("/documents/releases/2/rows.jsonl")).ShouldContain("乙文件");
        (await _portal.Client.GetStringAsync("/documents/releases/2/manifest.json")).ShouldContain("\"channel\":\"documents\"");
    }

    // Documents are released between two releases of figures, so their copies follow their own numbers.
    [Fact]
    public async Task A_copy_of_the_documents_follows_their_releases()
    {
        var first = DocumentPortal.Document("F-1", "甲文件", "甲。");
        await _portal.Publish(s_day, first, DocumentPortal.Document("F-2", "乙文件", "乙。"));
        var (copied, link) = await Followed("/odata/Documents?$select=Id,Validity");
        copied.ShouldBe(["F-1 Valid", "F-2 Valid"]);
        var (valid, validLink) = await Followed("/odata/Documents?$filter=Validity eq 'Valid'&$select=Id,Validity");
        valid.ShouldBe(copied);
        (await Followed(link!)).Rows.ShouldBeEmpty();

        await _portal.Publish(new(2023, 3, 9), DocumentPortal.Document("F-3", "丙文件", "丙。"), first with { Validity = "Abolished", EndedOn = new(2023, 3, 9), EndReason = "不再适用。" });
        var (changed, next) = await Followed(link!);
        changed.ShouldBe(["F-1 Abolished", "F-3 Valid"]);
        (await Followed(next!)).Rows.ShouldBeEmpty();
        (await Followed(validLink!)).Rows.ShouldBe(["F-1 removed: changed", "F-3 Valid"]); // What fulfils the condition no more leaves a copy made under it.
    }

    private async Task<(string[] Rows, string? Link)> Followed(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Prefer", "track-changes" } } };
        using var response = await _portal.Client.SendAsync(request);
        var answer = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());
        return ([.. answer.GetProperty("value").EnumerateArray().Select(row => $"{row.GetProperty("Id").GetString()} {(row.TryGetProperty("@removed", out var removed) ? "removed: " + removed.GetProperty("reason").GetString() : row.GetProperty("Validity").GetString())}")],
            answer.TryGetProperty("@odata.deltaLink", out var link) ? link.GetString() : null);
    }

    // A portal shows nothing that the county's key did not sign, and an attachment only as the row names it.
    [Fact]
    public async Task Nothing_is_taken_in_that_was_not_signed()
    {
        var file = Encoding.UTF8.GetBytes("附表");
        var hash = Convert.ToHexStringLower(SHA256.HashData(file));
        var document = DocumentPortal.Document("T-1", "附表文件", "见附件。") with { Attachments = [new("附表.csv", "text/csv", file.Length, hash)] };
        _portal.Source.Attachments[hash] = [.. file, 1];
        await Should.ThrowAsync<ReleaseRejectedException>(() => _portal.Publish(s_day, document));
        _portal.Source.Attachments[hash] = file;
        _portal.Source.TamperRows = (_, rows) => [.. Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(rows).Replace("见附件", "见附录", StringComparison.Ordinal))];
        await Should.ThrowAsync<ReleaseRejectedException>(() => _portal.Replica.CatchUp(_portal.Source, CancellationToken.None));
        _portal.Replica.State.Edition.ShouldBe(0);
        (await _portal.Client.GetAsync("/documents/T-1")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        _portal.Source.TamperRows = (_, rows) => rows;
        (await _portal.Replica.CatchUp(_portal.Source, CancellationToken.None)).ShouldBe(1);
        (await _portal.Client.GetByteArrayAsync($"/documents/T-1/attachments/{hash}")).ShouldBe(file);
        (await Page("/documents/T-1")).ShouldContain(hash);
        (await _portal.Client.GetAsync($"/documents/T-1/attachments/{new string('0', 64)}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<string> Page(string address) => await (await _portal.Client.GetAsync(address)).Content.ReadAsStringAsync();

    private async Task<string> Tag(string address) => (await _portal.Client.GetAsync(address)).Headers.ETag!.Tag;

    private async Task<IReadOnlyList<string>> Ids(string word)
    {
        var page = JsonSerializer.Deserialize<JsonElement>(await _portal.Client.GetStringAsync($"/odata/Documents?$search={word}&$select=Id&$orderby=Id"));
        return [.. page.GetProperty("value").EnumerateArray().Select(row => row.GetProperty("Id").GetString()!)];
    }
}
