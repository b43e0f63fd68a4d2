using System.Collections.Immutable;

namespace Revitalization.Domain.Accounts;

/// <summary>A command to one account (账号).</summary>
[GenerateSerializer, Immutable, Alias("account-command")]
public abstract record AccountCommand;

/// <summary>Opens the account or states what it is.</summary>
/// <param name="ByItself">Whether the one who acts is the account: nobody widens his own rights.</param>
[GenerateSerializer, Immutable, Alias("put-account")]
public sealed record PutAccount(
    [property: Id(0)] string Role, [property: Id(1)] ImmutableArray<string> Scopes, [property: Id(2)] string? Post,
    [property: Id(3)] bool Disabled, [property: Id(4)] bool ByItself) : AccountCommand;

/// <summary>This account stands in (顶岗) for an absent one. Sent to the account that receives the rights.</summary>
/// <param name="AbsentRole">As his account stands; null where there is none.</param>
[GenerateSerializer, Immutable, Alias("name-stand-in")]
public sealed record NameStandIn(
    [property: Id(0)] string Act, [property: Id(1)] string StandIn, [property: Id(2)] string Absent, [property: Id(3)] string? AbsentRole,
    [property: Id(4)] DateOnly From, [property: Id(5)] DateOnly Until) : AccountCommand;

/// <summary>Ends it early, at once.</summary>
[GenerateSerializer, Immutable, Alias("withdraw-stand-in")]
public sealed record WithdrawStandIn([property: Id(0)] string Act, [property: Id(1)] string Absent) : AccountCommand;

[GenerateSerializer, Immutable, Alias("set-password")]
public sealed record SetPassword([property: Id(0)] string Hash) : AccountCommand;

[GenerateSerializer, Immutable, Alias("issue-api-key")]
public sealed record IssueApiKey(
    [property: Id(0)] string Key, [property: Id(1)] string Hash, [property: Id(2)] string Purpose, [property: Id(3)] DateOnly ExpiresOn) : AccountCommand;

[GenerateSerializer, Immutable, Alias("revoke-api-key")]
public sealed record RevokeApiKey([property: Id(0)] string Key) : AccountCommand;

[GenerateSerializer, Immutable, Alias("start-session")]
public sealed record StartSession([property: Id(0)] string Hash, [property: Id(1)] DateTimeOffset ExpiresAt) : AccountCommand;

[GenerateSerializer, Immutable, Alias("end-session")]
public sealed record EndSession([property: Id(0)] string Hash) : AccountCommand;

[GenerateSerializer, Immutable, Alias("lock-account")]
public sealed record LockAccount([property: Id(0)] DateTimeOffset Until) : AccountCommand;
