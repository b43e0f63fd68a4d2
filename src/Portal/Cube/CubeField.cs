using Revitalization.Portal.Cube.Conditions;
using Revitalization.Portal.Cube.Files;

namespace Revitalization.Portal.Cube;

/// <summary>A column of a cube's rows.</summary>
internal enum Field
{
    None,
    RegionCode,
    RegionLevel,
    Period,
    PeriodKind,
    IndicatorCode,
    Status,
    Note,
    Value,
    Release,
}

/// <summary>Where the columns of a cube's rows are found.</summary>
internal static class CubeField
{
    private static readonly Dictionary<string, Field> s_byPath =
        Enum.GetValues<Field>().Where(field => field != Field.None).ToDictionary(field => field.ToString(), StringComparer.Ordinal);

    public static Field Of(string path) => s_byPath.GetValueOrDefault(path);

    /// <summary>The dictionary that holds its texts; null for numbers.</summary>
    public static CubeDictionary? Dictionary(CubeFile file, Field field) => field switch
    {
        Field.RegionCode or Field.RegionLevel => file.Dictionaries.Regions,
        Field.Period or Field.PeriodKind => file.Dictionaries.Periods,
        Field.IndicatorCode => file.Dictionaries.Indicators,
        Field.Status => file.Dictionaries.Statuses,
        Field.Note => file.Dictionaries.Notes,
        _ => null,
    };

    /// <summary>Which member of its dictionary a row has; below 0 where it has none.</summary>
    public static int MemberOf(CubeFile file, Field field, CubeCell cell) => field switch
    {
        Field.RegionCode or Field.RegionLevel => cell.Region,
        Field.Period or Field.PeriodKind => cell.Period,
        Field.IndicatorCode => cell.Indicator,
        Field.Status => file.Statuses[cell.Row],
        Field.Note => file.NoteOf(cell.Row),
        _ => -1,
    };
}
