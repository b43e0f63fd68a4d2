namespace Revitalization.Domain.Regions;

/// <summary>Text that ships inside the product.</summary>
internal static class EmbeddedLines
{
    public static IEnumerable<string> Of(string resource)
    {
        using var stream = typeof(EmbeddedLines).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not in the product.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line) yield return line;
    }
}
