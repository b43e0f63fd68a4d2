using Revitalization.Contracts.Releases;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Disclosure;

namespace Revitalization.Domain.Releases;

[GenerateSerializer, Immutable, Alias("release-command")]
public abstract record ReleaseCommand;

/// <param name="LastPublished">The channel's newest published number, 0 before the first.</param>
/// <param name="Open">Hidden figures that what was published before leaves less room than their interval asks; nothing in this release can help.</param>
[GenerateSerializer, Immutable, Alias("propose-release")]
public sealed record ProposeRelease(
    [property: Id(0)] int Number, [property: Id(1)] int LastPublished, [property: Id(2)] DateOnly AsOf, [property: Id(3)] int? Corrects,
    [property: Id(4)] string? Note, [property: Id(5)] FrozenRows Rows, [property: Id(6)] string By,
    [property: Id(7)] ChannelRows? Province = null, [property: Id(8)] int Open = 0) : ReleaseCommand;

/// <param name="RowsRoot">What the approver looked at; null: whatever is proposed.</param>
/// <param name="OpenReason">Why it is published although some figures are open; null where none is.</param>
/// <param name="StatedSince">Documents have told other figures since it was proposed.</param>
[GenerateSerializer, Immutable, Alias("approve-release")]
public sealed record ApproveRelease(
    [property: Id(0)] string By, [property: Id(1)] DateTimeOffset At, [property: Id(2)] string? RowsRoot,
    [property: Id(3)] string? OpenReason = null, [property: Id(4)] bool StatedSince = false) : ReleaseCommand;

public static class ReleaseRules
{
    public const int NoteMax = 200;

    public static Decision<ReleaseEvent> Decide(Release release, ReleaseCommand command, DateOnly today) => command switch
    {
        ProposeRelease propose => Propose(release, propose, today),
        ApproveRelease approve => Approve(release, approve),
        _ => throw new System.Diagnostics.UnreachableException($"No release rule for {command.GetType().Name}."),
    };

    private static Decision<ReleaseEvent> Propose(Release release, ProposeRelease propose, DateOnly today)
    {
        if (release.IsApproved) return ReleaseRefusal.AlreadyApproved.On("number");
        if (Check(propose.Number, propose.LastPublished, propose.AsOf, propose.Corrects, propose.Note, today) is { } broken) return broken;
        var stated = new ReleaseProposed(propose.AsOf, propose.Corrects, propose.Note, propose.Rows, propose.By, propose.Province, propose.Open);
        return Says(release, stated) ? Decision<ReleaseEvent>.Nothing : stated;
    }

    /// <summary>What can be refused before the work of freezing rows is begun.</summary>
    public static Refused? Check(int number, int lastPublished, DateOnly asOf, int? corrects, string? note, DateOnly today)
    {
        if (number != lastPublished + 1) return ReleaseRefusal.NumberNotNext.On("number");
        if (asOf > today) return ReleaseRefusal.AsOfInFuture.On("asOf");
        if (corrects is { } earlier && (earlier < 1 || earlier > lastPublished)) return ReleaseRefusal.CorrectsUnknown.On("corrects");
        return note is { Length: > NoteMax } || note?.Any(char.IsControl) == true ? ReleaseRefusal.NoteMalformed.On("note") : null;
    }

    private static Decision<ReleaseEvent> Approve(Release release, ApproveRelease approve)
    {
        if (!release.IsProposed) return ReleaseRefusal.ReleaseUnknown.On("number");
        if (release.IsApproved) return ReleaseRefusal.AlreadyApproved.On("number");
        if (release.ProposedBy == approve.By) return ReleaseRefusal.SamePerson.On("account");
        if (approve.RowsRoot is { } seen && seen != release.Rows!.RowsRoot) return ReleaseRefusal.RowsChanged.On("rowsRoot");
        if (approve.StatedSince) return ReleaseRefusal.StatedSince.On();
        // What cannot be protected is not passed over: somebody says why it goes out, and stays named beside it.
        if (release.Open > 0 && approve.OpenReason is null) return ReleaseRefusal.OpenUndecided.On("openReason");
        if (approve.OpenReason is { } reason && !IsReason(reason)) return ReleaseRefusal.OpenReasonMalformed.On("openReason");
        return new ReleaseApproved(approve.By, approve.At, release.Rows!.RowsRoot, release.Open > 0 ? approve.OpenReason : null);
    }

    private static bool IsReason(string text) => !string.IsNullOrWhiteSpace(text) && text.Length <= NoteMax && !text.Any(char.IsControl) && PersonalTraces.Find(text) is null;

    private static bool Says(Release release, ReleaseProposed proposed) =>
        release.Rows is { } rows && rows.RowsRoot == proposed.Rows.RowsRoot && release.AsOf == proposed.AsOf
        && release.Corrects == proposed.Corrects && release.Note == proposed.Note && release.ProposedBy == proposed.By
        && release.Province?.Number == proposed.Province?.Number && release.Province?.Rows.RowsRoot == proposed.Province?.Rows.RowsRoot;
}
