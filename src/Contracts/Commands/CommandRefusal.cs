using Revitalization.Contracts.Refusals;

namespace Revitalization.Contracts.Commands;

/// <summary>Why any write may be refused before its own rules are asked (写入). Numbers are public: never reuse one.</summary>
public enum CommandRefusal
{
    [Refusal(409, "该编号已用于别的内容", "同一编号只能表示同一内容;要更正请用更正接口,要新增请换编号。")]
    CommandIdReused = 1,

    [Refusal(412, "您看到的版本已过时", "请重新读取后再修改。")]
    VersionStale = 2,

    [Refusal(400, "If-Match 写法不对", "请把读取时得到的 ETag 原样放入 If-Match。")]
    VersionMalformed = 3,

    [Refusal(503, "同时写入的人太多", "请稍后用同一编号重发,不会重复。")]
    Contended = 4,

    [Refusal(400, "编号写法不对", "请用 1 至 40 个字母、数字、点、下划线或连字符,以字母或数字开头。")]
    IdMalformed = 5,

    [Refusal(422, "理由写法不对", "请填写 1 至 200 个字符的理由,不写个人信息。")]
    ReasonMalformed = 6,
}
