namespace Revitalization.Workbench.Forms;

public enum FieldKind
{
    Day,
    Line,
    Text,
    Number,

    /// <summary>With at most three decimals.</summary>
    Decimal,
    Yuan,

    /// <summary>One of a list.</summary>
    Choice,

    /// <summary>One of two or three, all in sight.</summary>
    Pick,

    /// <summary>Any number of a list.</summary>
    Ticks,
    Flag,
    Account,

    /// <summary>Goes along unseen.</summary>
    Kept,
    Files,
}

/// <summary>One field of a form. Hints say what a busy reader would otherwise have to ask.</summary>
public sealed record FormField(string Name, string Label, FieldKind Kind, bool Required = true)
{
    public string? Hint { get; init; }

    /// <summary>To choose from; of a line, what is offered while typing.</summary>
    public IReadOnlyList<Choice> Options { get; init; } = [];

    /// <summary>What stands in it when the form is opened.</summary>
    public string? Default { get; init; }

    /// <summary>Heading over this field and those after it that have the same.</summary>
    public string? Group { get; init; }

    /// <summary>Of files: workbooks are taken too.</summary>
    public bool Sheets { get; init; }

    public int? MostLetters { get; init; }

    public bool IsShort => Kind is not (FieldKind.Pick or FieldKind.Ticks or FieldKind.Files or FieldKind.Text or FieldKind.Kept);

    public static FormField On(string label, DateOnly today) => new("on", label, FieldKind.Day) { Default = Hosting.Look.Figures.Day(today) };

    /// <summary>The version that the form was filled from: who saves over another's change is told so.</summary>
    public static FormField Version(long version) =>
        new("version", "", FieldKind.Kept) { Default = version.ToString(System.Globalization.CultureInfo.InvariantCulture) };

    public static FormField Files(string label, bool required, string? hint = null) =>
        new("files", label, FieldKind.Files, required) { Hint = hint ?? "照片（JPEG、PNG）或 PDF，每个不超过 10 MB" };

    public static FormField Reason(string label = "理由", bool required = true) => new("reason", label, FieldKind.Text, required);

    public static FormField YesNo(string name, string label, string yes, string no) => new(name, label, FieldKind.Pick) { Options = [new("yes", yes), new("no", no)] };
}
