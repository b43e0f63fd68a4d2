using Revitalization.Contracts.Imports;
using Revitalization.Domain.Text;

namespace Revitalization.Silo.Imports.Columns;

/// <summary>Fields by cleaned heading.</summary>
internal sealed class HeadingBook
{
    private readonly Dictionary<string, (SheetField Field, string Numbers, string Unit)> _byHeading = new(StringComparer.Ordinal);

    public static HeadingBook Of(SheetLayout layout, IReadOnlyList<MappedColumn> mapping)
    {
        var book = new HeadingBook();
        foreach (var field in layout.Known)
        {
            book.Put(field.Heading, field, NumberForms.Plain, Yuan);
            foreach (var alias in field.Aliases) book.Put(alias, field, NumberForms.Plain, Yuan);
        }
        foreach (var column in mapping.Where(column => layout.Has(column.Field)))
        {
            book.Put(column.Heading, layout.Field(column.Field), column.Numbers, column.Unit);
        }
        return book;
    }

    public const string Yuan = "元", TenThousandYuan = "万元";

    public (SheetField Field, string Numbers, string Unit)? Find(string cleanHeading) =>
        _byHeading.TryGetValue(cleanHeading, out var found) ? found : null;

    private void Put(string heading, SheetField field, string numbers, string unit) =>
        _byHeading[TextCleaner.Heading(heading).Value] = (field, numbers, unit);
}
