using Revitalization.Hosting.Look;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Forms;

/// <summary>A form as it is shown: what stands in its fields, and what was refused. After a refusal nothing typed is lost.</summary>
public sealed class FormView(IReadOnlyDictionary<string, string> values, Problem? refusal = null)
{
    public Problem? Refusal { get; } = refusal;

    public static FormView Of(params IEnumerable<(string Name, string? Value)> values) =>
        new(values.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Name, pair => pair.Value!, StringComparer.Ordinal));

    public string Value(string name) => values.TryGetValue(name, out var value) ? value : "";

    public bool IsChecked(string name) => Value(name) is "true" or "on";

    /// <summary>What is wrong with one field. The API may name it with a path (<c>member.nationalId</c>); its last part decides.</summary>
    public string? Fault(string name) => Refusal?.Errors?.FirstOrDefault(fault => IsOf(fault, name))?.Detail;

    /// <summary>Faults of fields that this form does not show; they go to the summary, so that none is lost.</summary>
    public IEnumerable<FieldFault> FaultsElsewhere(IReadOnlyCollection<string> shown) =>
        (Refusal?.Errors ?? []).Where(fault => !shown.Any(name => IsOf(fault, name)));

    public FormView With(Problem refusal) => new(values, refusal);

    public static string Yuan(long fen) => Figures.YuanInput(fen);

    private static bool IsOf(FieldFault fault, string name) =>
        fault.Field is { } field && string.Equals(field[(field.LastIndexOf('.') + 1)..], name, StringComparison.OrdinalIgnoreCase);
}
