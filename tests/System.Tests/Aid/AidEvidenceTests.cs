using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Revitalization.Contracts.Aid;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Projects;
using Revitalization.Domain.Aid;
using Revitalization.Domain.Projects;
using Revitalization.Silo.Monitoring.Evidence;
using Revitalization.SystemTests.Silo;
using static Revitalization.SystemTests.Aid.AidYearFixture;

namespace Revitalization.SystemTests.Aid;

/// <summary>Files behind reports and projects: under their own hash, encrypted, for whoever answers for them.</summary>
public sealed class AidEvidenceTests(AidYearFixture year) : IClassFixture<AidYearFixture>
{
    private static readonly byte[] s_pdf = [.. "%PDF-1.7 "u8, .. Encoding.UTF8.GetBytes("电子回单")];

    private static string Name(byte[] file) => Convert.ToHexStringLower(SHA256.HashData(file));

    private static Task<HttpResponseMessage> Put(HttpClient sender, byte[] file, string address = "/api/aid/evidence", string query = "") =>
        sender.PutAsync($"{address}/{Name(file)}{query}", new ByteArrayContent(file));

    private static async Task Taken(Task<HttpResponseMessage> sent) => (await sent).StatusCode.ShouldBe(HttpStatusCode.NoContent, await (await sent).Content.ReadAsStringAsync());

    // API clients send the hash first and the file later; both sides see what is still to come.
    [Fact]
    public async Task A_report_may_name_a_file_before_it_is_there_and_its_view_says_so_until_it_is()
    {
        await year.PartnerXiaoshan.Accepted(Path(Xiaoshan, 51), InKind("donation", "donation", 1, "批", 5_00) with { Evidence = [Name(s_pdf)] });
        (await year.Wangcang.Read<AidReportView>(Path(Xiaoshan, 51))).EvidenceMissing.ShouldBe([Name(s_pdf)]);
        await Taken(Put(year.PartnerXiaoshan, s_pdf));
        await Taken(Put(year.PartnerXiaoshan, s_pdf)); // A lost reply.
        (await year.Wangcang.Read<AidReportView>(Path(Xiaoshan, 51))).EvidenceMissing.ShouldBeEmpty();

        var reply = await year.Wangcang.GetAsync($"/api/aid/evidence/{Name(s_pdf)}");
        reply.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        (await reply.Content.ReadAsByteArrayAsync()).ShouldBe(s_pdf);
        (await year.Wangcang.GetByteArrayAsync($"/api/partnerships/{Xiaoshan}/evidence/{Name(s_pdf)}")).ShouldBe(s_pdf);
        var stored = Directory.EnumerateFiles(System.IO.Path.Combine(year.Silo.Data, "aid-evidence", $"partnership-{Xiaoshan}")).Single(file => file.EndsWith(Name(s_pdf), StringComparison.Ordinal));
        (await File.ReadAllBytesAsync(stored, TestContext.Current.CancellationToken)).AsSpan().IndexOf(Encoding.UTF8.GetBytes("电子回单")).ShouldBe(-1);
        await year.Silo.Projected();
    }

