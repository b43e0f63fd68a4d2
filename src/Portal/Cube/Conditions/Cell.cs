namespace Revitalization.Portal.Cube.Conditions;

/// <summary>One value as SQLite holds it: null, a whole number (also of truth, scaled decimals), or text.</summary>
internal readonly record struct Cell
{
    private Cell(long number, string? text, bool hasValue) => (Number, Text, HasValue) = (number, text, hasValue);

    public long Number { get; }
    public string? Text { get; }
    public bool HasValue { get; }

    public static Cell Null => default;

    public bool IsTrue => HasValue && Number != 0;

    public static Cell Of(long number) => new(number, null, true);

    public static Cell Of(string? text) => text is null ? Null : new(0, text, true);

    public static Cell Of(bool flag) => Of(flag ? 1L : 0L);

    /// <param name="value">As a literal, a skip token or a reader has it.</param>
    public static Cell From(object? value) => value switch
    {
        null => Null,
        string text => Of(text),
        bool flag => Of(flag),
        long number => Of(number),
        _ => throw new ArgumentException($"{value.GetType().Name} is no cell.", nameof(value)),
    };

    /// <summary>As SQLite orders: null, then numbers, then texts by code point.</summary>
    public static int Compare(Cell one, Cell other)
    {
        if (!one.HasValue || !other.HasValue) return one.HasValue.CompareTo(other.HasValue);
        if (one.Text is null || other.Text is null)
            return one.Text is null && other.Text is null ? one.Number.CompareTo(other.Number) : one.Text is null ? -1 : 1;
        return TextOrder.Compare(one.Text, other.Text);
    }

    public object? ToObject() => !HasValue ? null : Text is null ? Number : Text;
}

/// <summary>The order of UTF-8 bytes, which is SQLite's. UTF-16's differs where a character of two halves meets one above U+E000.</summary>
internal static class TextOrder
{
    public static readonly Comparer<string> Comparer = Comparer<string>.Create(Compare);

    public static int Compare(string one, string other)
    {
        var length = Math.Min(one.Length, other.Length);
        for (var at = 0; at < length; at++)
        {
            if (one[at] != other[at]) return Weight(one[at]) - Weight(other[at]);
        }
        return one.Length - other.Length;
    }

    private static int Weight(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;
}
