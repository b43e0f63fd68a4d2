using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Revitalization.Domain.Households;

/// <summary>One coming or going of a member. Exactly one of the kinds is stated.</summary>
public sealed record Presence(JoinKind? Joined, LeaveKind? Left, string? Other)
{
    public static Presence Join(JoinKind kind, string? other) => new(kind, null, other);

    public static Presence Leave(LeaveKind kind, string? other) => new(null, kind, other);
}

/// <summary>All that was ever said of one member of one household.</summary>
public sealed record MemberHistory(
    string MemberId, ImmutableArray<Dated<Presence>> Presences, ImmutableArray<Dated<MemberPatch>> Patches)
{
    public static MemberHistory Of(string memberId) => new(memberId, [], []);

    public bool PresentOn(DateOnly day) => Presences.At(day)?.Value.Joined is not null;

    [JsonIgnore]
    public bool EverJoined => !Presences.IsEmpty;

    /// <summary>Nothing is said of the member any more: all of it was withdrawn.</summary>
    [JsonIgnore]
    public bool IsEmpty => Presences.IsEmpty && Patches.IsEmpty;

    /// <summary>Present on the day, or how it was when it was.</summary>
    public MemberDetails DetailsOn(DateOnly day)
    {
        var details = MemberPatches.Blank;
        foreach (var dated in Patches)
        {
            if (dated.From > day) break;
            details = dated.Value.ApplyTo(details);
        }
        return details;
    }

    public DateOnly? JoinedOn(DateOnly day) => Presences.At(day) is { Value.Joined: not null } join ? join.From : null;

    internal MemberHistory Join(DateOnly on, long entry, JoinKind kind, string? other, MemberDetails details) => this with
    {
        Presences = Presences.Put(on, entry, Presence.Join(kind, other)),
        Patches = Patches.Put(on, entry, MemberPatches.Of(details)),
    };

    internal MemberHistory Leave(DateOnly on, long entry, LeaveKind kind, string? other) =>
        this with { Presences = Presences.Put(on, entry, Presence.Leave(kind, other)) };

    internal MemberHistory Change(DateOnly on, long entry, MemberPatch patch) =>
        this with { Patches = Patches.Put(on, entry, patch) };

    internal MemberHistory Correct(long entry, DateOnly? on) =>
        this with { Presences = Presences.Correct(entry, on), Patches = Patches.Correct(entry, on) };
}
