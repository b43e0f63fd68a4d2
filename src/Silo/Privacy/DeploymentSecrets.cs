using System.Security.Cryptography;
using System.Text.Json;

namespace Revitalization.Silo.Privacy;

/// <summary>
/// What a deployment must keep secret and outside backups of the log: made at the first start, read at every later one.
/// Losing the file loses every personal field; copying it with the data undoes the sealing.
/// </summary>
public sealed class DeploymentSecrets
{
    private DeploymentSecrets(Stored stored)
    {
        Pepper = stored.Pepper;
        MasterKey = stored.MasterKey;
        ContentKey = stored.ContentKey;
        TokenKey = ECDsa.Create();
        TokenKey.ImportPkcs8PrivateKey(stored.TokenKey, out _);
        TokenKeyId = Convert.ToHexStringLower(SHA256.HashData(TokenKey.ExportSubjectPublicKeyInfo()).AsSpan(0, 8));
    }

    /// <summary>Keys the blind indexes.</summary>
    public ReadOnlyMemory<byte> Pepper { get; }

    /// <summary>Wraps every person's key.</summary>
    public ReadOnlyMemory<byte> MasterKey { get; }

    /// <summary>Keys the content hashes.</summary>
    public ReadOnlyMemory<byte> ContentKey { get; }

    /// <summary>Signs access tokens (ES256).</summary>
    public ECDsa TokenKey { get; }

    public string TokenKeyId { get; }

    /// <summary>Reads <c>secrets.json</c> of the data directory, or makes it; two starts at once agree on one file.</summary>
    public static DeploymentSecrets OpenOrCreate(string dataDirectory)
    {
        Directory.CreateDirectory(dataDirectory);
        var path = Path.Combine(dataDirectory, "secrets.json");
        if (!File.Exists(path)) Create(path);
        var stored = JsonSerializer.Deserialize<Stored>(File.ReadAllBytes(path))
            ?? throw new InvalidDataException("secrets.json is empty.");
        return new DeploymentSecrets(stored);
    }

    private static void Create(string path)
    {
        using var token = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var made = new Stored(RandomKeys.Bytes(32), RandomKeys.Bytes(32), RandomKeys.Bytes(32), token.ExportPkcs8PrivateKey());
        var draft = $"{path}.{Convert.ToHexStringLower(RandomKeys.Bytes(4))}";
        WriteDurably(draft, JsonSerializer.SerializeToUtf8Bytes(made));
        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft); // Another start was first; its secrets hold.
        }
    }

    private static void WriteDurably(string path, byte[] content)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        file.Write(content);
        file.Flush(flushToDisk: true);
    }

    private sealed record Stored(byte[] Pepper, byte[] MasterKey, byte[] ContentKey, byte[] TokenKey);
}
