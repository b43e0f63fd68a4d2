using System.Security.Cryptography;
using System.Text;
using Revitalization.Contracts.Releases;
using Revitalization.Silo.Privacy;
using Revitalization.Storage;

namespace Revitalization.Silo.Releases;

/// <summary>
/// Who may pull which channel: the public ones anybody inside the network, the province's only its own portal, which shows the key that lies in
/// <c>secrets/province-feed.key</c> (mode 600). Everybody else is told that there is no such channel.
/// </summary>
public sealed class FeedKeys
{
    private readonly byte[] _province;

    public FeedKeys(string dataDirectory)
    {
        var file = ProvinceKeyFile(dataDirectory);
        DiskSync.CreateFolder(Path.GetDirectoryName(file)!);
        var key = PrivateFile.ReadOrWrite(file, () => Encoding.ASCII.GetBytes(RandomKeys.Secret()));
        _province = Digest(Encoding.ASCII.GetString(key).Trim());
    }

    /// <summary>The key's file, which the province's portal on the same machine may be given.</summary>
    public static string ProvinceKeyFile(string dataDirectory) => Path.Combine(dataDirectory, "secrets", "province-feed.key");

    public bool Admits(HttpRequest request) => request.Query["channel"].ToString() switch
    {
        "" or ReleaseChannels.Public or ReleaseChannels.Documents => true,
        ReleaseChannels.Province => CryptographicOperations.FixedTimeEquals(Digest(request.Headers[FeedKey.Header].ToString()), _province),
        _ => false,
    };

    private static byte[] Digest(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
