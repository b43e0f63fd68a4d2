using Revitalization.Contracts.Refusals;

namespace Revitalization.Silo.Monitoring.Evidence;

/// <summary>Why a file of evidence (佐证材料) is refused. Numbers are public: never reuse one.</summary>
public enum EvidenceRefusal
{
    [Refusal(413, "佐证材料过大", "单个文件不超过10 MB；照片请压缩后上传。")]
    TooLarge = 1,

    [Refusal(415, "佐证材料格式不支持", "请上传 JPEG、PNG 照片或 PDF 文件。")]
    TypeUnknown = 2,

    [Refusal(422, "佐证材料与其摘要值不符", "地址中的摘要值须为文件的 SHA-256（小写十六进制）；请重新上传。")]
    HashMismatch = 3,

    [Refusal(404, "没有这份佐证材料", "请核对户编号和摘要值。")]
    NotFound = 4,

    [Refusal(409, "佐证材料过多", "请联系系统管理员。")]
    FolderFull = 5,
}
