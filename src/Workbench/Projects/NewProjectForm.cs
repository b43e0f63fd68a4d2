using Revitalization.Workbench.Aid.Partnerships;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Projects;

/// <summary>A library that projects are put into, with the partnerships that may pay for them.</summary>
public sealed record ProjectLibrary(IReadOnlyList<Choice> Partnerships);

internal static class NewProjectForm
{
    public static readonly RecordForms<ProjectLibrary> All = new(
        async (_, silo, cancellation) => new(new ProjectLibrary(await PartnershipNames.Choices(silo, cancellation)), null),
        _ => new(ProjectAddress.List, "项目库", "projects", []), ProjectRefusals.Fields,
        new RecordAct<ProjectLibrary>("project", "新项目入库", "入库",
            opened => [new("code", "项目编号", FieldKind.Line) { Hint = "字母、数字和连字符，如 WC-2022-001；登记后不变", MostLetters = 40 }, .. ProjectFields.Of(null, opened.Today, opened.Record.Partnerships)],
            sent => new(ProjectAddress.ApiOf(sent.Form.Required("code")), ProjectFields.Read(sent.Form), Then: ProjectAddress.Of(sent.Form.Required("code"))))
        {
            IsOpen = (viewer, _) => viewer.IsCounty,
        });
}
