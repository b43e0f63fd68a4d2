namespace Revitalization.Contracts.Imports;

/// <summary>How numbers of a column may be written (数字写法). Anything else is refused, never repaired.</summary>
public static class NumberForms
{
    /// <summary>半角数字: half-width digits, one point.</summary>
    public const string Plain = "plain";

    /// <summary>千分位: also groups of three, as in 12,345.60.</summary>
    public const string Grouped = "grouped";

    /// <summary>全角: also full-width digits, as in １２３.</summary>
    public const string FullWidth = "full-width";
}

/// <summary>One column of a source's sheet and the field it fills.</summary>
/// <param name="Heading">As the sheet writes it; compared after cleaning (width, spaces, traditional forms, pinyin residue).</param>
/// <param name="Field">Name of a field of <see cref="SheetLayouts"/>.</param>
/// <param name="Numbers">For number columns: what the source is declared to write, one of <see cref="NumberForms"/>.</param>
/// <param name="Unit">For amounts: <c>元</c> (default) or <c>万元</c>.</param>
public sealed record MappedColumn(
    string Heading, string Field, string Numbers = NumberForms.Plain, string Unit = "元");

/// <summary>
/// A source's saved column mapping (列映射): <c>PUT /api/imports/mappings/{kind}/{source}</c>. One per region, kind and source;
/// an import that names the source uses it, on top of the official layout's own headings.
/// </summary>
public sealed record ColumnMappingBody(IReadOnlyList<MappedColumn> Columns);

/// <summary>A saved mapping as it is read back.</summary>
public sealed record ColumnMapping(
    string Region, string Kind, string Source, IReadOnlyList<MappedColumn> Columns, long Version, DateTimeOffset SavedAt);

/// <summary>Mappings a region has saved.</summary>
public sealed record ColumnMappingList(IReadOnlyList<ColumnMapping> Items);
