namespace Revitalization.Contracts.Imports;

/// <summary>How a cell of a field is read.</summary>
public enum FieldForm
{
    /// <summary>文字: cleaned of width, stray spaces, traditional forms, pinyin residue.</summary>
    Name = 1,

    /// <summary>编号: ids, phone and account numbers; only surrounding spaces and text marks are taken off.</summary>
    Code = 2,

    /// <summary>金额: yuan with at most two decimals, to fen.</summary>
    Amount = 3,

    /// <summary>日期: 2023-09-30, 2023/9/30, 2023年9月30日 or 20230930.</summary>
    Date = 4,

    /// <summary>期间: 2023, 2023-Q3, 2023-09 or their Chinese forms.</summary>
    Period = 5,

    /// <summary>字典值: one of <see cref="SheetField.Choices"/>.</summary>
    Choice = 6,

    /// <summary>数量: at most three decimals, to thousandths.</summary>
    Quantity = 8,

    /// <summary>Known to the layout, read by nobody: another sheet or the product itself is its source.</summary>
    Derived = 7,
}

/// <summary>One way to say a dictionary value in a sheet, and the value of the register.</summary>
public sealed record FieldChoice(string Written, string Value);

/// <summary>One column of a layout.</summary>
/// <param name="Name">Field of the register, such as <c>villageCode</c>; a column mapping names it.</param>
/// <param name="Heading">表头 as the official layout writes it.</param>
/// <param name="Required">The sheet is refused without this column, a row without a value in it.</param>
/// <param name="Fallback">What an empty cell (or no column) means; null: nothing.</param>
public sealed record SheetField(string Name, string Heading, FieldForm Form, bool Required = false, string? Fallback = null)
{
    /// <summary>Other headings under which sources write the same field.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>For <see cref="FieldForm.Choice"/>: what may be written; the first with a value is what is written back.</summary>
    public IReadOnlyList<FieldChoice> Choices { get; init; } = [];

    /// <summary>Longest value, in characters.</summary>
    public int MaxLength { get; init; } = 64;

    /// <summary>Whether its cells are personal data, never repeated in an error file.</summary>
    public bool Personal { get; init; }
}

/// <summary>A sheet's columns in the official order.</summary>
public sealed record SheetLayout(string Kind, IReadOnlyList<SheetField> Fields)
{
    /// <summary>Columns that some sources add to the layout: read by nobody, filled where a sheet that has them is written back.</summary>
    public IReadOnlyList<SheetField> WrittenOnly { get; init; } = [];

    /// <summary>All that a column may be mapped to.</summary>
    public IEnumerable<SheetField> Known => Fields.Concat(WrittenOnly);

    public SheetField Field(string name) => Known.First(field => field.Name == name);

    public bool Has(string name) => Known.Any(field => field.Name == name);
}
