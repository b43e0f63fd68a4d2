using System.Collections.Immutable;
using System.Diagnostics;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Regions;

namespace Revitalization.Domain.Aid;

/// <summary>What a rule on a report may look at beside it.</summary>
/// <param name="Terms">Null where nothing was agreed.</param>
/// <param name="By">Account that acts: who drafted may not sign.</param>
public sealed record AidContext(DateOnly Today, AgreementTerms? Terms, RegionBook Regions, string By);

/// <summary>What a report must know of its partnership.</summary>
/// <param name="Pairings">Ids of the pairings.</param>
[GenerateSerializer, Immutable, Alias("agreement-terms")]
public sealed record AgreementTerms(
    [property: Id(0)] PartnershipKind Kind, [property: Id(1)] string Recipient, [property: Id(2)] int StartYear, [property: Id(3)] int? EndYear,
    [property: Id(4)] bool TwoSignatures, [property: Id(5)] ImmutableArray<string> Pairings)
{
    /// <summary>Whether support of this year falls under the agreement.</summary>
    public bool Covers(int year) => year >= StartYear && (EndYear is not { } end || year <= end);
}

/// <summary>
/// Reported, then confirmed, disputed or returned (上报 → 确认、异议、退回). Both sides act on one record, so there is one number to
/// talk about and never two ledgers to compare.
/// </summary>
public static class AidReportRules
{
    public const int TitleMax = 100;
    public const int TextMax = 500;
    public const int CommentsMax = 500;
    public const int PapersMax = 50;
    private const int ReferenceMax = 40;

    public static Decision<AidReportEvent> Decide(AidReport report, AidReportCommand command, AidContext context)
    {
        if (command.On > context.Today) return AidRefusal.DayInFuture.On("on");
        if (command is ReportSupport stated) return Report(report, stated, context);
        if (report.State == ReportState.None) return AidRefusal.ReportUnknown.On();
        return command switch
        {
            SignReport c => Sign(report, c, context),
            CorrectSupport c => Correct(report, c, context),
            WithdrawReport c => Withdraw(report, c),
            ConfirmSupport c => Confirm(report, c),
            DisputeSupport c => Answered(report, c.Reason, new SupportDisputed(c.On, c.Reason)),
            ReturnReport c => Answered(report, c.Reason, new ReportReturned(c.On, c.Reason)),
            ReopenReport c => Reopen(report, c),
            CommentOnReport c => Comment(report, c, context),
            _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
        };
    }

    private static Decision<AidReportEvent> Report(AidReport report, ReportSupport c, AidContext context)
    {
        if (report.State != ReportState.None)
            return report.Partnership == c.Partnership && c.Support.Equals(report.Support) ? Decision<AidReportEvent>.Nothing : AidRefusal.ReportIdReused.On("id");
        if (Broken(c.Support, context) is { } broken) return broken;
        return context.Terms!.TwoSignatures
            ? new SupportDrafted(c.On, c.Partnership, c.Support, context.By)
            : new SupportReported(c.On, c.Partnership, c.Support);
    }

    private static Decision<AidReportEvent> Sign(AidReport report, SignReport c, AidContext context)
    {
        if (report.State != ReportState.Drafted) return AidRefusal.StateOutOfOrder.On();
        return report.DraftedBy == context.By ? AidRefusal.SamePerson.On() : new ReportSigned(c.On, context.By);
    }

    private static Decision<AidReportEvent> Correct(AidReport report, CorrectSupport c, AidContext context)
    {
        if (report.State is ReportState.Confirmed or ReportState.Withdrawn) return AidRefusal.StateOutOfOrder.On();
        if (!Says(c.Reason)) return AidRefusal.ReasonMissing.On("reason");
        if (Broken(c.Support, context) is { } broken) return broken;
        return report.State is ReportState.Reported or ReportState.Drafted && c.Support.Equals(report.Support)
            ? Decision<AidReportEvent>.Nothing
            : new SupportCorrected(c.On, c.Support, c.Reason, context.By, context.Terms!.TwoSignatures);
    }

    private static Decision<AidReportEvent> Withdraw(AidReport report, WithdrawReport c)
    {
        if (report.State == ReportState.Withdrawn) return Decision<AidReportEvent>.Nothing;
        if (report.State == ReportState.Confirmed) return AidRefusal.StateOutOfOrder.On();
        return Says(c.Reason) ? new ReportWithdrawn(c.On, c.Reason) : AidRefusal.ReasonMissing.On("reason");
    }

