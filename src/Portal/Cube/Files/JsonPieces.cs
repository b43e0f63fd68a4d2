using System.Numerics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Revitalization.Portal.Cube.Conditions;

namespace Revitalization.Portal.Cube.Files;

/// <summary>
/// A member of a JSON object, name and text, for the members of a dictionary. Each is made when first asked for; a bounded number is kept, so that a
/// country's villages or a million notes do not fill the memory.
/// </summary>
internal sealed class JsonPieces(Cell[] cells, string name)
{
    private const uint MostKept = 1 << 16;

    private readonly Piece?[] _kept = new Piece?[Math.Min(MostKept, BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, cells.Length)))];

    public byte[] this[int number]
    {
        get
        {
            ref var place = ref _kept[number & (_kept.Length - 1)];
            if (place is { } known && known.Number == number) return known.Bytes;
            var made = new Piece(number, Make(cells[number].Text ?? ""));
            place = made;
            return made.Bytes;
        }
    }

    private byte[] Make(string text) =>
        [.. Encoding.UTF8.GetBytes(name), (byte)'"', .. JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes, (byte)'"'];

    private sealed record Piece(int Number, byte[] Bytes);
}
