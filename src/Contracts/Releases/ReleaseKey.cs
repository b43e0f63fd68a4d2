using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Revitalization.Contracts.Releases;

/// <summary>A P-256 public key that checks releases and receipts, in and out of JWK (RFC 7517), named by its RFC 7638 thumbprint.</summary>
public sealed class ReleaseKey : IDisposable
{
    private readonly ECDsa _key;
    private readonly string _x;
    private readonly string _y;

    public ReleaseKey(ECDsa key)
    {
        _key = key;
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        (_x, _y) = (Base64Url.EncodeToString(point.X), Base64Url.EncodeToString(point.Y));
        Id = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(
            $$"""{"crv":"P-256","kty":"EC","x":"{{_x}}","y":"{{_y}}"}""")));
    }

    public string Id { get; }

    public KeyPoint Point => new(_x, _y);

    /// <exception cref="ReleaseRejectedException">It is no point of P-256.</exception>
    public static ReleaseKey Of(KeyPoint point)
    {
        try
        {
            return FromJwk(new JsonObject { ["crv"] = "P-256", ["x"] = point.X, ["y"] = point.Y }.ToJsonString());
        }
        catch (JsonException wrong)
        {
            throw new ReleaseRejectedException($"a stated key cannot be read: {wrong.Message}");
        }
    }

    /// <exception cref="JsonException">It is no P-256 key.</exception>
    public static ReleaseKey FromJwk(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var jwk = document.RootElement;
            if (jwk.GetProperty("crv").GetString() != "P-256") throw new JsonException("A release key is on P-256.");
            var point = new ECPoint { X = Coordinate(jwk, "x"), Y = Coordinate(jwk, "y") };
            return new ReleaseKey(ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = point }));
        }
        catch (Exception wrong) when (wrong is KeyNotFoundException or InvalidOperationException or FormatException or CryptographicException)
        {
            throw new JsonException("It is no P-256 key.", wrong);
        }
    }

    public JsonObject ToJwk() => new()
    {
        ["kty"] = "EC", ["crv"] = "P-256", ["x"] = _x, ["y"] = _y, ["alg"] = "ES256", ["use"] = "sig", ["kid"] = Id,
    };

    public bool Verifies(ReadOnlySpan<byte> data, ReleaseSignature signature)
    {
        if (signature.KeyId != Id || !Base64Url.IsValid(signature.Value)) return false;
        var bytes = Base64Url.DecodeFromChars(signature.Value);
        // The last character has bits to spare: of the texts that mean one signature, one is it.
        return Base64Url.EncodeToString(bytes) == signature.Value && _key.VerifyData(data, bytes, HashAlgorithmName.SHA256);
    }

    public void Dispose() => _key.Dispose();

    private static byte[] Coordinate(JsonElement jwk, string name) =>
        Base64Url.DecodeFromChars(jwk.GetProperty(name).GetString());
}
