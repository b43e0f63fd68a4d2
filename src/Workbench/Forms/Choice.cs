namespace Revitalization.Workbench.Forms;

/// <summary>One value of a list, as the API names it and as people read it.</summary>
public sealed record Choice(string Value, string Text);

public static class Choices
{
    /// <summary>Terms of the API with their Chinese names, to choose from.</summary>
    public static IReadOnlyList<Choice> ToChoices(this IReadOnlyDictionary<string, string> terms) => [.. terms.Select(term => new Choice(term.Key, term.Value))];

    /// <summary>A value the list does not know is shown as it is: better an unknown word than a wrong one.</summary>
    public static string TextOf(this IReadOnlyList<Choice> choices, string? value) =>
        value is null ? "" : choices.FirstOrDefault(choice => choice.Value == value)?.Text ?? value;
}
