namespace Revitalization.Contracts.Releases;

/// <summary>A point of P-256 as a JWK states it (base64url).</summary>
public sealed record KeyPoint(string X, string Y);

/// <summary>
/// A change of the key that signs a channel (换钥声明): signed by the key that goes and by the key that comes, so that whoever trusts either
/// can follow it to the other. What the old key signed stays valid.
/// </summary>
/// <param name="Number">1 for the channel's first change, then without gaps.</param>
/// <param name="FromRelease">The first release that the next key signs; all before it are the previous keys'.</param>
/// <param name="StatedAt">When the second person approved it (+08:00).</param>
public sealed record KeyStatement(string Channel, int Number, KeyPoint Previous, KeyPoint Next, int FromRelease, DateTimeOffset StatedAt);

public sealed record SignedKeyStatement(KeyStatement Statement, ReleaseSignature ByPrevious, ReleaseSignature ByNext);

/// <summary>A key of a channel and the releases that are its own.</summary>
/// <param name="UntilRelease">The last release it may have signed; null for the key in force.</param>
/// <param name="Since">When it was introduced; null for the channel's first.</param>
public sealed record ChainedKey(ReleaseKey Key, int FromRelease, int? UntilRelease, DateTimeOffset? Since);
