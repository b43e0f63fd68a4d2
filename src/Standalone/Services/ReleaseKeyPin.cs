namespace Revitalization.Standalone.Services;

/// <summary>The public key that the portal pins: on one machine it is put where an operator would put it elsewhere.</summary>
internal static class ReleaseKeyPin
{
    public const string FileName = "release-key.json";
}
