namespace Revitalization.Tidy.Tests.Repository;

public sealed class ReferenceTests
{
    // DESIGN §2: the direction of references is what keeps rules pure and the portal ignorant of the register.
    public static TheoryData<string, string[]> Allowed => new()
    {
        { "Contracts", [] },
        { "Engine", [] },
        { "Domain", ["Contracts", "Engine"] },
        { "Storage", ["Contracts"] },
        { "Hosting", ["Contracts"] },
        { "Silo", ["Domain", "Storage", "Hosting"] },
        { "Gateway", ["Hosting"] },
        { "Portal", ["Contracts", "Hosting"] },
        { "Workbench", ["Contracts", "Hosting"] },
        { "Standalone", ["Silo", "Gateway", "Portal", "Workbench", "Contracts", "Domain", "Storage", "Hosting", "Engine"] },
    };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void A_project_references_only_what_the_design_lets_it(string project, string[] allowed) =>
        Tree.ReferencesOf(project).ShouldBeSubsetOf(allowed);

    [Fact]
    public void Every_project_under_src_has_its_row_here() =>
        Directory.GetDirectories(Tree.Path("src")).Select(Path.GetFileName)
            .ShouldBe(Allowed.Select(row => row.Data.Item1), ignoreOrder: true);

    // A peer that the bench measures us against needs packages that not every mirror has: the bench builds it when it is asked to.
    [Fact]
    public void The_solution_holds_every_project()
    {
        var solution = Tree.Read("RevitalizationPlatform.sln").Replace('\\', '/');
        foreach (var project in Tree.Files("*.csproj").Where(project => !project.StartsWith("bench/peers/", StringComparison.Ordinal)))
            solution.ShouldContain(project);
    }

    // The gateway knows routes, not the domain: a domain word in it is a rule in the wrong place.
    [Fact]
    public void The_gateway_speaks_no_word_of_the_domain()
    {
        foreach (var file in Tree.Files("*.cs", "src/Gateway"))
            Tree.Read(file).ShouldNotContain("Household", Case.Insensitive, file);
    }
}
