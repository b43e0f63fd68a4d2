using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using Revitalization.Contracts.Documents;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Imports;
using Revitalization.Hosting.Json;
using Revitalization.SystemTests.Imports;
using Revitalization.SystemTests.Silo;

namespace Revitalization.SystemTests.Documents;

/// <summary>Documents as offices have them: a sheet with their texts, a text in the old encoding, a DOCX with a table.</summary>
public sealed class DocumentImportTests(SiloFixture fixture) : IClassFixture<SiloFixture>
{
    private const string Head = "文件编号,地区代码,标题,索引号,成文日期,有效性,正文\n";

    [Fact]
    public async Task A_sheet_registers_drafts_and_reads_from_the_text_what_a_row_leaves_out()
    {
        const string sheet = Head
            + "IM-1,,,,,,\"[ 索引號 ] | 11500222742856713G/2023-00031 | [ 成文日期 ] | 2023-08-14 |\n示例縣關于示例的通知\n各鄉鎮:\n一、總體要求。\"\n"
            + "IM-2,510823100,另一通知,11500222742856713G/2023-00032,2023-08-15,有效,各村:示例。\n"
            + "IM-3,511921,邻县的通知,,,,各村:示例。\n"
            + "IM-4,,电话13800000000,,,,各村:示例。\n"
            + "IM-5,,没有正文,,,,\n";

        var import = await fixture.County.Import(ImportKinds.Documents, sheet, "?region=510823");

        (import.RowsRead, import.Committed, import.Refused).ShouldBe((5, 2, 3));
        var first = (await Read("IM-1")).Body;
        (first.Title, first.IndexNumber, first.MadeOn, first.Region).ShouldBe(("示例县关于示例的通知", "11500222742856713G/2023-00031", new DateOnly(2023, 8, 14), "510823"));
        (await Read("IM-2")).ShouldSatisfyAllConditions(one => one.Stage.ShouldBe("registered"), one => one.Body.Validity.ShouldBe("valid"), one => one.Body.Region.ShouldBe("510823100"));
        var errors = await fixture.County.Errors(import.Id);
        errors.ShouldContain(line => line.StartsWith("4,", StringComparison.Ordinal) && line.Contains("access.scope-elsewhere", StringComparison.Ordinal));
        errors.ShouldContain(line => line.Contains("标题,document.personal-number", StringComparison.Ordinal));
        (await fixture.County.Import(ImportKinds.Documents, sheet, "?region=510823")).ShouldSatisfyAllConditions(again => again.Committed.ShouldBe(0), again => again.Unchanged.ShouldBe(2));
    }

    [Fact]
    public async Task The_five_counties_documents_come_in_as_drafts_with_what_must_be_decided()
    {
        var folder = Path.Combine(Repository(), "..", "shared", "documents");
        Assert.SkipUnless(Directory.Exists(folder), "The shared documents are not beside the repository.");
        var files = Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal).ToList();
        var sheet = new StringBuilder("文件编号,地区代码,标题,正文\n");
        foreach (var (file, at) in files.Select((file, at) => (file, at)))
        {
            var text = await Text(await File.ReadAllBytesAsync(file));
            text.ShouldNotBeNull(file);
            // One names no title of its own: the officer gives it one.
            sheet.Append("REAL-").Append(at).Append(",510823,").Append(Path.GetFileName(file).StartsWith("wangcang", StringComparison.Ordinal) ? "年度工作方案（示例标题）" : "").Append(",\"").Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append("\"\n");
        }

        var import = await fixture.County.Import(ImportKinds.Documents, sheet.ToString(), "?region=510823");

        // A converter lost characters of one: a sheet takes no such cell, so it is registered on its page, where the doubt is said.
        (import.Committed, import.Refused).ShouldBe((files.Count - 1, 1));
        (await fixture.County.Errors(import.Id)).ShouldContain(line => line.Contains("正文,import-row.characters-lost", StringComparison.Ordinal));
        await RegisterOnItsPage(files.FindIndex(file => Path.GetFileName(file).StartsWith("fuhuan", StringComparison.Ordinal)), files);
        for (var at = 0; at < files.Count; at++) (await Read($"REAL-{at}")).Body.Title.Length.ShouldBeGreaterThan(5, files[at]);
        var review = files.FindIndex(file => Path.GetFileName(file).StartsWith("bazhong", StringComparison.Ordinal));
        var found = (await fixture.County.GetFromJsonAsync<DocumentFindingsView>($"/api/documents/REAL-{review}/findings", ServiceJson.Options))!;
        found.Findings.ShouldContain(finding => finding.Kind == "small-remainder"); // 监测户4户13人, 已消除风险1户4人.
        found.Findings.ShouldContain(finding => finding.Kind == "share-differs"); // 60.54%, by its own sums 60.39%.
    }

    private async Task RegisterOnItsPage(int at, List<string> files)
    {
        var text = (await Text(await File.ReadAllBytesAsync(files[at])))!;
        using var reply = await fixture.County.PostAsJsonAsync("/api/documents/reading", new DocumentReadingBody(text), ServiceJson.Options);
        var read = (await reply.Content.ReadFromJsonAsync<DocumentReadingView>(ServiceJson.Options))!;
        read.Doubts.ShouldNotBeEmpty();
        string Field(string name) => read.Fields.Single(field => field.Field == name).Value ?? "";
        await fixture.County.Accepted($"/api/documents/REAL-{at}", new DocumentBody(
            "510823", Field("title"), Field("indexNumber"), Field("documentNumber"), Field("issuer"), Field("topic"), Field("genre"), null, null, "unstated", Field("summary"), text));
    }

    [Fact]
    public async Task A_file_is_read_whatever_its_encoding_and_a_table_stays_one()
    {
        const string text = "示例县关于示例的通知\n各乡镇：示例。";
        (await Text(Encoding.UTF8.GetBytes("\uFEFF" + text.ReplaceLineEndings("\r\n")))).ShouldBe(text);
        (await Text(CodePagesEncodingProvider.Instance.GetEncoding(54936)!.GetBytes(text))).ShouldBe(text);
        (await Text(Docx("<w:p><w:r><w:t>示例通知</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>项目</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>标准</w:t><w:t>（元）</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:t>完</w:t><w:br/><w:t>。</w:t></w:r></w:p>")))
            .ShouldBe("示例通知\n| 项目 | 标准（元） | \n完\n。");
        (await Text([0, 1, 2, 0xFF])).ShouldBeNull();
        (await Text([.. "PK\u0003\u0004"u8, .. new byte[40]])).ShouldBeNull();
        (await Text(Docx("<w:p><w:r>"))).ShouldBeNull();
    }

    private static byte[] Docx(string body)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = new StreamWriter(archive.CreateEntry("word/document.xml").Open());
            part.Write($"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>");
        }
        return file.ToArray();
    }

    /// <summary>Null where the file is refused.</summary>
    private async Task<string?> Text(byte[] file)
    {
        using var reply = await fixture.County.PostAsync("/api/documents/texts", new ByteArrayContent(file));
        if (reply.StatusCode == HttpStatusCode.OK) return (await reply.Content.ReadFromJsonAsync<DocumentTextView>(ServiceJson.Options))!.Text;
        (await reply.Content.ReadAsStringAsync()).ShouldContain("document.file-unreadable");
        return null;
    }

    private async Task<DocumentView> Read(string id) => (await fixture.County.GetFromJsonAsync<DocumentView>($"/api/documents/{id}", ServiceJson.Options))!;

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "RevitalizationPlatform.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}
