using Microsoft.IdentityModel.Tokens;

namespace Revitalization.Hosting.Access;

/// <summary>The keys that verify one issuer's tokens: read over the network, or the Silo's own.</summary>
public interface ITokenKeys
{
    /// <summary>The key with this id, or null when the issuer has none such.</summary>
    ValueTask<SecurityKey?> Find(string issuer, string keyId, CancellationToken cancellation);
}
