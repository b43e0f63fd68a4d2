using System.Security.Cryptography;
using Revitalization.Contracts.Releases;

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
        Directory.CreateDirectory(_folder);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var file = Path.Combine(_folder, _first + ".pk8");
        if (!File.Exists(file)) Create(file);
        return Read(file);
    }

    public ECDsa Open(string keyId) => File.Exists(FileOf(keyId))
        ? Read(FileOf(keyId))
        : throw new InvalidOperationException($"The key {keyId} signs channel {channel}, but its file is not in the secrets folder. Restore it from where secrets are kept.");

    public void Keep(string keyId, ECDsa key) => Write(FileOf(keyId), key);

    /// <summary>Removes later keys that no statement introduced.</summary>
    public void Sweep(IReadOnlyCollection<string> introduced)
    {
        foreach (var file in Directory.EnumerateFiles(_folder, _stem + ".*.pk8").Where(file => !introduced.Contains(Path.GetFileName(file)[(_stem.Length + 1)..^4])))
            File.Delete(file);
    }

    private static ECDsa Read(string file)
    {
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(File.ReadAllBytes(file), out _);
        return key;
    }

    private static void Create(string file)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Write(file, key);
    }

    private static void Write(string file, ECDsa key)
    {
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

    private string FileOf(string keyId) => Path.Combine(_folder, $"{_stem}.{keyId}.pk8");
}
