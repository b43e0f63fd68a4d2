using System.Buffers.Text;
using System.Text;

namespace Revitalization.Silo.Requests;

/// <summary>Where a page ended (翻页标记): the sort key of its last row, opaque to the caller.</summary>
public static class Cursor
{
    public const int LimitMax = 200;
    private const char Separator = '\u001f';

    public static string Write(params string[] key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join(Separator, key)));

    /// <summary>The key's parts; all empty for the first page; null when it is no cursor of ours.</summary>
    public static string[]? Read(string? cursor, int parts)
    {
        if (string.IsNullOrEmpty(cursor)) return [.. Enumerable.Repeat("", parts)];
        if (cursor.Length > 400 || !Base64Url.IsValid(cursor)) return null;
        var key = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split(Separator);
        return key.Length == parts ? key : null;
    }
}