    [Fact]
    public async Task A_partner_s_file_is_its_own_and_its_county_s()
    {
        var file = (byte[])[.. s_pdf, 2];
        await Taken(Put(year.PartnerZiyang, file));
        (await year.Wangcang.GetAsync($"/api/aid/evidence/{Name(file)}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await year.PartnerXiaoshan.GetAsync($"/api/aid/evidence/{Name(file)}").Refused(EvidenceRefusal.NotFound);
        await year.Tongjiang.GetAsync($"/api/aid/evidence/{Name(file)}").Refused(EvidenceRefusal.NotFound);
        await year.PartnerXiaoshan.GetAsync($"/api/partnerships/{Ziyang}/evidence/{Name(file)}").Refused(AccessRefusal.ScopeElsewhere);
        await Put(year.Tongjiang, file, $"/api/partnerships/{Ziyang}/evidence").Refused(AccessRefusal.ScopeElsewhere);
        await Put(year.PartnerXiaoshan, file, "/api/partnerships/nobody/evidence").Refused(PartnershipRefusal.NotAgreed);
        (await year.Province.GetAsync($"/api/aid/evidence/{Name(file)}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    // A pay roster has names in it: the partner who paid sees the sum, never the people.
    [Fact]
    public async Task A_county_s_file_is_the_county_s_alone()
    {
        var roster = (byte[])[.. s_pdf, 3];
        await Taken(Put(year.Wangcang, roster, "/api/projects/wc-1/evidence"));
        (await year.Wangcang.GetByteArrayAsync($"/api/projects/wc-1/evidence/{Name(roster)}")).ShouldBe(roster);
        (await year.Wangcang.GetByteArrayAsync($"/api/aid/evidence/{Name(roster)}")).ShouldBe(roster);
        await year.PartnerXiaoshan.GetAsync($"/api/aid/evidence/{Name(roster)}").Refused(EvidenceRefusal.NotFound);
        await year.Wangcang.Accepted("/api/projects/wc-1/rosters/2022-06", new RosterBody(Day, 5, 4, 6, 2, 3, 1_00, [Name(roster)]));
        await year.Silo.Projected();
        var named = await year.Wangcang.Read<List<ProjectEvidence>>("/api/projects/wc-1/evidence");
        named.ShouldContain(new ProjectEvidence("roster", "2022-06", Name(roster), IsThere: true));
        named.ShouldContain(new ProjectEvidence("payment", "y1", Proof, IsThere: false));
        named.ShouldContain(new ProjectEvidence("stage", "contracted", Proof, IsThere: false));
        await year.Tongjiang.GetAsync("/api/projects/wc-1/evidence").Refused(AccessRefusal.ScopeElsewhere);
        await year.Wangcang.GetAsync("/api/projects/nothing/evidence").Refused(ProjectRefusal.ProjectUnknown);
        await year.Tongjiang.GetAsync($"/api/projects/wc-1/evidence/{Name(roster)}").Refused(AccessRefusal.ScopeElsewhere);
        await Put(year.Wangcang, roster, "/api/projects/nothing/evidence").Refused(ProjectRefusal.ProjectUnknown);
    }

    [Fact]
    public async Task Who_has_several_says_which()
    {
        await Put(year.PartnerOfBoth, s_pdf).Refused(QueryRefusal.FilterUnknown, "partnership");
        await Put(year.PartnerOfBoth, s_pdf, query: $"?partnership={Ziyang}").Refused(AccessRefusal.ScopeElsewhere, "partnership");
        await Taken(Put(year.PartnerOfBoth, s_pdf, query: $"?partnership={Zhechuan}"));
        await Put(year.Wangcang, s_pdf, query: "?region=511921").Refused(AccessRefusal.ScopeElsewhere, "region");
    }

    [Fact]
    public async Task Only_pictures_papers_and_real_workbooks_are_taken()
    {
        using var archive = new MemoryStream();
        using (var parts = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true)) parts.CreateEntry("script.sh");
        await Put(year.PartnerXiaoshan, archive.ToArray()).Refused(EvidenceRefusal.TypeUnknown);
        await Put(year.PartnerXiaoshan, [(byte)'P', (byte)'K', 3, 4, 0, 0, 0, 0, 0]).Refused(EvidenceRefusal.TypeUnknown);
        await Put(year.PartnerXiaoshan, "<html>"u8.ToArray()).Refused(EvidenceRefusal.TypeUnknown);
        byte[] paper = [.. s_pdf, 8];
        await year.PartnerXiaoshan.PutAsync($"/api/aid/evidence/{Name(paper)}", new ByteArrayContent([.. paper, 9])).Refused(EvidenceRefusal.HashMismatch);
        for (var time = 1; time <= 2; time++) await Taken(Put(year.PartnerXiaoshan, paper));
        await year.PartnerXiaoshan.PutAsync($"/api/aid/evidence/{Name(paper)}", new ByteArrayContent([.. paper, 9])).Refused(EvidenceRefusal.HashMismatch);
        await Put(year.PartnerZiyang, [.. s_pdf, .. new byte[(10 << 20) + 1 - s_pdf.Length]]).Refused(EvidenceRefusal.TooLarge);

        var workbook = await year.Wangcang.GetByteArrayAsync("/api/aid/reports.xlsx");
        await Taken(Put(year.PartnerXiaoshan, workbook));
        (await year.PartnerXiaoshan.GetAsync($"/api/aid/evidence/{Name(workbook)}")).Content.Headers.ContentType!.MediaType.ShouldBe(EvidenceTypes.Workbook);
    }

    // What was taken stays readable; only more is refused.
    [Fact]
    public async Task A_folder_takes_no_more_than_its_bound()
    {
        var data = Directory.CreateTempSubdirectory("aid-evidence-").FullName;
        var files = new EvidenceFiles(data, new byte[32], TimeProvider.System, new("aid-evidence", 1, EvidenceRefusal.FolderFull, Sheets: true));
        (await files.Receive("county-510821", Name(s_pdf), new MemoryStream(s_pdf), default)).ShouldBeNull();
        (await files.Receive("county-510821", Name(s_pdf), new MemoryStream(s_pdf), default)).ShouldBeNull();
        byte[] other = [.. s_pdf, 7];
        (await files.Receive("county-510821", Name(other), new MemoryStream(other), default)).ShouldBe(EvidenceRefusal.FolderFull);
        (await files.Receive("county-511921", Name(other), new MemoryStream(other), default)).ShouldBeNull();
        Directory.Delete(data, recursive: true);
    }
}
