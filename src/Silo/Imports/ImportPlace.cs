using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Imports;
using Revitalization.Silo.Households;

namespace Revitalization.Silo.Imports;

/// <summary>What an import is for: a county's region (its significant digits), or a partner's partnership (as its scope is written). A role reaches its own kind of place only.</summary>
internal static class ImportPlace
{
    /// <summary>The region named, or the only one its sender acts for.</summary>
    public static ImportRefusal? Region(string? named, Sender sender, out string region)
    {
        region = named is null ? "" : Regions.RegionNames.Significant(named);
        if (named is not null)
            return region.Length >= 6 && region.All(char.IsAsciiDigit) && sender.Covers(region) ? null : ImportRefusal.OutsideScope;
        if (sender.Regions() is not [{ Length: >= 6 } only]) return ImportRefusal.RegionMissing;
        region = only;
        return null;
    }

    /// <summary>The partnership named, or the only one its sender acts for.</summary>
    public static ImportRefusal? Partnership(string? named, Sender sender, out string place)
    {
        var own = Partnerships(sender);
        place = Scope.Partnership(named ?? (own.Count == 1 ? own[0].Value : "")).ToString();
        if (named is null) return own.Count == 1 ? null : ImportRefusal.PartnershipMissing;
        return sender.CoversPartnership(named) ? null : ImportRefusal.OutsideScope;
    }

    /// <summary>Whether the import is the sender's to see: a county's and a partner's never are the other's.</summary>
    public static bool IsOf(string place, Sender sender) => ScopeOf(place) is { Kind: "partnership" } scope
        ? sender.Role == Roles.PartnerCity && sender.Scopes.Contains(scope)
        : sender.Role == Roles.County && sender.Covers(place);

    public static Scope ScopeOf(string place) => Scope.Parse(place) ?? Scope.Region(place);

    public static IReadOnlyList<Scope> Partnerships(Sender sender) => [.. sender.Scopes.Where(scope => scope.Kind == "partnership")];
}
