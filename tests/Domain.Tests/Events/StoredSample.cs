using System.Text.RegularExpressions;
using Revitalization.Domain.Events;

namespace Revitalization.Domain.Tests.Events;

/// <summary>One event as some version of the product stored it: <c>Samples/{type}.v{version}.json</c>. Written once, never changed.</summary>
public sealed partial record StoredSample(string Type, int Version, byte[] Data)
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "Domain.Tests", "Events", "Samples");

    public static IReadOnlyList<StoredSample> All { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.json").Order(StringComparer.Ordinal).Select(Read)];

    private static StoredSample Read(string path)
    {
        var name = FileName().Match(Path.GetFileName(path));
        name.Success.ShouldBeTrue($"{Path.GetFileName(path)} is not named as a sample.");
        var data = File.ReadAllBytes(path).AsSpan().TrimEnd((byte)'\n').ToArray();
        return new(name.Groups["type"].Value, int.Parse(name.Groups["version"].Value, System.Globalization.CultureInfo.InvariantCulture), data);
    }

    [GeneratedRegex(@"^(?<type>[a-z-]+\.[a-z-]+)\.v(?<version>[0-9]+)\.json$", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex FileName();
}
