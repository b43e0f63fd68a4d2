namespace Revitalization.Domain.Tests;

/// <summary>The working copy these tests were built in.</summary>
public static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>The documents and data the product was made from; they stand beside the repository, not in it.</summary>
    public static string Shared(string path) => Path.Combine(Root, "..", "shared", path);

    private static string Find(DirectoryInfo? folder) => folder switch
    {
        null => throw new InvalidOperationException("These tests run inside the repository."),
        _ when File.Exists(Path.Combine(folder.FullName, "RevitalizationPlatform.sln")) => folder.FullName,
        _ => Find(folder.Parent),
    };
}
