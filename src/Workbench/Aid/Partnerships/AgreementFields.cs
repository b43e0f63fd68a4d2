using Revitalization.Contracts.Aid;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Layout;

namespace Revitalization.Workbench.Aid.Partnerships;

/// <summary>Fields of an agreement (协议), new or changed.</summary>
internal static class AgreementFields
{
    private const int LettersOfDocument = 100;

    public static IReadOnlyList<FormField> Of(PartnershipView? agreed) =>
    [
        new("kind", "协作类型", FieldKind.Choice) { Options = AidWords.Kinds, Default = agreed?.Kind },
        new("donor", "协作方地区代码", FieldKind.Line) { Default = agreed?.Donor, Hint = "省、市或区的六位代码，如萧山区 330109" },
        new("recipient", "受援县代码", FieldKind.Line) { Default = agreed?.Recipient, Hint = "县（市、区）的六位代码" },
        new("document", "协议名称或文号", FieldKind.Line) { Default = agreed?.Document, MostLetters = LettersOfDocument },
        new("startYear", "开始年份", FieldKind.Number) { Default = agreed is null ? null : Query.Of(agreed.StartYear) },
        new("endYear", "结束年份", FieldKind.Number, false) { Default = agreed?.EndYear is { } end ? Query.Of(end) : null },
        new("twoSignatures", "协作方须双人复核后上报", FieldKind.Flag, false) { Default = agreed is null or { TwoSignatures: true } ? "true" : null },
    ];

    public static AgreementBody Read(TypedForm form) => new(
        form.Required("kind"), form.Required("donor"), form.Required("recipient"), form.RequiredNumber("startYear"), form.Number("endYear"), form.Required("document"),
        form.Flag("twoSignatures"));
}
