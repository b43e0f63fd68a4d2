using System.Buffers.Text;
using System.Security.Cryptography;
using Revitalization.Contracts.Releases;
using Revitalization.Portal.Documents;

namespace Revitalization.SystemTests.Feeds;

/// <summary>Releases made in memory: a small county with every kind of figure, signed as the Silo signs.</summary>
internal sealed class GeneratedReleases(string channel = GeneratedReleases.Channel) : IDocumentSource, IDisposable
{
    public const string Channel = "public";
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly List<(SignedRelease Release, byte[] Rows)> _releases = [];

    public ReleaseKey Key => field ??= new ReleaseKey(_key);

    /// <summary>Files by their hash, as the source gives them out.</summary>
    public Dictionary<string, byte[]> Attachments { get; } = new(StringComparer.Ordinal);
    public string PinnedKey => Key.ToJwk().ToJsonString();

    /// <summary>What the source gives out in place of the true rows or manifest, to see it refused.</summary>
    public Func<int, byte[], byte[]> TamperRows { get; set; } = (_, rows) => rows;
    public Func<SignedRelease, SignedRelease> TamperManifest { get; set; } = release => release;

    public void Publish(DateOnly asOf, IEnumerable<RowLine> rows, Func<ReleaseManifest, ReleaseManifest>? change = null)
    {
        var lines = rows.ToList();
        var root = Merkle.Root([.. lines.Select(line => Merkle.Leaf(line.Bytes))]);
        var manifest = new ReleaseManifest(
            channel, _releases.Count + 1, asOf, new DateTimeOffset(asOf, new TimeOnly(9, 30), TimeSpan.FromHours(8)), 1000 + _releases.Count,
            lines.CountBy(line => line.Set).ToDictionary(count => count.Key, count => (long)count.Value), Convert.ToHexStringLower(root),
            _releases.LastOrDefault().Release?.Manifest.RowsRoot, null, null);
        if (change is not null) manifest = change(manifest);
        var head = new TreeHead(channel, manifest.Number, ReleaseVerification.LogRoot(
            _releases.Select(earlier => ReleaseVerification.LeafOf(earlier.Release.Manifest)), manifest));
        _releases.Add((Signed(manifest, head), [.. lines.SelectMany(line => line.Bytes.Append((byte)'\n'))]));
    }

    public SignedRelease Signed(ReleaseManifest manifest, TreeHead head) =>
        new(manifest, Sign(ManifestJson.Write(manifest)), head, Sign(ManifestJson.Write(head)));

    public Task<int> Newest(CancellationToken cancellation) => Task.FromResult(_releases.Count);

    public Task<SignedRelease> Manifest(int number, CancellationToken cancellation) =>
        Task.FromResult(TamperManifest(_releases[number - 1].Release));

    public Task<Stream> Rows(int number, CancellationToken cancellation) =>
        Task.FromResult<Stream>(new MemoryStream(TamperRows(number, _releases[number - 1].Rows)));

    public Task<Stream> Attachment(int number, string sha256, CancellationToken cancellation) => Task.FromResult<Stream>(new MemoryStream(Attachments[sha256]));

    public void Dispose()
    {
        Key.Dispose();
        _key.Dispose();
    }

    private ReleaseSignature Sign(byte[] data) =>
        new(Key.Id, Base64Url.EncodeToString(_key.SignData(data, HashAlgorithmName.SHA256)));
}
