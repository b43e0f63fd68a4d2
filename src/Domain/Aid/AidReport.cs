using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;

namespace Revitalization.Domain.Aid;

/// <summary>One report of support, seen from both sides (支援报告).</summary>
/// <param name="AskedOn">The day the county was last asked to answer; its limit runs from here. Null of what never left the partner's house.</param>
/// <param name="ConfirmedAt">Version of the confirmation that holds, which names it for ever; 0 while open.</param>
/// <param name="ConfirmedFen">Only while confirmed: a report that is open again counts for nothing.</param>
public sealed record AidReport(
    long Version, string? Partnership, Support? Support, ReportState State, string? DraftedBy, DateOnly? AskedOn,
    long ConfirmedAt, long ConfirmedFen, long ConfirmedThousandths, DateOnly? ConfirmedOn, string? Reason, ImmutableArray<ReportComment> Comments)
{
    public static readonly AidReport Empty = new(0, null, null, ReportState.None, null, null, 0, 0, 0, null, null, []);

    /// <summary>Left the partner's house and was not taken back.</summary>
    [JsonIgnore]
    public bool IsReported => State is ReportState.Reported or ReportState.Confirmed or ReportState.Disputed;

    /// <summary>Never out of the partner's house: a draft, or one withdrawn before anybody signed it. The county knows nothing of it.</summary>
    [JsonIgnore]
    public bool IsInternal => State == ReportState.Drafted || (State == ReportState.Withdrawn && AskedOn is null);

    [JsonIgnore]
    public long ReportedFen => IsReported ? Support!.AmountFen : 0;

    public static AidReport Evolve(AidReport report, AidReportEvent happened)
    {
        var after = happened switch
        {
            SupportDrafted e => report with { Partnership = e.Partnership, Support = e.Support, State = ReportState.Drafted, DraftedBy = e.By, Reason = null },
            SupportReported e => report with { Partnership = e.Partnership, Support = e.Support, State = ReportState.Reported, AskedOn = e.On, Reason = null },
            ReportSigned e => report with { State = ReportState.Reported, AskedOn = e.On, Reason = null },
            SupportCorrected e => report with
            {
                Support = e.Support, State = e.ToBeSigned ? ReportState.Drafted : ReportState.Reported, DraftedBy = e.By, AskedOn = e.ToBeSigned ? report.AskedOn : e.On, Reason = e.Reason,
            },
            ReportWithdrawn e => report with { State = ReportState.Withdrawn, Reason = e.Reason },
            SupportConfirmed e => report with
            {
                State = ReportState.Confirmed, ConfirmedAt = report.Version + 1, ConfirmedFen = e.ConfirmedFen, ConfirmedThousandths = e.ConfirmedThousandths, ConfirmedOn = e.On, Reason = e.Reason,
            },
            SupportDisputed e => report with { State = ReportState.Disputed, Reason = e.Reason },
            ReportReturned e => report with { State = ReportState.Returned, Reason = e.Reason },
            ReportReopened e => report with { State = ReportState.Disputed, ConfirmedAt = 0, ConfirmedFen = 0, ConfirmedThousandths = 0, ConfirmedOn = null, Reason = e.Reason },
            ReportCommented e => report with { Comments = report.Comments.Add(new(e.Comment, e.On, e.By, e.Text)) },
            _ => throw new UnreachableException($"A report was never taught {happened.GetType().Name}."),
        };
        return after with { Version = report.Version + 1 };
    }
}

public sealed record ReportComment(string Id, DateOnly On, string By, string Text);
