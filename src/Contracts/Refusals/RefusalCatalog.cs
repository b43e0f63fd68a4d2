using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Text;

namespace Revitalization.Contracts.Refusals;

/// <summary>One refusal as the outside sees it.</summary>
public sealed record RefusalEntry(string Code, int Number, int Status, string Title, string Remedy);

/// <summary>Every refusal of the enums given, by code. The attribute on the enum member is the only place that states them.</summary>
public sealed class RefusalCatalog
{
    // Bounded by the number of refusals that the code states.
    private static readonly ConcurrentDictionary<Enum, RefusalEntry> Stated = new();

    private readonly FrozenDictionary<string, RefusalEntry> _byCode;

    public RefusalCatalog(params IEnumerable<Assembly> assemblies) =>
        _byCode = assemblies.Distinct()
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsEnum && type.Name.EndsWith("Refusal", StringComparison.Ordinal))
            .SelectMany(Entries)
            .ToFrozenDictionary(entry => entry.Code, StringComparer.Ordinal);

    public IReadOnlyCollection<RefusalEntry> All => _byCode.Values;

    public RefusalEntry this[string code] => _byCode.TryGetValue(code, out var entry)
        ? entry
        : throw new InvalidOperationException($"Refusal {code} is in no catalogue.");

    /// <summary>The entry of one refusal, catalogued or not.</summary>
    public static RefusalEntry EntryOf(Enum refusal) => Stated.GetOrAdd(refusal, Entry);

    public static string CodeOf(Enum refusal) =>
        $"{Kebab(refusal.GetType().Name[..^"Refusal".Length])}.{Kebab(refusal.ToString())}";

    private static IEnumerable<RefusalEntry> Entries(Type type) =>
        Enum.GetValues(type).Cast<Enum>().Select(EntryOf);

    private static RefusalEntry Entry(Enum refusal)
    {
        var type = refusal.GetType();
        var stated = type.GetField(refusal.ToString())?.GetCustomAttribute<RefusalAttribute>()
            ?? throw new InvalidOperationException($"{type.Name}.{refusal} states no status and text.");
        var number = Convert.ToInt32(refusal, System.Globalization.CultureInfo.InvariantCulture);
        return new RefusalEntry(CodeOf(refusal), number, stated.Status, stated.Title, stated.Remedy);
    }

    private static string Kebab(string name)
    {
        var kebab = new StringBuilder(name.Length + 8);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && kebab.Length > 0) kebab.Append('-');
            kebab.Append(char.ToLowerInvariant(letter));
        }
        return kebab.ToString();
    }
}
