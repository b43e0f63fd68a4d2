using Revitalization.Contracts.Refusals;

namespace Revitalization.Contracts.Requests;

/// <summary>What is wrong with a request before anybody asks what it means. Numbers are public: never reuse one.</summary>
public enum RequestRefusal
{
    [Refusal(400, "请求内容不是有效的 JSON", "请检查括号、引号与逗号,按接口说明重新发送。")]
    BodyMalformed = 1,

    [Refusal(400, "缺少请求内容", "请在请求中附上 JSON 内容。")]
    BodyMissing = 2,

    [Refusal(400, "有不认识的字段", "请删除或更正该字段名;字段名以接口说明为准。")]
    FieldUnknown = 3,

    [Refusal(400, "缺少必填字段", "请补上所列字段后重新发送。")]
    FieldMissing = 4,

    [Refusal(400, "字段的类型或格式不对", "请按接口说明更正所列字段的类型或格式。")]
    FieldWrongType = 5,

    [Refusal(400, "数值超出范围或不是整数", "请更正所列数值;金额以分为单位的整数填写。")]
    NumberOutOfRange = 6,

    [Refusal(400, "同一字段出现多次", "请只保留一个。")]
    FieldRepeated = 7,

    [Refusal(400, "文字编码已损坏", "请以 UTF-8 编码重新发送。")]
    EncodingBroken = 8,

    [Refusal(400, "地址或请求头中的参数不对", "请按接口说明更正所列参数。")]
    ParameterInvalid = 9,

    [Refusal(404, "没有这个地址", "请核对地址;接口清单见 /api/openapi.json。")]
    AddressUnknown = 10,

    [Refusal(405, "该地址不接受这种请求方法", "请改用响应头 Allow 所列的方法。")]
    MethodNotAllowed = 11,

    [Refusal(413, "请求内容过大", "请缩小或拆分后再发送;导入文件以 256 MB 为限,其他请求以 1 MB 为限。")]
    TooLarge = 12,

    [Refusal(415, "不支持这种内容类型", "请以接口说明所列的 Content-Type 发送。")]
    MediaTypeUnsupported = 13,

    [Refusal(429, "请求过于频繁", "请在响应头 Retry-After 所示秒数之后再试。")]
    TooMany = 14,

    [Refusal(403, "请求来自别的网站", "请从本平台的页面上操作。")]
    OriginForeign = 15,

    [Refusal(500, "系统内部出错", "请稍后再试;如仍出错,请将跟踪号告知管理员。")]
    Unexpected = 16,

    [Refusal(503, "服务暂时不可用", "请稍后再试;已确认的数据不会丢失。")]
    ServiceUnavailable = 17,

    [Refusal(502, "后台服务没有给出有效的回应", "请稍后再试;写入请用同一编号重发,不会重复。")]
    ServiceFailed = 18,

    [Refusal(504, "处理超时", "请稍后再试;写入请用同一编号重发,不会重复。")]
    TimedOut = 19,

    [Refusal(431, "请求头或地址过长", "请缩短地址与请求头。")]
    HeaderTooLarge = 20,
}
