using System.Collections.Immutable;

namespace Revitalization.Domain.Aid;

/// <summary>
/// A command to one report of support (支援报告); its stream is <c>aid-report/{id}</c>, one grain a report, so that a partnership's
/// reports never queue behind one another. <c>On</c> is the calendar day in China on which it was done.
/// </summary>
[GenerateSerializer, Immutable, Alias("aid-report-command")]
public abstract record AidReportCommand([property: Id(0)] DateOnly On);

/// <summary>The partner reports what it delivered. Held back for a second signature where the agreement asks for one.</summary>
[GenerateSerializer, Immutable, Alias("report-support")]
public sealed record ReportSupport(DateOnly On, [property: Id(1)] string Partnership, [property: Id(2)] Support Support) : AidReportCommand(On);

/// <summary>The second person of the partner's lets the report out (复核).</summary>
[GenerateSerializer, Immutable, Alias("sign-report")]
public sealed record SignReport(DateOnly On) : AidReportCommand(On);

/// <summary>The partner corrects what it reported, and says why (更正); the county then decides anew.</summary>
[GenerateSerializer, Immutable, Alias("correct-support")]
public sealed record CorrectSupport(DateOnly On, [property: Id(1)] Support Support, [property: Id(2)] string Reason) : AidReportCommand(On);

[GenerateSerializer, Immutable, Alias("withdraw-report")]
public sealed record WithdrawReport(DateOnly On, [property: Id(1)] string Reason) : AidReportCommand(On);

/// <summary>The county confirms, in whole or in part (确认).</summary>
/// <param name="Reason">Needed where less is confirmed than was reported.</param>
[GenerateSerializer, Immutable, Alias("confirm-support")]
public sealed record ConfirmSupport(
    DateOnly On, [property: Id(1)] long ConfirmedFen, [property: Id(2)] long ConfirmedThousandths, [property: Id(3)] string? Reason) : AidReportCommand(On);

[GenerateSerializer, Immutable, Alias("dispute-support")]
public sealed record DisputeSupport(DateOnly On, [property: Id(1)] string Reason) : AidReportCommand(On);

/// <summary>The county gives the report back to be mended (退回).</summary>
[GenerateSerializer, Immutable, Alias("return-report")]
public sealed record ReturnReport(DateOnly On, [property: Id(1)] string Reason) : AidReportCommand(On);

/// <summary>The county takes its confirmation back (撤销确认). Sent once the fund has given the money back.</summary>
[GenerateSerializer, Immutable, Alias("reopen-report")]
public sealed record ReopenReport(DateOnly On, [property: Id(1)] string Reason) : AidReportCommand(On);

/// <summary>A word of either side on a report (留言).</summary>
[GenerateSerializer, Immutable, Alias("comment-report")]
public sealed record CommentOnReport(DateOnly On, [property: Id(1)] string Comment, [property: Id(2)] string Text) : AidReportCommand(On);

/// <summary>What was delivered.</summary>
/// <param name="Thousandths">Quantity in thousandths of the unit; 0 where money says it all.</param>
/// <param name="AmountFen">Money, or the stated value of what is not money.</param>
/// <param name="Recipient">County or township that received it.</param>
/// <param name="Pairing">The pairing it came through, if any.</param>
/// <param name="Evidence">SHA-256 of files kept apart.</param>
[GenerateSerializer, Immutable, Alias("support")]
public sealed record Support(
    [property: Id(0)] int Year, [property: Id(1)] AidField Field, [property: Id(2)] AidForm Form, [property: Id(3)] string Title,
    [property: Id(4)] long Thousandths, [property: Id(5)] string Unit, [property: Id(6)] long AmountFen, [property: Id(7)] DateOnly DeliveredOn,
    [property: Id(8)] string Recipient, [property: Id(9)] string? Pairing, [property: Id(10)] ImmutableArray<AidReference> References,
    [property: Id(11)] ImmutableArray<string> Evidence)
{
    public bool Equals(Support? other) =>
        other is not null && (Year, Field, Form, Title, Thousandths, Unit, AmountFen, DeliveredOn, Recipient, Pairing)
            == (other.Year, other.Field, other.Form, other.Title, other.Thousandths, other.Unit, other.AmountFen, other.DeliveredOn, other.Recipient, other.Pairing)
        && References.AsSpan().SequenceEqual(other.References.AsSpan()) && Evidence.AsSpan().SequenceEqual(other.Evidence.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Year, Field, AmountFen, DeliveredOn, Title);
}

/// <summary>A number on paper that names this money (发票号码、转账凭证号).</summary>
[GenerateSerializer, Immutable, Alias("aid-reference")]
public readonly record struct AidReference([property: Id(0)] ReferenceKind Kind, [property: Id(1)] string Number);
