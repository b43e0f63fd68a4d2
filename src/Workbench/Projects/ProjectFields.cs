using Revitalization.Contracts.Projects;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Layout;

namespace Revitalization.Workbench.Projects;

/// <summary>Fields of a project of the library (项目库), new or changed.</summary>
internal static class ProjectFields
{
    private const int LettersOfName = 100;

    public static IReadOnlyList<FormField> Of(ProjectView? project, DateOnly today, IReadOnlyList<Choice>? partnerships = null) =>
    [
        FormField.On("入库日期", today),
        new("name", "项目名称", FieldKind.Line) { Default = project?.Name, MostLetters = LettersOfName },
        new("category", "类别", FieldKind.Choice) { Options = ProjectWords.Categories, Default = project?.Category },
        new("region", "地点代码", FieldKind.Line) { Default = project?.Region, Hint = "县、乡镇或村的代码" },
        new("year", "年度", FieldKind.Number) { Default = Query.Of(project?.Year ?? today.Year) },
        new("budgetFen", "总投资（元）", FieldKind.Yuan) { Default = project is null ? null : Figures.YuanInput(project.BudgetFen) },
        new("partnership", "协作关系", FieldKind.Line, false) { Default = project?.Partnership, Options = partnerships ?? [], Hint = "协作项目填协作关系代码" },
        new("workRelief", "以工代赈项目", FieldKind.Flag, false) { Default = project is { WorkRelief: true } ? "true" : null },
    ];

    public static ProjectBody Read(TypedForm form) => new(
        form.Day("on"), form.Required("name"), form.Required("category"), form.Required("region"), form.RequiredNumber("year"), form.RequiredFen("budgetFen"),
        form.Optional("partnership"), form.Flag("workRelief"));
}
