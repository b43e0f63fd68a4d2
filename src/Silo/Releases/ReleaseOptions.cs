namespace Revitalization.Silo.Releases;

/// <summary>What a deployment may set about its releases.</summary>
public sealed record ReleaseOptions
{
    /// <summary>Years published, the day's own included. Stocks still count everything before.</summary>
    public int Years { get; init; } = 5;
}
