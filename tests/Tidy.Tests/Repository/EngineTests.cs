namespace Revitalization.Tidy.Tests.Repository;

public sealed class EngineTests
{
    // One grain source, two engines: the choice is a build property that only src/Engine reads.
    [Fact]
    public void Only_the_engine_project_names_an_engine()
    {
        foreach (var project in Tree.Files("*.csproj").Where(path => path != "src/Engine/Engine.csproj"))
        {
            var text = Tree.Read(project);
            text.ShouldNotContain("$(Engine)", Case.Sensitive, project);
            text.ShouldNotContain("Microsoft.Orleans", Case.Sensitive, project);
        }
    }

    [Fact]
    public void No_source_compiles_differently_by_a_symbol()
    {
        foreach (var file in Tree.Files("*.cs"))
            Tree.Read(file).Split('\n').ShouldNotContain(line => line.TrimStart().StartsWith("#" + "if ", StringComparison.Ordinal), file);
    }

    [Fact]
    public void The_two_engines_build_into_different_folders() =>
        Tree.Read("Directory.Build.props").ShouldContain("artifacts/$(Engine)");
}
