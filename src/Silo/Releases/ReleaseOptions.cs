namespace Revitalization.Silo.Releases;

/// <summary>What a deployment may set about its releases.</summary>
public sealed record ReleaseOptions
{
    /// <summary>Counts of households or people below this (and above zero) are suppressed on the public channel.</summary>
    public int SmallCountThreshold { get; init; } = 5;

    /// <summary>Years published, the day's own included. Stocks still count everything before.</summary>
    public int Years { get; init; } = 5;
}
