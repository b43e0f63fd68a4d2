using System.Reflection;

namespace Revitalization.Domain.Policies;

/// <summary>The packs that ship (随平台发布的政策包), embedded as they stand in <c>policies/</c>, so that every process has the same ones.</summary>
public static class ShippedPacks
{
    /// <summary>Lies beneath every county's packs: limits that no document of the county states, each marked as assumed.</summary>
    public const string DefaultId = "platform-default";

    private const string Prefix = "policies/";

    private static readonly Lazy<IReadOnlyList<PolicyPack>> s_all = new(ReadAll);

    /// <summary>In order of id.</summary>
    public static IReadOnlyList<PolicyPack> All => s_all.Value;

    public static PolicyPack Default => Find(DefaultId) ?? throw new InvalidOperationException("The default pack does not ship.");

    public static PolicyPack? Find(string id) => All.FirstOrDefault(pack => string.Equals(pack.Id, id, StringComparison.Ordinal));

    private static List<PolicyPack> ReadAll() =>
        [.. Files().GroupBy(file => file.Folder, StringComparer.Ordinal).OrderBy(folder => folder.Key, StringComparer.Ordinal)
            .Select(folder => Read(folder.Key, folder.ToDictionary(file => file.Name, file => file.Json, StringComparer.Ordinal)))];

    private static PolicyPack Read(string folder, Dictionary<string, ReadOnlyMemory<byte>> files)
    {
        var reading = PolicyPackReader.Read(files);
        return reading.Pack ?? throw new InvalidOperationException($"The pack {folder} ships broken: {string.Join("; ", reading.Problems)}");
    }

    private static IEnumerable<(string Folder, string Name, ReadOnlyMemory<byte> Json)> Files()
    {
        var assembly = typeof(ShippedPacks).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            var path = resource[Prefix.Length..].Replace('\\', '/').Split('/');
            yield return (path[0], path[1], Content(assembly, resource));
        }
    }

    private static ReadOnlyMemory<byte> Content(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
