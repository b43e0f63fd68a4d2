using System.Diagnostics;
using Revitalization.Contracts.Releases;
using Revitalization.Domain.Commands;

namespace Revitalization.Domain.Releases;

[GenerateSerializer, Immutable, Alias("key-change-command")]
public abstract record KeyChangeCommand;

/// <param name="LastDone">The channel's newest change that was carried out, 0 before the first.</param>
[GenerateSerializer, Immutable, Alias("ask-key-change")]
public sealed record AskKeyChange(
    [property: Id(0)] int Number, [property: Id(1)] int LastDone, [property: Id(2)] string? Reason, [property: Id(3)] string By) : KeyChangeCommand;

[GenerateSerializer, Immutable, Alias("approve-key-change")]
public sealed record ApproveKeyChange([property: Id(0)] string By, [property: Id(1)] DateTimeOffset At) : KeyChangeCommand;

public static class KeyChangeRules
{
    public const int ReasonMax = 200;

    public static Decision<KeyChangeEvent> Decide(KeyChange change, KeyChangeCommand command) => command switch
    {
        AskKeyChange ask => Ask(change, ask),
        ApproveKeyChange approve => Approve(change, approve),
        _ => throw new UnreachableException($"No rule of key changes for {command.GetType().Name}."),
    };

    /// <summary>A reason for readers of the log: something, not much, one line.</summary>
    public static bool IsReason(string? reason) => reason is { Length: >= 1 and <= ReasonMax } && !string.IsNullOrWhiteSpace(reason) && !reason.Any(char.IsControl);

    private static Decision<KeyChangeEvent> Ask(KeyChange change, AskKeyChange ask)
    {
        if (change.IsApproved) return KeyChangeRefusal.AlreadyApproved.On("number");
        if (ask.Number != ask.LastDone + 1) return KeyChangeRefusal.NumberNotNext.On("number");
        if (!IsReason(ask.Reason)) return KeyChangeRefusal.ReasonMalformed.On("reason");
        if (change.Reason == ask.Reason && change.AskedBy == ask.By) return Decision<KeyChangeEvent>.Nothing;
        return new KeyChangeAsked(ask.Reason!, ask.By);
    }

    private static Decision<KeyChangeEvent> Approve(KeyChange change, ApproveKeyChange approve)
    {
        if (change.AskedBy is null) return KeyChangeRefusal.ChangeUnknown.On("number");
        if (change.IsApproved) return KeyChangeRefusal.AlreadyApproved.On("number");
        if (change.AskedBy == approve.By) return KeyChangeRefusal.SamePerson.On("account");
        return new KeyChangeApproved(approve.By, approve.At);
    }
}
