using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;
using Revitalization.Hosting.Access;

namespace Revitalization.SystemTests.Hosting;

/// <summary>Makes tokens by hand, so that a test can make wrong ones that no library would.</summary>
public sealed class TokenMaker : ITokenKeys, IDisposable
{
    public const string KeyId = "k1";

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public ECDsa Key => _key;

    public ValueTask<SecurityKey?> Find(string issuer, string keyId, CancellationToken cancellation) =>
        new(keyId == KeyId ? new ECDsaSecurityKey(_key) { KeyId = KeyId } : null);

    public string Make(
        string role = "county", string scope = "region:510823", string issuer = "revitalization", string alg = "ES256",
        string keyId = KeyId, TimeSpan? expiresIn = null, string? payload = null, Func<byte[], byte[]>? sign = null)
    {
        var expires = TimeProvider.System.GetUtcNow() + (expiresIn ?? TimeSpan.FromMinutes(5));
        payload ??= $$"""{"iss":"{{issuer}}","sub":"jiange-county","role":"{{role}}","scope":"{{scope}}","exp":{{expires.ToUnixTimeSeconds()}}}""";
        var head = $"{Part($$"""{"alg":"{{alg}}","kid":"{{keyId}}","typ":"JWT"}""")}.{Part(payload)}";
        var signature = (sign ?? Sign)(Encoding.ASCII.GetBytes(head));
        return $"{head}.{Base64UrlEncoder.Encode(signature)}";
    }

    public void Dispose() => _key.Dispose();

    private byte[] Sign(byte[] text) => _key.SignData(text, HashAlgorithmName.SHA256);

    private static string Part(string json) => Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes(json));
}
