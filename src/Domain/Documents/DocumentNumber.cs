using System.Globalization;

namespace Revitalization.Domain.Documents;

/// <summary>A document number (发文字号), taken apart: 扶欢府发〔2021〕22号.</summary>
/// <param name="IsProper">The year stands in 〔 〕 and the serial number has no leading zero, as GB/T 9704 writes it.</param>
public readonly record struct DocumentNumber(string Word, int Year, int Serial, bool IsProper)
{
    private const int WordMost = 20, SerialMost = 5;

    /// <returns>Null where the text is no document number.</returns>
    public static DocumentNumber? Read(string? text)
    {
        var number = (text ?? "").Trim().Replace(" ", "", StringComparison.Ordinal);
        var open = number.IndexOfAny(['〔', '[', '(', '【', '（', '［']);
        var close = number.IndexOfAny(['〕', ']', ')', '】', '）', '］']);
        if (open is < 1 or > WordMost || close != open + 5 || !number.EndsWith('号')) return null;
        var (year, serial) = (number[(open + 1)..close], number[(close + 1)..^1].TrimStart('第'));
        if (!year.All(char.IsAsciiDigit) || serial.Length is 0 or > SerialMost || !serial.All(char.IsAsciiDigit) || !number[..open].All(IsWord)) return null;
        return new(
            number[..open], int.Parse(year, CultureInfo.InvariantCulture), int.Parse(serial, CultureInfo.InvariantCulture),
            number[open] == '〔' && number[close] == '〕' && serial[0] != '0' && !number.Contains('第', StringComparison.Ordinal));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Word}〔{Year}〕{Serial}号");

    private static bool IsWord(char letter) => letter is >= '\u4e00' and <= '\u9fff';
}
