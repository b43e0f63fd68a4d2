using System.Text.RegularExpressions;

namespace Revitalization.Tidy.Tests.Repository;

public sealed partial class NameTests
{
    private static readonly string[] Kinds =
        ["Controllers", "Models", "Services", "Helpers", "Utils", "Utilities", "Common", "Shared", "Misc", "Managers", "Dtos", "Entities", "Interfaces"];

    // Folders are features: reading the folders of one noun is reading the feature.
    [Fact]
    public void No_folder_is_named_after_a_kind_of_class()
    {
        foreach (var file in Tree.Files("*.cs"))
            file.Split('/').Intersect(Kinds).ShouldBeEmpty(file);
    }

    [Fact]
    public void Package_versions_stand_in_one_place()
    {
        foreach (var project in Tree.Files("*.csproj"))
            PackageWithVersion().IsMatch(Tree.Read(project)).ShouldBeFalse(project);
    }

    // What is unfinished is in an issue, not in the code.
    [Fact]
    public void Nothing_is_left_for_later_in_the_source()
    {
        var marks = new[] { "TO" + "DO", "FIX" + "ME", "HA" + "CK", "new NotImplemented" + "Exception" };
        foreach (var file in Sources())
            foreach (var mark in marks)
                Tree.Read(file).ShouldNotContain(mark, Case.Sensitive, file);
    }

    [Fact]
    public void No_machine_path_or_registry_host_is_named()
    {
        var machine = new Regex("(^|[^A-Za-z.])/(w" + "ork|f" + "arm|r" + "oot)/|n" + "uget\\.org|n" + "pmjs\\.|d" + "eb\\.debian", RegexOptions.None, TimeSpan.FromSeconds(5));
        foreach (var file in Sources().Concat(Tree.Files("*.md")).Concat(Tree.Files("*.json")).Concat(Tree.Files("*.props")).Concat(Tree.Files("*.csproj")))
            machine.IsMatch(Tree.Read(file)).ShouldBeFalse(file);
    }

    // On Unix a move that may not overwrite looks and then renames: of two at the same moment the later replaces the earlier.
    [Fact]
    public void Only_one_place_gives_a_name_to_the_first_who_asks() =>
        Tree.Files("*.cs", "src").Where(path => FirstMove().IsMatch(Tree.Read(path))).ShouldBe(["src/Storage/DiskSync.cs"]);

    [Fact]
    public void No_test_is_switched_off()
    {
        foreach (var file in Tree.Files("*.cs", "tests"))
            SwitchedOff().IsMatch(Tree.Read(file)).ShouldBeFalse(file);
    }

    private static IEnumerable<string> Sources() =>
        Tree.Files("*.cs").Concat(Tree.Files("*.razor")).Concat(Tree.Files("*.sh")).Concat(new[] { "start", "test", ".ci/run" }.Where(path => File.Exists(Tree.Path(path))));

    [GeneratedRegex("<Package(Reference|Download)[^>]* Version=\"[0-9]", RegexOptions.None, 5000)]
    private static partial Regex PackageWithVersion();

    [GeneratedRegex(@"File\.Move\((?!.*(overwrite: )?true\))", RegexOptions.None, 5000)]
    private static partial Regex FirstMove();

    [GeneratedRegex(@"\[(Fact|Theory)\([^)]*Skip\s*=", RegexOptions.None, 5000)]
    private static partial Regex SwitchedOff();
}
