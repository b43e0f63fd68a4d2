using System.Text.Json;

namespace Revitalization.Domain.Policies;

/// <summary>Reads a pack from its files: <c>pack.json</c> and one file a feature. Everything wrong is told at once.</summary>
public static class PolicyPackReader
{
    private const string Head = "pack.json";

    public static PolicyReading Read(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files)
    {
        var problems = new List<PolicyProblem>();
        if (!files.TryGetValue(Head, out var headJson))
            return new(null, [new PolicyProblem(Head, "", "缺少 pack.json。")]);

        var rules = new Dictionary<string, PolicyRule>(StringComparer.Ordinal);
        foreach (var (name, json) in files.Where(file => file.Key != Head).OrderBy(file => file.Key, StringComparer.Ordinal))
            if (Open(name, json, problems) is { } file)
                ReadRules(file, rules);

        var pack = Open(Head, headJson, problems) is { } head ? ReadHead(head, rules) : null;
        if (pack is not null) CheckReferences(pack, problems);
        return new(problems.Count == 0 ? pack : null, problems);
    }

    private static JsonCursor? Open(string name, ReadOnlyMemory<byte> json, List<PolicyProblem> problems)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 16 });
            return new JsonCursor(name, "", document.RootElement.Clone(), problems);
        }
        catch (JsonException broken)
        {
            problems.Add(new PolicyProblem(name, broken.Path ?? "", $"不是合法的 JSON(第 {broken.LineNumber + 1} 行)。"));
            return null;
        }
    }

    private static void ReadRules(JsonCursor file, Dictionary<string, PolicyRule> rules)
    {
        file.AllowOnly("rules");
        foreach (var item in file.Items("rules"))
            if (PolicyRuleReader.Read(item) is { } rule && !rules.TryAdd(rule.Id, rule))
                item.Required("id").Report($"规则“{rule.Id}”重复。");
    }

    private static PolicyPack ReadHead(JsonCursor head, Dictionary<string, PolicyRule> rules)
    {
        head.AllowOnly("id", "county", "title", "documents", "colours");
        return new PolicyPack(
            head.Text("id"), head.Text("county"), head.Text("title"),
            [.. head.Items("documents").Select(ReadDocument)],
            [.. head.Items("colours").Select(ReadColour)],
            rules);
    }

    private static PolicyDocument ReadDocument(JsonCursor item)
    {
        item.AllowOnly("id", "title", "issuer", "publishedOn", "number");
        return new(item.Text("id"), item.Text("title"), item.Text("issuer"), item.OptionalDay("publishedOn"), item.OptionalText("number"));
    }

    private static WarningColour ReadColour(JsonCursor item)
    {
        item.AllowOnly("id", "name", "severity", "help", "rank", "rankName");
        var severity = item.Whole("severity");
        if (severity is < 1 or > 3) item.Required("severity").Report("通用严重程度只能是 1、2、3。");
        return new(item.Text("id"), item.Text("name"), (int)Math.Clamp(severity, 1, 3), item.Text("help"), item.Text("rank"), item.Text("rankName"));
    }

    private static void CheckReferences(PolicyPack pack, List<PolicyProblem> problems)
    {
        var documents = pack.Documents.Select(document => document.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var rule in pack.Rules.Values)
            foreach (var value in rule.History.Where(value => !documents.Contains(value.Source.Document)))
                problems.Add(new PolicyProblem(rule.Id, "source.document", $"规则引用了未列出的文件“{value.Source.Document}”。"));

        var colours = pack.Colours.Select(colour => colour.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var ladder in pack.Rules.Values.OfType<LadderRule>().Where(rule => rule.Unit.StartsWith("colour", StringComparison.Ordinal)))
            foreach (var step in ladder.Values.SelectMany(value => value.Value.Steps).Where(step => !colours.Contains(step.Label)))
                problems.Add(new PolicyProblem(ladder.Id, "steps.label", $"阶梯用了未列出的颜色“{step.Label}”。"));
    }
}
