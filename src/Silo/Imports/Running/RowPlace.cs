using Revitalization.Contracts.Imports;
using Revitalization.Silo.Imports.Columns;

namespace Revitalization.Silo.Imports.Running;

/// <summary>Where a row goes: rows of one household, village or project go in the order of the sheet.</summary>
internal static class RowPlace
{
    /// <summary>Null where the row's faults leave it without one; such a row is not sent.</summary>
    public static string? Of(BoundRow row) => row.Kind is ImportKinds.AidReports or ImportKinds.Documents
        ? row.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) // Each report and each document is a grain of its own.
        : row.Find("household") ?? row.Find("project") ?? row.Find("villageCode");
}
