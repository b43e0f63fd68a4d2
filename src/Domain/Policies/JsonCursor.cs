using System.Globalization;
using System.Text.Json;

namespace Revitalization.Domain.Policies;

/// <summary>A place in a pack's file: reads what must be there and notes what is not, with its path.</summary>
internal readonly struct JsonCursor(string file, string path, JsonElement element, List<PolicyProblem> problems)
{
    private JsonElement Element { get; } = element;

    public void Report(string message) => problems.Add(new PolicyProblem(file, path, message));

    /// <summary>Refuses a misspelt field: a rule that silently lost its limit would be worse than none.</summary>
    public void AllowOnly(params ReadOnlySpan<string> names)
    {
        if (Element.ValueKind != JsonValueKind.Object)
        {
            Report("此处应为对象。");
            return;
        }
        foreach (var property in Element.EnumerateObject())
            if (!names.Contains(property.Name))
                At(property.Name, property.Value).Report("未知字段。");
    }

    public JsonCursor? Field(string name) =>
        Element.ValueKind == JsonValueKind.Object && Element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? At(name, value)
            : null;

    public JsonCursor Required(string name)
    {
        if (Field(name) is { } found) return found;
        At(name, default).Report("缺少此字段。");
        return At(name, default);
    }

    public IEnumerable<JsonCursor> Items(string name)
    {
        var list = Required(name);
        if (list.Element.ValueKind == JsonValueKind.Array) return list.Elements();
        if (list.Element.ValueKind != JsonValueKind.Undefined) list.Report("此处应为数组。");
        return [];
    }

    public string Text(string name)
    {
        var found = Required(name);
        if (found.Element.ValueKind == JsonValueKind.String && found.Element.GetString() is { } text && !string.IsNullOrWhiteSpace(text)) return text;
        if (found.Element.ValueKind != JsonValueKind.Undefined) found.Report("此处应为非空文本。");
        return "";
    }

    public string? OptionalText(string name) => Field(name) is null ? null : Text(name);

    public long Whole(string name)
    {
        var found = Required(name);
        if (found.Element.ValueKind == JsonValueKind.Number && found.Element.TryGetInt64(out var number)) return number;
        if (found.Element.ValueKind != JsonValueKind.Undefined) found.Report("此处应为整数(金额以分计)。");
        return 0;
    }

    /// <summary>A list of whole numbers.</summary>
    public IReadOnlyList<long> Wholes(string name)
    {
        var list = Required(name);
        if (list.Element.ValueKind == JsonValueKind.Array && list.Element.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Number && item.TryGetInt64(out _)))
            return [.. list.Element.EnumerateArray().Select(item => item.GetInt64())];
        if (list.Element.ValueKind != JsonValueKind.Undefined) list.Report("此处应为整数数组。");
        return [];
    }

    /// <summary>A list of texts, none of them empty.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        var list = Required(name);
        if (list.Element.ValueKind == JsonValueKind.Array && list.Element.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(item.GetString())))
            return [.. list.Element.EnumerateArray().Select(item => item.GetString()!)];
        if (list.Element.ValueKind != JsonValueKind.Undefined) list.Report("此处应为非空文本的数组。");
        return [];
    }

    public long? OptionalWhole(string name) => Field(name) is null ? null : Whole(name);

    public bool Flag(string name)
    {
        var found = Required(name);
        if (found.Element.ValueKind is JsonValueKind.True or JsonValueKind.False) return found.Element.GetBoolean();
        if (found.Element.ValueKind != JsonValueKind.Undefined) found.Report("此处应为 true 或 false。");
        return false;
    }

    public DateOnly Day(string name)
    {
        var text = Text(name);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        if (text.Length > 0) Required(name).Report("日期应写作 2022-07-26。");
        return default;
    }

    public DateOnly? OptionalDay(string name) => Field(name) is null ? null : Day(name);

    /// <summary>One of the words given, by its kebab-case name.</summary>
    public TWord Word<TWord>(string name, params ReadOnlySpan<(string Text, TWord Word)> words)
    {
        var text = Text(name);
        foreach (var (known, word) in words)
            if (known == text) return word;
        if (text.Length > 0) Required(name).Report($"不认识的取值“{text}”。");
        return words[0].Word;
    }

    private List<JsonCursor> Elements()
    {
        var at = this;
        return at.Element.EnumerateArray().Select((item, index) => at.Nth(index, item)).ToList();
    }

    private JsonCursor Nth(int index, JsonElement item) =>
        new(file, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"), item, problems);

    private JsonCursor At(string name, JsonElement value) =>
        new(file, path.Length == 0 ? name : $"{path}.{name}", value, problems);
}
