using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Revitalization.Contracts.Releases;
using Revitalization.Portal.Documents;

namespace Revitalization.SystemTests.Feeds;

/// <summary>Releases made in memory: a small county with every kind of figure, signed as the Silo signs.</summary>
internal sealed class GeneratedReleases(string channel = GeneratedReleases.Channel) : IDocumentSource, IDisposable
{
    public const string Channel = "public";
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private ECDsa? _next;
    private readonly List<(SignedRelease Release, byte[] Rows)> _releases = [];

    private ECDsa Signing => _next ?? _key;

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

    public Task<IReadOnlyList<SignedKeyStatement>> Keys(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<SignedKeyStatement>>([.. Statements]);

    public Task<SignedRedactions?> Redactions(CancellationToken cancellation) => Task.FromResult(Redacted);

    public List<SignedKeyStatement> Statements { get; } = [];

    public SignedRedactions? Redacted { get; set; }

    /// <summary>From the next release on another key signs.</summary>
    public SignedKeyStatement ChangeKey(int? fromRelease = null)
    {
        var next = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var statement = new KeyStatement(
            channel, Statements.Count + 1, new ReleaseKey(Signing).Point, new ReleaseKey(next).Point, fromRelease ?? _releases.Count + 1,
            new DateTimeOffset(2023, 10, 8, 9, 0, 0, TimeSpan.FromHours(8)));
        var bytes = KeyStatementJson.Write(statement);
        var signed = new SignedKeyStatement(statement, Sign(bytes, Signing), Sign(bytes, next));
        Statements.Add(signed);
        _next = next;
        return signed;
    }

    /// <summary>Takes a row's text back, as two people would: the rows and the signed list change.</summary>
    public void Redact(int release, string rowId, bool rowsToo = true)
    {
        var lines = Encoding.UTF8.GetString(_releases[release - 1].Rows).TrimEnd('\n').Split('\n').Select(Encoding.UTF8.GetBytes).ToList();
        var at = lines.FindIndex(line => RedactedLine.Of(line) is null && RowLine.OfAny(RowReader.Read(line)).Id == rowId);
        var hidden = new RedactedLine(rowId.Split('/')[0], Merkle.Leaf(lines[at]));
        if (rowsToo)
        {
            lines[at] = hidden.Bytes();
            _releases[release - 1] = (_releases[release - 1].Release, [.. lines.SelectMany(line => line.Append((byte)'\n'))]);
        }
        var known = Redacted?.List.Redactions ?? [];
        var list = new RedactionList(channel, _releases.Count + 1, [.. known, new(
            known.Count + 1, release, at, hidden.Set, Convert.ToHexStringLower(hidden.Leaf), "误含个人信息", new DateTimeOffset(2023, 10, 9, 9, 0, 0, TimeSpan.FromHours(8)))]);
        Redacted = new(list, Sign(RedactionJson.Write(list)));
    }

    public void Dispose()
    {
        Key.Dispose();
        _key.Dispose();
        _next?.Dispose();
    }

    public ReleaseSignature Sign(byte[] data) => Sign(data, Signing);

    private static ReleaseSignature Sign(byte[] data, ECDsa key)
    {
        using var named = new ReleaseKey(ECDsa.Create(key.ExportParameters(includePrivateParameters: false)));
        return new(named.Id, Base64Url.EncodeToString(key.SignData(data, HashAlgorithmName.SHA256)));
    }
}
