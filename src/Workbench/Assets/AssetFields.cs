using Revitalization.Contracts.Assets;
using Revitalization.Workbench.Forms;

namespace Revitalization.Workbench.Assets;

/// <summary>Fields of an asset that a project left (帮扶资产).</summary>
internal static class AssetFields
{
    private const int LettersOfName = 100;

    public static IReadOnlyList<FormField> Of(string region, DateOnly today) =>
    [
        FormField.On("登记日期", today),
        new("name", "资产名称", FieldKind.Line) { MostLetters = LettersOfName },
        new("class", "类别", FieldKind.Choice) { Options = AssetWords.Classes },
        new("region", "所在乡镇或村代码", FieldKind.Line) { Default = region },
        new("valueFen", "原值（元）", FieldKind.Yuan),
        new("owner", "产权人", FieldKind.Line) { Hint = "集体、企业或单位，不写个人姓名", MostLetters = LettersOfName },
        new("keeper", "管护人", FieldKind.Line) { Hint = "单位或岗位，不写个人姓名", MostLetters = LettersOfName },
        new("inspectEveryMonths", "几个月巡查一次", FieldKind.Number) { Default = "12", Hint = "0 即不要求巡查" },
        new("duty", "管护责任", FieldKind.Text),
    ];

    public static AssetBody Read(TypedForm form) => new(
        form.Day("on"), form.Required("name"), form.Required("class"), form.Required("region"), form.RequiredFen("valueFen"), form.Required("owner"),
        form.Required("keeper"), form.Required("duty"), form.RequiredNumber("inspectEveryMonths"));
}
