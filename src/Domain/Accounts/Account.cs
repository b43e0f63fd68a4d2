using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;

namespace Revitalization.Domain.Accounts;

[GenerateSerializer, Immutable, Alias("account-api-key")]
public sealed record AccountApiKey(
    [property: Id(0)] string Key, [property: Id(1)] string Hash, [property: Id(2)] string Purpose, [property: Id(3)] DateOnly ExpiresOn);

[GenerateSerializer, Immutable, Alias("account-session")]
public sealed record AccountSession([property: Id(0)] string Hash, [property: Id(1)] DateTimeOffset ExpiresAt);

/// <summary>This account has the rights of <paramref name="Absent"/> on these days, both included.</summary>
[GenerateSerializer, Immutable, Alias("account-stand-in")]
public sealed record AccountStandIn(
    [property: Id(0)] string Act, [property: Id(1)] string Absent, [property: Id(2)] DateOnly From, [property: Id(3)] DateOnly Until)
{
    public bool HoldsOn(DateOnly day) => From <= day && day <= Until;
}

/// <summary>One account: what it may do, and the hashes by which it is recognised.</summary>
[GenerateSerializer, Immutable, Alias("account")]
public sealed record Account(
    [property: Id(0)] long Version, [property: Id(1)] string? Role, [property: Id(2)] ImmutableArray<string> Scopes,
    [property: Id(3)] string? Post, [property: Id(4)] bool Disabled, [property: Id(5)] string? PasswordHash,
    [property: Id(6)] ImmutableArray<AccountApiKey> Keys, [property: Id(7)] ImmutableArray<AccountSession> Sessions,
    [property: Id(8)] DateTimeOffset? LockedUntil, [property: Id(9)] ImmutableArray<AccountStandIn> StandIns)
{
    /// <summary>The newest sessions that stay open; an older one ends by itself.</summary>
    public const int SessionsMax = 20;

    public static readonly Account Empty = new(0, null, [], null, false, null, [], [], null, []);

    [JsonIgnore]
    public bool IsOpened => Role is not null;

    [JsonIgnore]
    public bool IsUsable => IsOpened && !Disabled;

    public bool LockedAt(DateTimeOffset now) => LockedUntil is { } until && now < until;

    public static Account Evolve(Account account, AccountEvent happened)
    {
        var after = happened switch
        {
            AccountPut e => account with
            {
                Role = e.Role, Scopes = e.Scopes, Post = e.Post, Disabled = e.Disabled, Sessions = e.Disabled ? [] : account.Sessions,
            },
            PasswordSet e => account with { PasswordHash = e.Hash, Sessions = [], LockedUntil = null },
            ApiKeyIssued e => account with { Keys = account.Keys.Add(new(e.Key, e.Hash, e.Purpose, e.ExpiresOn)) },
            ApiKeyRevoked e => account with { Keys = account.Keys.RemoveAll(key => key.Key == e.Key) },
            SessionStarted e => account with { Sessions = Newest(account.Sessions.Add(new(e.Hash, e.ExpiresAt))) },
            SessionEnded e => account with { Sessions = account.Sessions.RemoveAll(session => session.Hash == e.Hash) },
            AccountLocked e => account with { LockedUntil = e.Until },
            StandInNamed e => account with { StandIns = [.. account.StandIns.Where(known => known.Until >= e.On), new(e.Act, e.Absent, e.From, e.Until)] },
            StandInWithdrawn e => account with { StandIns = account.StandIns.RemoveAll(known => known.Act == e.Act && known.Absent == e.Absent) },
            _ => throw new UnreachableException($"An account was never taught {happened.GetType().Name}."),
        };
        return after with { Version = account.Version + 1 };
    }

    private static ImmutableArray<AccountSession> Newest(ImmutableArray<AccountSession> sessions) =>
        sessions.Length <= SessionsMax ? sessions : sessions.RemoveRange(0, sessions.Length - SessionsMax);
}
