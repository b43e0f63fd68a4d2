using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Revitalization.Contracts.Releases;
using Revitalization.Storage;

namespace Revitalization.Silo.Releases;

/// <summary>
/// The keys that sign one channel (ES256), each a file of its own in the secrets folder, the first made at the first start. Portals pin its
/// public half, which lies beside it as <c>release-key.pub.json</c>; every later key is introduced by a statement (换钥声明) of the one before.
/// </summary>
public sealed class ReleaseSigner : IDisposable
{
    private readonly SigningKeyFolder _files;
    private volatile Held _held;

    private ReleaseSigner(SigningKeyFolder files, ReleaseKey first, IReadOnlyList<SignedKeyStatement> statements)
    {
        (_files, First) = (files, first);
        _held = Load(statements);
    }

    private sealed record Held(ECDsa Key, KeyChain Chain);

    public string Channel => _files.Channel;

    /// <summary>The channel's first key, which portals pin.</summary>
    public ReleaseKey First { get; }

    public KeyChain Chain => _held.Chain;

    /// <summary>The key in force.</summary>
    public ReleaseKey Public => _held.Chain.Current;

    /// <summary>The public key's file, which a portal on the same machine may be given as its pinned key.</summary>
    public static string PublicKeyFile(string dataDirectory, string channel = ReleaseChannels.Public) => new SigningKeyFolder(dataDirectory, channel).PublicKeyFile;

    /// <param name="statements">The changes of key so far, as they stand in the channel's <c>keys.json</c>.</param>
    public static ReleaseSigner OpenOrCreate(string dataDirectory, string channel, IReadOnlyList<SignedKeyStatement> statements)
    {
        var files = new SigningKeyFolder(dataDirectory, channel);
        using var key = files.OpenOrCreateFirst();
        var first = new ReleaseKey(ECDsa.Create(key.ExportParameters(includePrivateParameters: false)));
        PrivateFile.Write(files.PublicKeyFile, Encoding.UTF8.GetBytes(first.ToJwk().ToJsonString())); // Whole: a portal may be reading it now.
        return new ReleaseSigner(files, first, statements);
    }

    public ReleaseSignature Sign(ReadOnlySpan<byte> data)
    {
        var held = _held;
        return new(held.Chain.Current.Id, Base64Url.EncodeToString(held.Key.SignData(data, HashAlgorithmName.SHA256)));
    }

    /// <summary>Takes up the key that these statements put in force, where it is another.</summary>
    public void Follow(IReadOnlyList<SignedKeyStatement> statements)
    {
        if (statements.Count != _held.Chain.Statements.Count) _held = Load(statements);
    }

    /// <summary>
    /// Makes the next key and the statement that introduces it. Nothing is changed by that: until the statement stands in <c>keys.json</c> the
    /// key in force is the old one, and a next key that was left lying there by a kill is swept.
    /// </summary>
    public SignedKeyStatement Introduce(int fromRelease, DateTimeOffset at)
    {
        var held = _held;
        _files.Sweep([.. held.Chain.Keys.Select(known => known.Key.Id)]);
        using var next = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var comes = new ReleaseKey(next);
        _files.Keep(comes.Id, next);
        var statement = new KeyStatement(Channel, held.Chain.Statements.Count + 1, held.Chain.Current.Point, comes.Point, fromRelease, at);
        var bytes = KeyStatementJson.Write(statement);
        return new(statement, Sign(bytes), new(comes.Id, Base64Url.EncodeToString(next.SignData(bytes, HashAlgorithmName.SHA256))));
    }

    public void Dispose() => _held.Key.Dispose();

    private Held Load(IReadOnlyList<SignedKeyStatement> statements)
    {
        var chain = KeyChain.Read(Channel, First, statements);
        return new(statements.Count == 0 ? _files.OpenOrCreateFirst() : _files.Open(chain.Current.Id), chain);
    }
}
