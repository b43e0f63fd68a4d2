namespace Revitalization.Contracts.Releases;

/// <summary>How a portal shows that it may pull a channel that is not public.</summary>
public static class FeedKey
{
    /// <summary>The Gateway takes headers of this beginning away from whatever comes from outside.</summary>
    public const string Header = "X-Internal-Feed-Key";
}
