using System.Buffers.Text;
using System.Security.Cryptography;

namespace Revitalization.Silo.Privacy;

/// <summary>The one place of the Silo where random keys and secrets come from.</summary>
public static class RandomKeys
{
    public static byte[] Bytes(int count) => RandomNumberGenerator.GetBytes(count);

    /// <summary>256 random bits as 43 characters that need no escaping anywhere.</summary>
    public static string Secret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}