    private static Decision<AidReportEvent> Confirm(AidReport report, ConfirmSupport c)
    {
        if (report.State == ReportState.Confirmed && report.ConfirmedFen == c.ConfirmedFen && report.ConfirmedThousandths == c.ConfirmedThousandths)
            return Decision<AidReportEvent>.Nothing;
        if (report.State is not (ReportState.Reported or ReportState.Disputed)) return AidRefusal.StateOutOfOrder.On();
        var support = report.Support!;
        if (c.ConfirmedFen < 0 || c.ConfirmedThousandths < 0 || c.ConfirmedFen + c.ConfirmedThousandths == 0) return AidRefusal.AmountImplausible.On("confirmedFen");
        if (c.ConfirmedFen > support.AmountFen) return AidRefusal.ConfirmedAboveReported.On("confirmedFen");
        if (c.ConfirmedThousandths > support.Thousandths) return AidRefusal.ConfirmedAboveReported.On("confirmedQuantity");
        var inPart = c.ConfirmedFen < support.AmountFen || c.ConfirmedThousandths < support.Thousandths;
        if (inPart && !Says(c.Reason)) return AidRefusal.ReasonMissing.On("reason");
        return new SupportConfirmed(c.On, c.ConfirmedFen, c.ConfirmedThousandths, inPart ? c.Reason : null);
    }

    private static Decision<AidReportEvent> Answered(AidReport report, string reason, AidReportEvent answer)
    {
        if (report.State is not (ReportState.Reported or ReportState.Disputed)) return AidRefusal.StateOutOfOrder.On();
        return Says(reason) ? answer : AidRefusal.ReasonMissing.On("reason");
    }

    private static Decision<AidReportEvent> Reopen(AidReport report, ReopenReport c)
    {
        if (report.State != ReportState.Confirmed) return AidRefusal.StateOutOfOrder.On();
        return Says(c.Reason) ? new ReportReopened(c.On, c.Reason) : AidRefusal.ReasonMissing.On("reason");
    }

    private static Decision<AidReportEvent> Comment(AidReport report, CommentOnReport c, AidContext context)
    {
        if (!Says(c.Text)) return AidRefusal.TextImplausible.On("text");
        if (report.Comments.FirstOrDefault(comment => comment.Id == c.Comment) is { } earlier)
            return earlier.Text == c.Text && earlier.By == context.By ? Decision<AidReportEvent>.Nothing : AidRefusal.CommentIdReused.On("comment");
        return report.Comments.Length >= CommentsMax ? AidRefusal.TooMany.On() : new ReportCommented(c.On, c.Comment, context.By, c.Text);
    }

    private static Refused? Broken(Support support, AidContext context)
    {
        if (context.Terms is not { } terms) return PartnershipRefusal.NotAgreed.On();
        if (!terms.Covers(support.Year) || Math.Abs(support.DeliveredOn.Year - support.Year) > 1) return AidRefusal.YearOutside.On("year");
        if (support.DeliveredOn > context.Today) return AidRefusal.DayInFuture.On("deliveredOn");
        if (string.IsNullOrWhiteSpace(support.Title) || support.Title.Length > TitleMax) return AidRefusal.TextImplausible.On("title");
        if (support.AmountFen < 0 || support.Thousandths < 0 || (support.AmountFen | support.Thousandths) == 0) return AidRefusal.AmountImplausible.On("amountFen");
        if (support.Form == AidForm.Money && support.AmountFen == 0) return AidRefusal.MoneyMissing.On("amountFen");
        if (!Receives(terms, context.Regions, support.Recipient)) return AidRefusal.RecipientElsewhere.On("recipient");
        if (support.Pairing is { } pairing && !terms.Pairings.Contains(pairing, StringComparer.Ordinal)) return AidRefusal.PairingUnknown.On("pairing");
        if (support.Evidence.IsDefaultOrEmpty) return AidRefusal.EvidenceMissing.On("evidence");
        return BrokenPapers(support);
    }

    private static bool Receives(AgreementTerms terms, RegionBook regions, string recipient) =>
        recipient.StartsWith(terms.Recipient, StringComparison.Ordinal) && regions.Find(recipient) is { Level: RegionLevel.County or RegionLevel.Township };

    private static Refused? BrokenPapers(Support support)
    {
        if (support.Evidence.Length > PapersMax || support.References.Length > PapersMax) return AidRefusal.TooMany.On("evidence");
        var wellFormed = support.References.All(reference => Enum.IsDefined(reference.Kind) && reference.Number.Length is > 0 and <= ReferenceMax
            && reference.Number.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
        return wellFormed && support.References.Distinct().Count() == support.References.Length ? null : AidRefusal.ReferenceMalformed.On("references");
    }

    private static bool Says(string? text) => !string.IsNullOrWhiteSpace(text) && text.Length <= TextMax;
}
