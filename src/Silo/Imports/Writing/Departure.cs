using Revitalization.Domain.Households;

namespace Revitalization.Silo.Imports.Writing;

/// <summary>Why and since when a row's person or household is no longer there (减少).</summary>
internal sealed record Departure(string Reason, DateOnly On)
{
    /// <summary>Null while the household stands.</summary>
    public static Departure? Of(Standing of) =>
        of.State.Closed is { } closed && closed.From <= of.On ? new(Word(closed.Value.Kind), closed.From) : null;

    /// <summary>Null while the person belongs to it.</summary>
    public static Departure? Of(Standing of, MemberHistory member) =>
        member.Presences.At(of.On) is { Value.Left: { } kind } left ? new(Word(kind), left.From) : Of(of);

    private static string Word(LeaveKind kind) => kind switch
    {
        LeaveKind.Died => "死亡",
        LeaveKind.MarriedOut => "婚出",
        LeaveKind.MovedOut => "迁出",
        LeaveKind.Split => "分户",
        LeaveKind.Merged => "并户",
        _ => throw new System.Diagnostics.UnreachableException($"{kind} has no word for the sheet."),
    };

    private static string Word(CloseKind kind) => kind switch
    {
        CloseKind.Extinct => "户内无人",
        CloseKind.MovedAway => "整户迁出",
        CloseKind.Merged => "并入他户",
        CloseKind.ListedInError => "误登",
        _ => throw new System.Diagnostics.UnreachableException($"{kind} has no word for the sheet."),
    };
}
