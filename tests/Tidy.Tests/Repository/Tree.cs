using System.Xml.Linq;

namespace Revitalization.Tidy.Tests.Repository;

/// <summary>The repository as files, found by walking up to the solution.</summary>
internal static class Tree
{
    public static string Root { get; } = FindRoot();

    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    public static string Read(string relative) => File.ReadAllText(Path(relative));

    public static IEnumerable<string> Projects() =>
        Files("*.csproj").Where(path => !path.StartsWith("tests/Tidy.Tests/", StringComparison.Ordinal));

    public static XDocument Project(string name) => XDocument.Load(Path($"src/{name}/{name}.csproj"));

    public static IReadOnlySet<string> ReferencesOf(string name) =>
        Project(name).Descendants("ProjectReference")
            .Select(reference => System.IO.Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!))
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>Source files as paths from the root with forward slashes; build output and packages left out.</summary>
    public static IEnumerable<string> Files(string pattern, string under = "") =>
        Directory.EnumerateFiles(Path(under), pattern, SearchOption.AllDirectories)
            .Select(path => System.IO.Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !Generated(path))
            .Order(StringComparer.Ordinal);

    private static bool Generated(string path) =>
        path.Split('/').Any(part => part is "artifacts" or "bin" or "obj" or "node_modules" or ".git" or ".start" or "TestResults" or "data");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "RevitalizationPlatform.sln")))
                return folder.FullName;
        throw new InvalidOperationException("The tests must run inside the repository.");
    }
}
