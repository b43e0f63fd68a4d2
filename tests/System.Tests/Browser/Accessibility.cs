using Microsoft.Playwright;

namespace Revitalization.SystemTests.Browser;

/// <summary>axe-core in the page: WCAG 2.2 A and AA and its best practices.</summary>
internal static class Accessibility
{
    private static readonly string[] Everything = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    private static readonly string[] Colours = ["color-contrast", "link-in-text-block"];

    private const string Run =
        """
        rules => axe.run({ runOnly: rules }).then(result =>
          result.violations.map(rule => rule.id + ': ' + rule.nodes.map(node => node.target + ' ' + (node.any[0]?.message ?? node.all[0]?.message ?? '')).join(' | ')))
        """;

    private static readonly Lazy<string?> Script = new(() => Find() is { } path ? File.ReadAllText(path) : null);

    public static Task<IReadOnlyList<string>> Violations(this IPage page) => page.Violations(Everything);

    /// <summary>What a change of the colour scheme can break: the same page, every rule of it checked already.</summary>
    public static Task<IReadOnlyList<string>> ColourViolations(this IPage page) => page.Violations(Colours);

    private static async Task<IReadOnlyList<string>> Violations(this IPage page, string[] rules)
    {
        Script.Value.ShouldNotBeNull("axe-core is not installed: ./test runs npm ci.");
        if (!await page.EvaluateAsync<bool>("'axe' in window")) await page.EvaluateAsync(Script.Value!);
        return await page.EvaluateAsync<string[]>(Run, rules);
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "RevitalizationPlatform.sln")))
                return Path.Combine(folder.FullName, "tests/System.Tests/node_modules/axe-core/axe.min.js") is var path && File.Exists(path) ? path : null;
        return null;
    }
}
