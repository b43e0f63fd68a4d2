using Revitalization.Contracts.Refusals;

namespace Revitalization.Domain.Documents;

/// <summary>Why a command to a document is refused. Numbers and names are public: never reuse one.</summary>
public enum DocumentRefusal
{
    [Refusal(404, "无此文件", "请核对文件编号，或先登记。")]
    DocumentUnknown = 1,

    [Refusal(422, "所属地区不是县或乡镇", "请填写县或乡镇的行政区划代码。")]
    RegionUnknown = 2,

    [Refusal(422, "要素过长或缺少标题", "标题须填写且不超过200字，概述不超过2000字，其他各项不超过200字。")]
    ProfileImplausible = 3,

    [Refusal(422, "标题、概述或理由中有个人号码", "证件号码、手机号码和银行卡号不得写入标题、概述或公开的理由；请删去后再提交。")]
    PersonalNumber = 4,

    [Refusal(422, "没有正文，或正文过长", "正文不超过15万字；附表请另行公开。")]
    TextImplausible = 5,

    [Refusal(409, "文件已公开，不能更改", "请登记新的文件，再以它替代本文件。")]
    AlreadyPublished = 6,

    [Refusal(409, "文件在审查之后有变动", "请重新打开文件，按最新的审查发现办理。")]
    ChangedSince = 7,

    [Refusal(403, "登记人不能审核自己登记的文件", "请由另一位工作人员审核。")]
    SamePerson = 8,

    [Refusal(422, "没有这项审查发现", "请按文件当前的审查发现逐项处理。")]
    FindingUnknown = 9,

    [Refusal(409, "有须处理的审查发现尚未处理", "请逐项说明可以公开的理由，或退回修改。")]
    ErrorUndecided = 10,

    [Refusal(422, "理由过长或为空", "请填写不超过200字的理由。")]
    ReasonImplausible = 11,

    [Refusal(409, "文件尚未审核通过", "请先由另一位工作人员审核。")]
    NotReviewed = 12,

    [Refusal(409, "文件尚未公开，或已不再有效", "只有已公开且有效的文件才能替代或废止。")]
    NotInForce = 13,

    [Refusal(422, "替代它的文件不存在或尚未公开", "请先公开替代它的文件。")]
    SuccessorUnknown = 14,

    [Refusal(403, "附件只能由登记人增减", "请由登记人办理；或重新登记文件，再由另一人审核。")]
    NotRegistrar = 15,

    [Refusal(422, "附件名称不合要求，或附件过多", "名称须填写，不超过100字，不含路径符号，不与其他附件相同；一个文件最多20个附件。")]
    AttachmentImplausible = 16,

    [Refusal(404, "没有这个附件", "请核对附件；只能去掉已经加上的附件。")]
    AttachmentUnknown = 17,

    [Refusal(415, "读不出文件里的文字", "请上传不超过10 MB的纯文本（UTF-8、GB18030）或 DOCX 文件；扫描件和 PDF 请贴上文字。")]
    FileUnreadable = 18,

    [Refusal(422, "写明的公开数字不合要求", "请写本文件所属地区以内的地区代码、已有的指标、时期（如 2022 或 2022-Q2）和不小于零的数；一处最多 12 个。")]
    FigureImplausible = 19,
}
