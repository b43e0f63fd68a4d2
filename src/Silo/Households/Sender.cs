using Revitalization.Contracts.Identity;
using Revitalization.Domain.Commands;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Regions;

namespace Revitalization.Silo.Households;

/// <summary>Who sends a command, with what right, and which command it is. Built from the verified token, or by an import for its uploader.</summary>
/// <param name="CommandId">The sender's id for this one command. Empty: derived, for an act from its address, for a resource from address, version and content.</param>
/// <param name="ExpectedVersion">From <c>If-Match</c>; null accepts any version.</param>
/// <param name="IsAct">The address names the command itself, which can then never be another one.</param>
public sealed record Sender(
    string Account, string Role, IReadOnlyList<Scope> Scopes, string CommandId, long? ExpectedVersion = null, bool IsAct = false)
{
    /// <summary>Accounts whose leave the sender covers today (顶岗); their scopes stand among his own.</summary>
    public IReadOnlyList<string> StandsInFor { get; init; } = [];

    /// <summary>Nothing but the address tells the command from another one.</summary>
    public bool IdIsTheAddress => IsAct && CommandId.Length == 0;

    public bool Covers(string regionCode) => Scopes.Any(scope => scope.Covers(regionCode));

    /// <summary>Some of the region is the sender's: the region lies in a scope, or a scope in it.</summary>
    public bool Meets(string regionCode)
    {
        var prefix = RegionNames.Significant(regionCode);
        return Regions().Any(scope => prefix.StartsWith(scope, StringComparison.Ordinal) || scope.StartsWith(prefix, StringComparison.Ordinal));
    }

    /// <summary>Where a search went: the region asked for, else what all of the sender's own have in common; null where that is nothing.</summary>
    public string? Searched(string? regionCode)
    {
        if (regionCode is not null) return RegionNames.Significant(regionCode);
        if (Regions() is not [var first, .. var others]) return null;
        foreach (var other in others) first = first[..first.AsSpan().CommonPrefixLength(other)];
        return first.Length > 0 ? first : null;
    }

    /// <summary>Whether the sender acts for the partner of this partnership (协作方).</summary>
    public bool CoversPartnership(string code) => Scopes.Contains(Scope.Partnership(code));

    /// <summary>Prefixes of the regions the sender may act in.</summary>
    public string[] Regions() => [.. Scopes.Where(scope => scope.Kind == "region").Select(scope => scope.Value)];

    public CommandContext Context(string address, string hash) => new(Id(address, hash), hash, Account, ExpectedVersion);

    // A resource that is put back to an earlier content is a new command: without a version only chance tells the two apart.
    private string Id(string address, string hash)
    {
        if (CommandId.Length > 0) return CommandId;
        if (IsAct) return address;
        return ExpectedVersion is { } version ? $"{address}@{version}:{hash}" : $"{address}:{RandomKeys.Secret()}";
    }
}
