namespace Revitalization.Domain.Aid;

/// <summary>A fact of one report. Who acted stands in the log beside it.</summary>
public abstract record AidReportEvent(DateOnly On);

/// <param name="By">Account that drafted: another must sign.</param>
public sealed record SupportDrafted(DateOnly On, string Partnership, Support Support, string By) : AidReportEvent(On);

public sealed record SupportReported(DateOnly On, string Partnership, Support Support) : AidReportEvent(On);

public sealed record ReportSigned(DateOnly On, string By) : AidReportEvent(On);

public sealed record SupportCorrected(DateOnly On, Support Support, string Reason, string By, bool ToBeSigned) : AidReportEvent(On);

public sealed record ReportWithdrawn(DateOnly On, string Reason) : AidReportEvent(On);

public sealed record SupportConfirmed(DateOnly On, long ConfirmedFen, long ConfirmedThousandths, string? Reason) : AidReportEvent(On);

public sealed record SupportDisputed(DateOnly On, string Reason) : AidReportEvent(On);

public sealed record ReportReturned(DateOnly On, string Reason) : AidReportEvent(On);

public sealed record ReportReopened(DateOnly On, string Reason) : AidReportEvent(On);

public sealed record ReportCommented(DateOnly On, string Comment, string By, string Text) : AidReportEvent(On);
