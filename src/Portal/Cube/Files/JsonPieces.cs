using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Revitalization.Portal.Cube.Conditions;

namespace Revitalization.Portal.Cube.Files;

/// <summary>A member of a JSON object, name and text, for every member of a dictionary; each is made when first asked for and kept.</summary>
internal sealed class JsonPieces(Cell[] cells, string name)
{
    private readonly byte[]?[] _pieces = new byte[cells.Length][];

    public byte[] this[int number] => _pieces[number] ??= Make(cells[number].Text ?? "");

    private byte[] Make(string text) =>
        [.. Encoding.UTF8.GetBytes(name), (byte)'"', .. JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes, (byte)'"'];
}
