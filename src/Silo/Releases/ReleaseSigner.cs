using System.Buffers.Text;
using System.Security.Cryptography;
using Revitalization.Contracts.Releases;

namespace Revitalization.Silo.Releases;

/// <summary>
/// The key that signs releases (ES256): its own file in the secrets folder, made at the first start. Portals pin its public half,
/// which lies beside it as <c>release-key.pub.json</c> for an operator to carry over.
/// </summary>
public sealed class ReleaseSigner : IDisposable
{
    private readonly ECDsa _key;

    private ReleaseSigner(ECDsa key)
    {
        _key = key;
        Public = new ReleaseKey(key);
    }

    public ReleaseKey Public { get; }

    /// <summary>The public key's file, which a portal on the same machine may be given as its pinned key.</summary>
    public static string PublicKeyFile(string dataDirectory) => Path.Combine(dataDirectory, "secrets", "release-key.pub.json");

    public static ReleaseSigner OpenOrCreate(string dataDirectory)
    {
        var folder = Path.Combine(dataDirectory, "secrets");
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var file = Path.Combine(folder, "release-key.pk8");
        if (!File.Exists(file)) Create(file);
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(File.ReadAllBytes(file), out _);
        var signer = new ReleaseSigner(key);
        File.WriteAllText(PublicKeyFile(dataDirectory), signer.Public.ToJwk().ToJsonString());
        return signer;
    }

    public ReleaseSignature Sign(ReadOnlySpan<byte> data) =>
        new(Public.Id, Base64Url.EncodeToString(_key.SignData(data, HashAlgorithmName.SHA256)));

    public void Dispose() => _key.Dispose();

    private static void Create(string file)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var draft = file + "." + Convert.ToHexStringLower(Privacy.RandomKeys.Bytes(4));
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(draft, options))
        {
            stream.Write(key.ExportPkcs8PrivateKey());
            stream.Flush(flushToDisk: true);
        }
        try
        {
            File.Move(draft, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(draft); // Another start was first; its key holds.
        }
    }
}
