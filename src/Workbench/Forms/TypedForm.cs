using System.Globalization;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Forms;

/// <summary>
/// Reads what was typed. A value that is not of its kind becomes a fault at its field and a harmless stand-in, so that one
/// submission reports all of its faults at once.
/// </summary>
public sealed class TypedForm(IFormCollection form)
{
    private readonly List<FieldFault> _faults = [];

    private TypedForm(IFormCollection form, List<FieldFault> faults) : this(form) => _faults = faults;

    /// <summary>The same form with one value in another's place; what is wrong with either is wrong with both.</summary>
    public TypedForm With(string name, string? value) =>
        new(new FormCollection(form.Where(field => field.Key != name).Append(new(name, value ?? "")).ToDictionary(StringComparer.Ordinal), form.Files), _faults);

    public bool IsWellFormed => _faults.Count == 0;

    /// <summary>What was typed, to be shown again as it was.</summary>
    public FormView Kept() =>
        new(form.Where(field => field.Key != FormTokens.FieldName).ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal));

    public FormView Refused(Problem refusal) => Kept().With(refusal);

    public FormView RefusedHere() => Refused(Problem.OfFields(_faults));

    public string? Optional(string name) => form[name].ToString().Trim() is { Length: > 0 } text ? text : null;

    public string Required(string name) => Optional(name) ?? Fault(name, "请填写这一项。", "");

    /// <summary>Every value that was ticked under one name.</summary>
    public IReadOnlyList<string> Many(string name) => [.. form[name].OfType<string>().Where(value => value.Length > 0)];

    /// <summary>An answer that must be given one way or the other.</summary>
    public bool YesOrNo(string name) => form[name].ToString() switch
    {
        "yes" => true,
        "no" => false,
        _ => Fault(name, "请选择一项。", false),
    };

    public int RequiredNumber(string name) => Number(name) ?? (Optional(name) is null ? Fault(name, "请填写这一项。", 0) : 0);

    public DateOnly? OptionalDay(string name) => Optional(name) is null ? null : Day(name);

    /// <summary>A fault that only the reader of the form can see, such as a file that is missing.</summary>
    public void Fault(string name, string detail) => Fault(name, detail, 0);

    public bool Flag(string name) => form[name].ToString() is "true" or "on";

    public long? Version(string name = "version") =>
        long.TryParse(form[name], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    /// <summary>A whole number; null where nothing was typed.</summary>
    public int? Number(string name) => Optional(name) is not { } typed ? null
        : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : Fault(name, "请填写整数。", 0);

    public DateOnly Day(string name) =>
        DateOnly.TryParseExact(form[name].ToString().Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : Fault(name, "请填写日期，如 2023-09-30。", default(DateOnly));

    /// <summary>Yuan as typed to whole fen. Never rounded: a third decimal is a slip that its writer should see.</summary>
    public long Fen(string name)
    {
        var typed = form[name].ToString().Trim().Replace(",", "", StringComparison.Ordinal);
        if (typed.Length == 0) return 0;
        if (!decimal.TryParse(typed, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var yuan))
            return Fault(name, "请填写金额（元），如 1200.50。", 0L);
        if (Math.Abs(yuan) > 1_000_000_000m || decimal.Truncate(yuan * 100) != yuan * 100)
            return Fault(name, "金额最多两位小数，且不超过十亿元。", 0L);
        return (long)(yuan * 100);
    }

    /// <summary>A quantity with at most three decimals; 0 where nothing was typed.</summary>
    public decimal Quantity(string name)
    {
        if (Optional(name)?.Replace(",", "", StringComparison.Ordinal) is not { } typed) return 0;
        if (!decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var quantity)) return Fault(name, "请填写数量，如 12 或 12.5。", 0m);
        return decimal.Truncate(quantity * 1000) == quantity * 1000 ? quantity : Fault(name, "数量最多三位小数。", 0m);
    }

    /// <summary>Yuan that must be typed, even where it is 0.</summary>
    public long RequiredFen(string name) => Optional(name) is null ? Fault(name, "请填写这一项。", 0L) : Fen(name);

    /// <summary>What was typed one on each line.</summary>
    public IReadOnlyList<string> Lines(string name) => form[name].ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private T Fault<T>(string name, string detail, T standIn)
    {
        _faults.Add(new FieldFault(name, null, "format", detail));
        return standIn;
    }
}
