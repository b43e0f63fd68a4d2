using System.Collections.Immutable;

namespace Revitalization.Domain.Accounts;

/// <summary>A fact about one account (账号); its stream is <c>account/{account}</c>. Secrets stand here as hashes only.</summary>
public abstract record AccountEvent;

public sealed record AccountPut(string Role, ImmutableArray<string> Scopes, string? Post, bool Disabled) : AccountEvent;

public sealed record PasswordSet(string Hash) : AccountEvent;

public sealed record ApiKeyIssued(string Key, string Hash, string Purpose, DateOnly ExpiresOn) : AccountEvent;

public sealed record ApiKeyRevoked(string Key) : AccountEvent;

public sealed record SessionStarted(string Hash, DateTimeOffset ExpiresAt) : AccountEvent;

public sealed record SessionEnded(string Hash) : AccountEvent;

/// <summary>Too many wrong passwords in a row.</summary>
public sealed record AccountLocked(DateTimeOffset Until) : AccountEvent;

/// <summary>This account stands in for another (顶岗) on these days, both included. On the stream of the one who receives the rights.</summary>
/// <param name="On">The day it was named.</param>
public sealed record StandInNamed(DateOnly On, string Act, string Absent, DateOnly From, DateOnly Until) : AccountEvent;

/// <summary>Ended before its last day; from then on it gives nothing.</summary>
public sealed record StandInWithdrawn(string Act, string Absent) : AccountEvent;
