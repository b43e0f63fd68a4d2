using Revitalization.Contracts.Imports;
using Revitalization.Domain.Text;
using Revitalization.Silo.Imports.Reading;

namespace Revitalization.Silo.Imports.Columns;

/// <summary>A cell's value in the register's form (amounts as fen, dates as 2023-09-30), or why it has none.</summary>
public readonly record struct CellValue(string? Value, ImportRowRefusal? Refusal)
{
    public static implicit operator CellValue(string? value) => new(value, null);

    public static implicit operator CellValue(ImportRowRefusal refusal) => new(null, refusal);

    public static CellValue Read(PlannedColumn column, SheetCell cell, CleaningTally tally)
    {
        if (column.Field.Form == FieldForm.Derived) return (string?)null;
        if (cell.Fault is { } fault) return fault;
        var isNamed = column.Field.Form is FieldForm.Name or FieldForm.Choice;
        var clean = isNamed ? TextCleaner.Name(cell.Text) : TextCleaner.Code(cell.Text);
        tally.Add(column.Heading, clean.Done);
        return clean.Value.Length == 0 ? Blank(column.Field) : Typed(column, clean.Value);
    }

    public static CellValue Blank(SheetField field) =>
        field.Required ? ImportRowRefusal.ValueMissing : field.Fallback;

    private static CellValue Typed(PlannedColumn column, string text) => column.Field.Form switch
    {
        FieldForm.Name => Name(column.Field, text),
        FieldForm.Code => Code(column.Field, text),
        FieldForm.Amount => AmountText.Read(text, column.Numbers, column.Unit),
        FieldForm.Quantity => AmountText.Thousandths(text, column.Numbers),
        FieldForm.Date => DayText.Date(text),
        FieldForm.Period => DayText.Period(text),
        FieldForm.Choice => Choice(column.Field, text),
        _ => (string?)null,
    };

    private static CellValue Name(SheetField field, string text)
    {
        if (HasLostCharacters(text)) return ImportRowRefusal.CharactersLost;
        return text.Length <= field.MaxLength ? text : ImportRowRefusal.TextTooLong;
    }

    private static CellValue Code(SheetField field, string text)
    {
        if (HasLostCharacters(text)) return ImportRowRefusal.CharactersLost;
        if (text.Any(c => c is >= '０' and <= '９')) return ImportRowRefusal.NumberFullWidth;
        if (AmountText.IsScientific(text)) return ImportRowRefusal.NumberImprecise;
        return text.Length <= field.MaxLength ? text : ImportRowRefusal.TextTooLong;
    }

    private static CellValue Choice(SheetField field, string text)
    {
        foreach (var choice in field.Choices)
        {
            if (choice.Written == text) return choice.Value.Length == 0 ? (string?)null : choice.Value;
        }
        return ImportRowRefusal.NotInList;
    }

    // Converters write ? for what their target encoding lacks; the character is gone and must not be guessed.
    private static bool HasLostCharacters(string text) => text.AsSpan().IndexOfAny('?', '？', '\ufffd') >= 0;
}
