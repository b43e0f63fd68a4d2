using System.Security.Cryptography;
using System.Text.Json;
using Revitalization.Storage;

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
        DiskSync.CreateFolder(dataDirectory);
        var path = Path.Combine(dataDirectory, "secrets.json");
        var stored = JsonSerializer.Deserialize<Stored>(PrivateFile.ReadOrWrite(path, New))
            ?? throw new InvalidDataException("secrets.json is empty.");
        return new DeploymentSecrets(stored);
    }

    private static byte[] New()
    {
        using var token = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return JsonSerializer.SerializeToUtf8Bytes(new Stored(RandomKeys.Bytes(32), RandomKeys.Bytes(32), RandomKeys.Bytes(32), token.ExportPkcs8PrivateKey()));
    }

    private sealed record Stored(byte[] Pepper, byte[] MasterKey, byte[] ContentKey, byte[] TokenKey);
}
