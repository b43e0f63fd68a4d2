using System.Buffers.Text;
using System.Text;

namespace Revitalization.Portal.Replica;

/// <summary>The text of a value scaled by 10⁴, exactly, without trailing zeros.</summary>
internal static class ScaledDecimal
{
    /// <summary>Bytes of the longest text: sign, fifteen digits, point, four digits.</summary>
    public const int Longest = 21;

    private const int Digits = 4;

    public static string Text(long scaled)
    {
        Span<byte> text = stackalloc byte[Longest];
        return Encoding.ASCII.GetString(text[..Write(scaled, text)]);
    }

    /// <summary>Writes the text and says how long it is. By hand: a decimal's own formatting was the dearest part of an exported row.</summary>
    public static int Write(long scaled, Span<byte> text)
    {
        var length = 0;
        if (scaled < 0) text[length++] = (byte)'-';
        var magnitude = scaled < 0 ? (ulong)-(scaled + 1) + 1 : (ulong)scaled;
        var (whole, rest) = Math.DivRem(magnitude, (ulong)SqlFunctions.Scale);
        Utf8Formatter.TryFormat(whole, text[length..], out var written);
        length += written;
        if (rest == 0) return length;
        text[length++] = (byte)'.';
        for (var (digit, weight) = (0, (ulong)SqlFunctions.Scale / 10); digit < Digits && rest > 0; digit++, weight /= 10)
        {
            text[length++] = (byte)('0' + (int)(rest / weight));
            rest %= weight;
        }
        return length;
    }
}
