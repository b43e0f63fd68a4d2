using System.Security.Cryptography;
using Revitalization.Contracts.Releases;
using Revitalization.Storage;

namespace Revitalization.Silo.Releases;

/// <summary>
/// Private keys of one channel in the secrets folder: <c>release-key.pk8</c> the first, <c>release-key.&lt;kid&gt;.pk8</c> each later one (the province's
/// begin with <c>release-key-province</c>). A retired key is kept: a store that is restored to before its change needs it again.
/// </summary>
internal sealed class SigningKeyFolder(string dataDirectory, string channel)
{
    private readonly string _folder = Path.Combine(dataDirectory, "secrets");

    // Documents begin with the key of the figures beside them, which one portal pins for both; later keys are their own.
    private readonly string _first = channel is ReleaseChannels.Public or ReleaseChannels.Documents ? "release-key" : $"release-key-{channel}";
    private readonly string _stem = channel == ReleaseChannels.Public ? "release-key" : $"release-key-{channel}";

    public string Channel => channel;

    public string PublicKeyFile => Path.Combine(_folder, _first + ".pub.json");

    public ECDsa OpenOrCreateFirst()
    {
        DiskSync.CreateFolder(_folder);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return Key(PrivateFile.ReadOrWrite(Path.Combine(_folder, _first + ".pk8"), New)); // Two channels begin with one key, at the same moment.
    }

    public ECDsa Open(string keyId) => File.Exists(FileOf(keyId))
        ? Key(File.ReadAllBytes(FileOf(keyId)))
        : throw new InvalidOperationException($"The key {keyId} signs channel {channel}, but its file is not in the secrets folder. Restore it from where secrets are kept.");

    public void Keep(string keyId, ECDsa key) => PrivateFile.Write(FileOf(keyId), key.ExportPkcs8PrivateKey());

    /// <summary>Removes later keys that no statement introduced.</summary>
    public void Sweep(IReadOnlyCollection<string> introduced)
    {
        foreach (var file in Directory.EnumerateFiles(_folder, _stem + ".*.pk8").Where(file => !introduced.Contains(Path.GetFileName(file)[(_stem.Length + 1)..^4])))
            File.Delete(file);
    }

    private static ECDsa Key(ReadOnlySpan<byte> bytes)
    {
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(bytes, out _);
        return key;
    }

    private static byte[] New()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKey();
    }

    private string FileOf(string keyId) => Path.Combine(_folder, $"{_stem}.{keyId}.pk8");
}
