using Revitalization.Contracts.Households;
using Revitalization.Contracts.Monitoring;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;

namespace Revitalization.Workbench.Monitoring.Acts;

/// <summary>One field of an act's form. Hints say what a busy reader would otherwise have to ask.</summary>
public sealed record ActField(string Name, string Label, FieldKind Kind, bool Required = true)
{
    public string? Hint { get; init; }

    public Func<ActContext, IReadOnlyList<Choice>> Options { get; init; } = _ => [];

    /// <summary>Of many households each has its own (逐户填写).</summary>
    public bool OfEach { get; init; }

    /// <summary>What stands in it when it is opened.</summary>
    public Func<ActContext, string?> Default { get; init; } = _ => null;

    /// <summary>The field as one form shows it.</summary>
    public FormField In(ActContext context) => new(Name, Label, Kind, Required) { Hint = Hint, Options = Options(context), Default = Default(context) };

    public static ActField On(string label) =>
        new("on", label, FieldKind.Day) { Default = context => Hosting.Look.Figures.Day(context.Today) };

    public static ActField Files(string label, bool required, string? hint = null) =>
        new("files", label, FieldKind.Files, required) { Hint = hint ?? "照片（JPEG、PNG）或 PDF，每个不超过 10 MB" };

    public static ActField Needs() => new("needs", "哪些没有保障？", FieldKind.Ticks, false) { Hint = "都有保障就一项也不勾。", Options = _ => MonitoringWords.Needs };

    public static ActField YesNo(string name, string label, string yes, string no) =>
        new(name, label, FieldKind.Pick) { Options = _ => [new("yes", yes), new("no", no)] };
}

/// <summary>What a form knows when it is opened.</summary>
/// <param name="Members">Read only for the forms that name one.</param>
/// <param name="Accounts">Accounts at work in the region, with what each has open.</param>
/// <param name="Subject">What the address says the act is about; empty where it is about the household.</param>
public sealed record ActContext(
    Viewer Viewer, MonitoringView File, DateOnly Today, IReadOnlyList<MemberView> Members, IReadOnlyList<Choice> Accounts, string Subject = "")
{
    /// <summary>The measure that is to be changed; null where one is planned.</summary>
    public MeasureView? Measure => File.Measures.FirstOrDefault(measure => string.Equals(measure.Id, Subject, StringComparison.Ordinal));
}
