using System.Diagnostics;

namespace Revitalization.Domain.Claims;

public abstract record ClaimEvent(DateOnly On);

/// <summary>A figure was stated, or what was noted of it has changed.</summary>
public sealed record ClaimPut(DateOnly On, StatedFigure Figure) : ClaimEvent(On);

/// <summary>One stated figure. What comes of checking it is computed each time it is read, by the rules of the day it was stated.</summary>
public sealed record Claim(long Version, DateOnly? On, StatedFigure? Figure)
{
    public static readonly Claim Empty = new(0, null, null);

    public static Claim Evolve(Claim claim, ClaimEvent happened) => happened switch
    {
        ClaimPut e => new(claim.Version + 1, e.On, e.Figure),
        _ => throw new UnreachableException($"A claim was never taught {happened.GetType().Name}."),
    };
}
