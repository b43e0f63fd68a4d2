namespace Revitalization.Storage.Releases;

/// <summary>A channel's or file's name that cannot lead out of its folder.</summary>
internal static class PlainName
{
    private const int MaxLength = 64;

    public static string Checked(string name)
    {
        var plain = name is { Length: > 0 and <= MaxLength } && char.IsAsciiLetterOrDigit(name[0]) && name.All(IsPlain);
        return plain ? name : throw new ArgumentException("A name has letters, digits, '-', '_' and '.' only.", nameof(name));
    }

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.';
}
