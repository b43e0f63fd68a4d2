using System.Buffers.Text;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Revitalization.Portal.Cube.Conditions;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.OData.Output;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Cube.Tables;

/// <summary>Cells of small results as JSON.</summary>
internal static class JsonCells
{
    private const int LongestNumber = 21;

    /// <summary>A member's name with what stands before it.</summary>
    public static byte[] Name(string path, char before) =>
        Encoding.UTF8.GetBytes($"{before}\"{JsonEncodedText.Encode(path, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\":");

    /// <summary>Name and value of a member whose value is met again and again.</summary>
    public static byte[] Piece(byte[] name, DataType type, Cell cell, bool numbersAsText)
    {
        if (cell.Text is { } text) return [.. name, (byte)'"', .. JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes, (byte)'"'];
        using var piece = new AnswerBuffer();
        piece.Add(name);
        Write(piece, type, cell, numbersAsText);
        return piece.Written.ToArray();
    }

    /// <summary>A value that is no text.</summary>
    public static void Write(AnswerBuffer output, DataType type, Cell cell, bool numbersAsText)
    {
        if (!cell.HasValue) output.Add("null"u8);
        else if (type == DataType.Boolean) output.Add(cell.Number != 0 ? "true"u8 : "false"u8);
        else WriteNumber(output, type, cell.Number, numbersAsText && type is DataType.Int64 or DataType.Decimal);
    }

    /// <summary>The end of a row: a sum that is partial says how many cells it lacks.</summary>
    public static void End(AnswerBuffer output, long missing)
    {
        if (missing > 0)
        {
            output.Add(",\"@Revitalization.suppressedCells\":"u8);
            WriteWhole(output, missing);
        }
        output.Add("}"u8);
    }

    private static void WriteNumber(AnswerBuffer output, DataType type, long number, bool quoted)
    {
        if (quoted) output.Add("\""u8);
        if (type == DataType.Decimal) output.Advance(ScaledDecimal.Write(number, output.GetSpan(ScaledDecimal.Longest)));
        else WriteWhole(output, number);
        if (quoted) output.Add("\""u8);
    }

    private static void WriteWhole(AnswerBuffer output, long number)
    {
        _ = Utf8Formatter.TryFormat(number, output.GetSpan(LongestNumber), out var written);
        output.Advance(written);
    }
}
