using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Forms;

/// <summary>Shows a refusal at a field of the form, where the Silo names none.</summary>
internal static class RefusalPlaces
{
    /// <param name="places">By the refusal's code, the fields that may mend it; the first that the form has is taken.</param>
    public static Problem Place(Problem problem, IReadOnlyDictionary<string, string[]> places, IEnumerable<string> fields)
    {
        if (problem.Errors is { Count: > 0 } || problem.Type is not { } type) return problem;
        var field = places.TryGetValue(type[(type.LastIndexOf('/') + 1)..], out var names) ? names.FirstOrDefault(fields.Contains) : null;
        return field is null ? problem : problem with { Errors = [new FieldFault(field, null, "rule", $"{problem.Title}。{problem.Detail}")] };
    }

    /// <summary>One field of a form that several bodies name differently.</summary>
    public static Problem Renamed(Problem problem, string field, params string[] stated) => problem.Errors is not { } errors
        ? problem
        : problem with { Errors = [.. errors.Select(fault => stated.Contains(fault.Field, StringComparer.Ordinal) ? fault with { Field = field } : fault)] };
}
