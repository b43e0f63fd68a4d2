using Revitalization.Contracts.Imports;
using Revitalization.Silo.Households;

namespace Revitalization.Silo.Imports;

/// <summary>Which region an import is for: the one named, or the only one its sender acts for.</summary>
internal static class ImportRegion
{
    public static ImportRefusal? Of(string? named, Sender sender, out string region)
    {
        region = named is null ? "" : Regions.RegionNames.Significant(named);
        if (named is not null)
            return region.Length >= 6 && region.All(char.IsAsciiDigit) && sender.Covers(region) ? null : ImportRefusal.OutsideScope;
        if (sender.Regions() is not [{ Length: >= 6 } only]) return ImportRefusal.RegionMissing;
        region = only;
        return null;
    }
}
