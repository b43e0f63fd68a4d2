using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Aid.Partnerships;

/// <summary>A place for what does not exist yet.</summary>
public sealed record NoRecord;

/// <summary>A new agreement: the county states it under a code of its own choice.</summary>
internal static class NewPartnershipForm
{
    public static readonly RecordForms<NoRecord> All = new(
        (_, _, _) => Task.FromResult(new Answer<NoRecord>(new NoRecord(), null)), _ => new("/workbench/partnerships", "协作关系", "partnerships", []), AidRefusals.Fields,
        new RecordAct<NoRecord>("agreement", "登记协议", "登记协议",
            _ => [new("code", "代码", FieldKind.Line) { Hint = "小写字母、数字和连字符，如 xiaoshan-wangcang；登记后不变" }, .. AgreementFields.Of(null)],
            sent => new(AidAddress.PartnershipApi(sent.Form.Required("code")), AgreementFields.Read(sent.Form), Then: AidAddress.Partnership(sent.Form.Required("code"))))
        {
            IsOpen = (viewer, _) => viewer.IsCounty,
        });
}
