using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Revitalization.Contracts.Releases;

namespace Revitalization.Domain.Tests.Releases;

/// <summary>A downloaded release is what was signed, or the check says that it is not: with the files and the key, and nothing else.</summary>
public sealed class ReleaseCheckTests : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ReleaseKey _public;
    private readonly byte[] _manifest;
    private readonly byte[] _rows;

    public ReleaseCheckTests()
    {
        _public = new ReleaseKey(_key);
        RowLine[] rows = [RowLine.Of(new RegionRow("510823", "剑阁县", "county", "510800")), RowLine.Of(new RegionRow("510824", "苍溪县", "county", "510800")), RowLine.Of(new RegionRow("510825", "示例县", "county", "510800"))];
        _rows = [.. rows.SelectMany(row => row.Bytes.Append((byte)'\n'))];
        var root = Convert.ToHexStringLower(Merkle.Root([.. rows.Select(row => Merkle.Leaf(row.Bytes))]));
        var manifest = new ReleaseManifest("public", 1, new(2023, 9, 30), At, 7, new Dictionary<string, long> { ["Regions"] = 3 }, root, null, null, "示例");
        var head = new TreeHead("public", 1, ReleaseVerification.LogRoot([], manifest));
        _manifest = ManifestJson.Write(new SignedRelease(manifest, Sign(ManifestJson.Write(manifest)), head, Sign(ManifestJson.Write(head))));
    }

    public void Dispose()
    {
        _public.Dispose();
        _key.Dispose();
    }

    [Fact]
    public async Task What_was_signed_holds() => (await Check(_manifest, _rows)).Holds.ShouldBeTrue();

    [Fact]
    public async Task One_byte_changed_anywhere_in_the_rows_is_found()
    {
        for (var at = 0; at < _rows.Length; at++) (await Check(_manifest, Changed(_rows, at))).Holds.ShouldBeFalse($"byte {at}");
        (await Check(_manifest, _rows[..^1])).Holds.ShouldBeFalse();
        (await Check(_manifest, [.. _rows, .. _rows[..(Array.IndexOf(_rows, (byte)'\n') + 1)]])).Holds.ShouldBeFalse();
    }

    [Fact]
    public async Task One_byte_changed_anywhere_in_the_manifest_is_found()
    {
        for (var at = 0; at < _manifest.Length; at++) (await Check(Changed(_manifest, at), _rows)).Holds.ShouldBeFalse($"byte {at}: {Encoding.UTF8.GetString(_manifest, Math.Max(0, at - 20), Math.Min(40, _manifest.Length - Math.Max(0, at - 20)))}");
    }

    [Fact]
    public async Task Another_key_proves_nothing()
    {
        using var other = new ReleaseKey(ECDsa.Create(ECCurve.NamedCurves.nistP256));
        (await new ReleaseCheck((kid, _) => other.Id == kid ? other : null).Run(_manifest, new MemoryStream(_rows), default)).Holds.ShouldBeFalse();
        (await new ReleaseCheck((_, _) => other).Run(_manifest, new MemoryStream(_rows), default)).Holds.ShouldBeFalse();
    }

    // Whoever passes a copy on could hide a row behind its hash; only the publisher's own list excuses that.
    [Fact]
    public async Task A_hidden_row_holds_only_with_the_signed_list_of_redactions()
    {
        var lines = Encoding.UTF8.GetString(_rows).TrimEnd('\n').Split('\n').Select(Encoding.UTF8.GetBytes).ToList();
        var hidden = new RedactedLine("Regions", Merkle.Leaf(lines[1]));
        lines[1] = hidden.Bytes();
        byte[] rows = [.. lines.SelectMany(line => line.Append((byte)'\n'))];
        var list = new RedactionList("public", 2, [new(1, 1, 1, "Regions", Convert.ToHexStringLower(hidden.Leaf), "误含个人信息", At)]);
        var other = list with { Redactions = [list.Redactions[0] with { Position = 0 }] };

        (await Check(_manifest, rows)).Holds.ShouldBeFalse();
        var report = await Check(_manifest, rows, new(list, Sign(RedactionJson.Write(list))));
        (report.Holds, report.Redacted).ShouldBe((true, 1));
        (await Check(_manifest, rows, new(other, Sign(RedactionJson.Write(other))))).Holds.ShouldBeFalse();
        (await Check(_manifest, rows, new(list, Sign(RedactionJson.Write(other))))).Holds.ShouldBeFalse();
        RedactionJson.Read(RedactionJson.Write(new SignedRedactions(list, Sign(RedactionJson.Write(list))))).List.Redactions.ShouldBe(list.Redactions);
    }

    private static DateTimeOffset At => new(2023, 10, 8, 9, 0, 0, TimeSpan.FromHours(8));

    private Task<CheckReport> Check(byte[] manifest, byte[] rows, SignedRedactions? redactions = null) =>
        new ReleaseCheck((kid, _) => kid == _public.Id ? _public : null, redactions).Run(manifest, new MemoryStream(rows), default);

    private ReleaseSignature Sign(byte[] data) => new(_public.Id, Base64Url.EncodeToString(_key.SignData(data, HashAlgorithmName.SHA256)));

    private static byte[] Changed(byte[] bytes, int at)
    {
        var changed = bytes.ToArray();
        changed[at] ^= 1;
        return changed;
    }
}
