using System.Diagnostics;
using Revitalization.Contracts.Releases;
using Revitalization.Domain.Commands;

namespace Revitalization.Domain.Releases;

[GenerateSerializer, Immutable, Alias("redaction-command")]
public abstract record RedactionCommand;

/// <param name="LastDone">The channel's newest redaction that was carried out, 0 before the first.</param>
/// <param name="Row">Null where the release holds no such row, or only its hash any more.</param>
[GenerateSerializer, Immutable, Alias("ask-redaction")]
public sealed record AskRedaction(
    [property: Id(0)] int Number, [property: Id(1)] int LastDone, [property: Id(2)] RedactedRow? Row,
    [property: Id(3)] string? Reason, [property: Id(4)] string By) : RedactionCommand;

/// <param name="Leaf">The leaf hash of the row that was looked at; null: whatever is asked for.</param>
[GenerateSerializer, Immutable, Alias("approve-redaction")]
public sealed record ApproveRedaction([property: Id(0)] string By, [property: Id(1)] DateTimeOffset At, [property: Id(2)] string? Leaf) : RedactionCommand;

public static class RedactionRules
{
    public static Decision<RedactionEvent> Decide(Redaction redaction, RedactionCommand command) => command switch
    {
        AskRedaction ask => Ask(redaction, ask),
        ApproveRedaction approve => Approve(redaction, approve),
        _ => throw new UnreachableException($"No rule of redactions for {command.GetType().Name}."),
    };

    private static Decision<RedactionEvent> Ask(Redaction redaction, AskRedaction ask)
    {
        if (redaction.IsApproved) return RedactionRefusal.AlreadyApproved.On("number");
        if (ask.Number != ask.LastDone + 1) return RedactionRefusal.NumberNotNext.On("number");
        if (!KeyChangeRules.IsReason(ask.Reason)) return RedactionRefusal.ReasonMalformed.On("reason");
        if (ask.Row is null) return RedactionRefusal.RowUnknown.On("rowId");
        if (redaction.Row == ask.Row && redaction.Reason == ask.Reason && redaction.AskedBy == ask.By) return Decision<RedactionEvent>.Nothing;
        return new RedactionAsked(ask.Row, ask.Reason!, ask.By);
    }

    private static Decision<RedactionEvent> Approve(Redaction redaction, ApproveRedaction approve)
    {
        if (redaction.Row is not { } row) return RedactionRefusal.RedactionUnknown.On("number");
        if (redaction.IsApproved) return RedactionRefusal.AlreadyApproved.On("number");
        if (redaction.AskedBy == approve.By) return RedactionRefusal.SamePerson.On("account");
        if (approve.Leaf is { } seen && seen != row.Leaf) return RedactionRefusal.RowChanged.On("leaf");
        return new RedactionApproved(approve.By, approve.At);
    }
}
