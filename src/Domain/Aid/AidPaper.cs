using System.Diagnostics;
using Revitalization.Domain.Commands;

namespace Revitalization.Domain.Aid;

/// <summary>A fact about a paper: an invoice or a transfer. Its stream is <c>aid-paper/{kind}-{number}</c>.</summary>
public abstract record AidPaperEvent;

public sealed record PaperCounted(string Report, long ReportVersion) : AidPaperEvent;

public sealed record PaperReleased(string Report, long ReportVersion) : AidPaperEvent;

[GenerateSerializer, Immutable, Alias("aid-paper-command")]
public abstract record AidPaperCommand;

/// <summary>A report that is being confirmed counts this paper as its own (占用凭证).</summary>
/// <param name="ReportVersion">The report's version that is being confirmed.</param>
[GenerateSerializer, Immutable, Alias("count-paper")]
public sealed record CountPaper([property: Id(0)] string Report, [property: Id(1)] long ReportVersion) : AidPaperCommand;

/// <summary>The report is open again. A release that comes late, after the report was confirmed anew, lets nothing go.</summary>
/// <param name="ReportVersion">The version at which it was opened.</param>
[GenerateSerializer, Immutable, Alias("release-paper")]
public sealed record ReleasePaper([property: Id(0)] string Report, [property: Id(1)] long ReportVersion) : AidPaperCommand;

/// <summary>
/// The same invoice or transfer stands behind one confirmed report at most (同一凭证只计一次), whichever side sends it.
/// One grain a paper decides it, so that no two confirmations can pass one another.
/// </summary>
/// <param name="CountedIn">The report that counts it; null where none does.</param>
public sealed record AidPaper(long Version, string? CountedIn, long CountedAt)
{
    public static readonly AidPaper Empty = new(0, null, 0);

    public static Decision<AidPaperEvent> Decide(AidPaper paper, AidPaperCommand command) => command switch
    {
        CountPaper c when paper.CountedIn is { } other && other != c.Report => AidRefusal.ReferenceCounted.On("references"),
        CountPaper c when paper.CountedIn is null || paper.CountedAt < c.ReportVersion => new PaperCounted(c.Report, c.ReportVersion),
        CountPaper => Decision<AidPaperEvent>.Nothing,
        ReleasePaper c when paper.CountedIn == c.Report && paper.CountedAt < c.ReportVersion => new PaperReleased(c.Report, c.ReportVersion),
        ReleasePaper => Decision<AidPaperEvent>.Nothing,
        _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
    };

    public static AidPaper Evolve(AidPaper paper, AidPaperEvent happened) => happened switch
    {
        PaperCounted e => new(paper.Version + 1, e.Report, e.ReportVersion),
        PaperReleased => new(paper.Version + 1, null, 0),
        _ => throw new UnreachableException($"A paper was never taught {happened.GetType().Name}."),
    };
}
