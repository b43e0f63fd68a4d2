using System.Net;
using System.Security.Cryptography;
using System.Text;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Households;
using Revitalization.Contracts.Identity;
using Revitalization.Silo.Monitoring.Evidence;
using Revitalization.SystemTests.Silo;

namespace Revitalization.SystemTests.Monitoring;

/// <summary>Pictures and papers: under their own hash, encrypted, for whoever answers for the household.</summary>
public sealed class EvidenceTests(MonitoringFixture fixture) : IClassFixture<MonitoringFixture>
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7 示例");

    [Fact]
    public async Task A_picture_comes_back_as_it_went_in_and_who_read_it_is_recorded()
    {
        var chain = await fixture.Household("EV1");
        var picture = Picture(3 << 20);
        (await Put(chain, picture)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await Put(chain, picture)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        var reply = await fixture.Township.GetAsync(Path(chain, picture));
        reply.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        (await reply.Content.ReadAsByteArrayAsync()).ShouldBe(picture);
        var audit = await fixture.Auditor.Read<Page<HistoryEntry>>("/api/events?limit=1000");
        audit.Items.ShouldContain(entry => entry.Type == "audit.personal-data-read" && entry.Actor == "puan" && entry.Data.GetProperty("purpose").GetString() == "evidence");
    }

    [Fact]
    public async Task No_plain_byte_of_it_lies_on_the_disk()
    {
        var chain = await fixture.Household("EV2");
        var secret = Encoding.UTF8.GetBytes("很私密的病历内容");
        (await Put(chain, [.. Pdf, .. secret])).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        var stored = Directory.EnumerateFiles(System.IO.Path.Combine(fixture.Silo.Data, "evidence", "EV2")).ShouldHaveSingleItem();
        File.ReadAllBytes(stored).AsSpan().IndexOf(secret).ShouldBe(-1);
    }

    [Fact]
    public async Task Its_name_is_its_hash_and_nothing_but_pictures_and_papers_is_taken()
    {
        var chain = await fixture.Household("EV3");
        await fixture.Village.PutAsync($"{chain.Address}/evidence/{Hash(Pdf)}", new ByteArrayContent(Picture(100))).Refused(EvidenceRefusal.HashMismatch);
        await fixture.Village.PutAsync($"{chain.Address}/evidence/nohash", new ByteArrayContent(Pdf)).Refused(EvidenceRefusal.HashMismatch, "sha256");
        await Put(chain, Encoding.ASCII.GetBytes("<script>")).Refused(EvidenceRefusal.TypeUnknown);
        await Put(chain, []).Refused(EvidenceRefusal.TypeUnknown);
        Directory.EnumerateFiles(System.IO.Path.Combine(fixture.Silo.Data, "evidence", "EV3")).ShouldBeEmpty();
        await fixture.Village.GetAsync(Path(chain, Pdf)).Refused(EvidenceRefusal.NotFound);
    }

    [Fact]
    public async Task Ten_megabytes_are_enough()
    {
        var chain = await fixture.Household("EV4");
        (await Put(chain, Picture(10 << 20))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await Put(chain, Picture((10 << 20) + 1)).Refused(EvidenceRefusal.TooLarge);
        // Without a length the end is met while reading.
        using var pieces = new StreamContent(new MemoryStream(Picture((10 << 20) + 4096)));
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{chain.Address}/evidence/{Hash(Pdf)}") { Content = pieces };
        request.Headers.TransferEncodingChunked = true;
        await fixture.Village.SendAsync(request).Refused(EvidenceRefusal.TooLarge);
    }

    [Fact]
    public async Task Another_village_neither_puts_nor_reads()
    {
        var chain = await fixture.Household("EV5");
        (await Put(chain, Pdf)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await fixture.OtherVillage.GetAsync(Path(chain, Pdf)).Refused(AccessRefusal.ScopeElsewhere);
        await fixture.OtherVillage.PutAsync(Path(chain, Pdf), new ByteArrayContent(Pdf)).Refused(AccessRefusal.ScopeElsewhere);
        await fixture.Village.GetAsync($"/api/households/NONE/evidence/{Hash(Pdf)}").Refused(QueryRefusal.HouseholdNotFound);
    }

    // Pictures cannot be told apart by person: with one's erasure all that the household had sent in goes, key first.
    [Fact]
    public async Task With_a_persons_erasure_the_households_evidence_goes_and_later_evidence_is_taken_again()
    {
        var (chain, other) = (await fixture.Household("EV6"), await fixture.Household("EV7"));
        foreach (var each in new[] { chain, other }) (await Put(each, Pdf)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        var erased = await fixture.County.Accepted($"{chain.Address}/members/1/erasure", new ErasureBody("个人信息保护法第四十七条", new(2023, 12, 31)));
        (await fixture.Silo.Get<Revitalization.Silo.Reactors.ReactorService>().WaitFor(erased.Seq, TimeSpan.FromSeconds(30), default)).ShouldBeTrue();

        Directory.Exists(Folder("EV6")).ShouldBeFalse();
        File.Exists(KeyOf("EV6")).ShouldBeFalse();
        await fixture.Village.GetAsync(Path(chain, Pdf)).Refused(EvidenceRefusal.NotFound);
        (await fixture.Village.GetAsync(Path(other, Pdf))).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await Put(chain, Pdf)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        fixture.Silo.Get<EvidenceFiles>().Erase("EV6", TimeProvider.System.GetUtcNow().AddHours(-1)); // The reactor, told again of what it did.
        (await (await fixture.Village.GetAsync(Path(chain, Pdf))).Content.ReadAsByteArrayAsync()).ShouldBe(Pdf);
    }

    // Killed between the key and the files: nothing of them can be read, and the next start takes them away.
    [Fact]
    public async Task What_a_kill_in_the_middle_left_behind_is_swept()
    {
        var (chain, other) = (await fixture.Household("EV8"), await fixture.Household("EV9"));
        foreach (var each in new[] { chain, other }) (await Put(each, Pdf)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        File.Delete(KeyOf("EV8"));
        var draft = $"{Folder("EV9")}/{Hash(Pdf)}.0badcafe";
        await File.WriteAllBytesAsync(draft, Pdf);
        File.SetLastWriteTimeUtc(draft, TimeProvider.System.GetUtcNow().AddDays(-2).UtcDateTime);

        fixture.Silo.Get<EvidenceFiles>().Sweep().ShouldBe(2);

        Directory.Exists(Folder("EV8")).ShouldBeFalse();
        (await fixture.Village.GetAsync(Path(other, Pdf))).StatusCode.ShouldBe(HttpStatusCode.OK);
        fixture.Silo.Get<EvidenceFiles>().Sweep().ShouldBe(0);
    }

    private string Folder(string household) => System.IO.Path.Combine(fixture.Silo.Data, "evidence", household);

    private string KeyOf(string household) => System.IO.Path.Combine(fixture.Silo.Data, "evidence-keys", household);

    private Task<HttpResponseMessage> Put(Chain chain, byte[] content) => fixture.Village.PutAsync(Path(chain, content), new ByteArrayContent(content));

    private static string Path(Chain chain, byte[] content) => $"{chain.Address}/evidence/{Hash(content)}";

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static byte[] Picture(int bytes)
    {
        var picture = new byte[bytes];
        ((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]).CopyTo(picture);
        return picture;
    }
}
