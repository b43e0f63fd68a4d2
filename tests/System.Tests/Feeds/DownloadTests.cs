using System.Text;
using System.Text.Json;
using Revitalization.Contracts.Releases;

namespace Revitalization.SystemTests.Feeds;

/// <summary>Files for people and machines: whole, streamed, provable.</summary>
public sealed class DownloadTests(SamplePortal portal) : IClassFixture<SamplePortal>
{
    [Fact]
    public async Task A_spreadsheet_opens_with_Chinese_headings()
    {
        var bytes = await portal.Client.GetByteArrayAsync("/data/Observations.csv?$filter=RegionCode eq '510823' and Period eq '2023-Q3'&$select=RegionCode,Value,Status");

        bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        lines[0].ShouldBe("区划代码,数值,状态");
        lines.Length.ShouldBe(6);
        lines[1].ShouldStartWith("510823,");
    }

    [Fact]
    public async Task A_whole_set_comes_in_one_file_whatever_the_page_size()
    {
        var lines = (await portal.Client.GetStringAsync("/data/observations.jsonl")).TrimEnd('\n').Split('\n');
        var array = JsonSerializer.Deserialize<JsonElement[]>(await portal.Client.GetStringAsync("/data/Observations.json"))!;

        lines.Length.ShouldBe(504);
        array.Length.ShouldBe(504);
        JsonSerializer.Deserialize<JsonElement>(lines[0]).GetProperty("Value").ValueKind.ShouldBe(JsonValueKind.String);
    }

    [Fact]
    public async Task The_guard_holds_for_files_as_well() =>
        (await portal.Refusal("/data/Observations.csv?$apply=aggregate(Value with sum as T)")).Code.ShouldBe("not-additive");

    // Whoever doubts a figure can check it with nothing but the public key.
    [Fact]
    public async Task A_row_can_be_proved_published_from_its_bytes_to_the_signed_head()
    {
        var lines = (await portal.Client.GetStringAsync("/data/releases/1/rows.jsonl")).TrimEnd('\n').Split('\n');
        var signed = ManifestJson.Read(await portal.Client.GetByteArrayAsync("/data/releases/1/manifest.json"));
        var newest = ManifestJson.Read(await portal.Client.GetByteArrayAsync("/data/releases/2/manifest.json"));
        var proof = await portal.Get("/data/releases/1/proof/Observations/510823/2023-Q3/households");
        var keys = JsonSerializer.Deserialize<JsonElement>(await portal.Client.GetStringAsync("/.well-known/jwks.json")).GetProperty("keys");
        using var key = ReleaseKey.FromJwk(keys[0].GetRawText());
        var line = lines[proof.GetProperty("leafIndex").GetInt32()];
        var release = proof.GetProperty("release");

        line.ShouldContain("\"IndicatorCode\":\"households\"");
        key.Verifies(ManifestJson.Write(newest.Head), newest.HeadSignature).ShouldBeTrue();
        MerkleVerification.IsIncluded(Merkle.Leaf(Encoding.UTF8.GetBytes(line)), proof.GetProperty("leafIndex").GetInt32(), lines.Length,
            Hashes(proof.GetProperty("path")), Convert.FromHexString(signed.Manifest.RowsRoot)).ShouldBeTrue();
        MerkleVerification.IsIncluded(ReleaseVerification.LeafOf(signed.Manifest), 0, 2, Hashes(release.GetProperty("path")),
            Convert.FromHexString(newest.Head.Root)).ShouldBeTrue();
        MerkleVerification.IsConsistent(1, Convert.FromHexString(signed.Head.Root), 2, Convert.FromHexString(newest.Head.Root),
            Hashes(release.GetProperty("consistencyFromRelease"))).ShouldBeTrue();
    }

    [Theory]
    [InlineData("/data/releases/1/proof/Observations/510823/1999/households")]
    [InlineData("/data/releases/9/manifest.json")]
    [InlineData("/data/Nothing.csv")]
    public async Task What_was_never_published_has_no_file_and_no_proof(string address) =>
        (await portal.Refusal(address)).Status.ShouldBe(404);

    private static List<byte[]> Hashes(JsonElement path) => [.. path.EnumerateArray().Select(hash => Convert.FromHexString(hash.GetString()!))];
}
