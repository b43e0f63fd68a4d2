using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Tests.Policies;

/// <summary>The packs that the product ships, read from <c>policies/</c>.</summary>
internal static class Packs
{
    private static readonly string Folder = Path.Combine(Root(), "policies");

    public static IEnumerable<string> Names => Directory.GetDirectories(Folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal);

    public static PolicyReading Read(string name) =>
        PolicyPackReader.Read(Directory.GetFiles(Path.Combine(Folder, name), "*.json")
            .ToDictionary(path => Path.GetFileName(path)!, path => (ReadOnlyMemory<byte>)File.ReadAllBytes(path), StringComparer.Ordinal));

    public static PolicyPack Get(string name) => Read(name).Pack.ShouldNotBeNull();

    public static IEnumerable<string> CaseFiles(string name)
    {
        var folder = Path.Combine(Folder, name, "cases");
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal) : [];
    }

    public static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "RevitalizationPlatform.sln")))
                return folder.FullName;
        throw new InvalidOperationException("The tests must run inside the repository.");
    }
}
