using System.Diagnostics;

namespace Revitalization.Domain.Screening;

/// <summary>One screening as its events tell it; the flagged households themselves stand in the log and in the tables.</summary>
/// <param name="Run">Attempts so far; only the newest may write.</param>
/// <param name="Batches">Batches the newest run has recorded.</param>
public sealed record CountyScreening(
    long Version, ScreeningRequested? Request, int Run, long Position, int Batches, long Screened, long Flagged, DateTimeOffset? EndedAt, string? Problem)
{
    public static readonly CountyScreening Empty = new(0, null, 0, 0, 0, 0, 0, null, null);

    public static CountyScreening Evolve(CountyScreening screening, ScreeningEvent happened)
    {
        var after = happened switch
        {
            ScreeningRequested e => screening with { Request = e },
            ScreeningBegun e => screening with { Run = e.Run, Position = e.Position, Batches = 0, Screened = 0, Flagged = 0 },
            HouseholdsFlagged e => screening with { Batches = e.Batch, Screened = e.Screened, Flagged = screening.Flagged + e.Households.Length },
            ScreeningCompleted e => screening with { Screened = e.Screened, Flagged = e.Flagged, EndedAt = e.At },
            ScreeningFailed e => screening with { EndedAt = e.At, Problem = e.Problem },
            _ => throw new UnreachableException($"A screening was never taught {happened.GetType().Name}."),
        };
        return after with { Version = screening.Version + 1 };
    }
}
