using System.Text.RegularExpressions;
using Revitalization.Tidy.Tests.Repository;

namespace Revitalization.Tidy.Tests.Documents;

public sealed partial class ReadmeTests
{
    // A newcomer types what README says; it must be there and runnable.
    [Fact]
    public void Every_command_in_README_exists()
    {
        var commands = Command().Matches(Tree.Read("README.md")).Select(match => match.Groups[1].Value).Distinct().ToList();
        commands.ShouldContain("start");
        commands.ShouldContain("test");
        foreach (var command in commands)
        {
            File.Exists(Tree.Path(command)).ShouldBeTrue($"README says ./{command}, which does not exist.");
            File.GetUnixFileMode(Tree.Path(command)).HasFlag(UnixFileMode.UserExecute).ShouldBeTrue($"{command} is not executable.");
        }
    }

    // curl refuses an address with a space in it: what a reader types must be whole as it stands.
    [Fact]
    public void Every_address_that_README_asks_to_fetch_can_be_typed()
    {
        var fetched = Fetch().Matches(Tree.Read("README.md")).Select(match => match.Groups[1].Value).ToList();
        fetched.ShouldNotBeEmpty();
        foreach (var command in fetched)
            Uri.IsWellFormedUriString(Address().Match(command).Groups[1].Value, UriKind.Absolute).ShouldBeTrue(command);
    }

    [Fact]
    public void Every_link_to_a_file_leads_somewhere()
    {
        foreach (var page in Tree.Files("*.md"))
            foreach (var target in Link().Matches(Tree.Read(page)).Select(match => match.Groups[1].Value))
            {
                var path = Path.Combine(Path.GetDirectoryName(Tree.Path(page))!, target);
                (File.Exists(path) || Directory.Exists(path)).ShouldBeTrue($"{page} links to {target}.");
            }
    }

    [Fact]
    public void Every_decision_says_context_decision_and_consequences()
    {
        foreach (var page in Tree.Files("*.md", "docs/decisions").Where(path => !path.EndsWith("README.md", StringComparison.Ordinal)))
            foreach (var heading in new[] { "## Context", "## Decision", "## Consequences" })
                Tree.Read(page).ShouldContain(heading, Case.Sensitive, page);
    }

    [GeneratedRegex(@"^\s*\./([A-Za-z][\w./-]*)", RegexOptions.Multiline, 5000)]
    private static partial Regex Command();

    [GeneratedRegex("^(curl .*)$", RegexOptions.Multiline, 5000)]
    private static partial Regex Fetch();

    // The first address, to its closing quote where one opens before it.
    [GeneratedRegex("""((?<=')http[^']*|(?<=")http[^"]*|http\S*)""", RegexOptions.None, 5000)]
    private static partial Regex Address();

    [GeneratedRegex(@"\]\((?!https?:|mailto:|#)([^)#\s]+)", RegexOptions.None, 5000)]
    private static partial Regex Link();
}
