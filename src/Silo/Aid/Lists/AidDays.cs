using System.Globalization;
using Revitalization.Silo.Privacy;

namespace Revitalization.Silo.Aid.Lists;

/// <summary>Days as the tables keep them.</summary>
internal static class AidDays
{
    public static string? Text(DateOnly? day) => day is { } known ? PersonFields.Day(known) : null;

    public static DateOnly? Read(string? day) => day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
