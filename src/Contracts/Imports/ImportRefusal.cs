using Revitalization.Contracts.Refusals;

namespace Revitalization.Contracts.Imports;

/// <summary>Why a whole file is refused (文件不予接收): nothing of it was read into the register. Numbers are public: never reuse one.</summary>
public enum ImportRefusal
{
    [Refusal(404, "没有这种导入", "县级可导入：villages、households、members、incomes、clues、projects、payments、documents；协作方可导入：aid-reports。")]
    KindUnknown = 1,

    [Refusal(501, "此类导入尚未开放", "此类导入随其功能开放；目前请在页面上填报。")]
    KindNotOpen = 2,

    [Refusal(404, "没有这次导入", "请核对导入编号；编号只在其所属地区内可见。")]
    ImportUnknown = 3,

    [Refusal(403, "不在管辖范围", "只能导入本账号管辖地区或协作关系的数据；请核对 region 或 partnership。")]
    OutsideScope = 4,

    [Refusal(413, "文件过大", "单个文件不超过 256 MB；请按乡镇拆分后分别导入。")]
    FileTooLarge = 5,

    [Refusal(400, "文件为空", "请选择含表头和至少一行数据的文件。")]
    FileEmpty = 6,

    [Refusal(415, "文件格式不支持", "请上传 CSV（UTF-8 或 GB18030）或 XLSX；旧版 XLS 请先另存为 XLSX。")]
    FormatUnknown = 7,

    [Refusal(400, "文字编码损坏", "请用 UTF-8 或 GB18030 重新导出；detail 指出首个坏字节的行号和位置。")]
    EncodingBroken = 8,

    [Refusal(400, "列数过多", "一张表最多 120 列；请删除多余的列。")]
    TooManyColumns = 9,

    [Refusal(400, "行数过多", "一张表最多 1,048,575 行数据；请拆分后分别导入。")]
    TooManyRows = 10,

    [Refusal(400, "单行过长", "一行（含引号内的换行）最多 65,536 字；常因缺少后引号所致。")]
    LineTooLong = 11,

    [Refusal(400, "压缩内容异常", "解压后的大小或压缩比超出限度，疑为压缩炸弹；请用办公软件重新保存，或另存为 CSV。")]
    ArchiveSuspicious = 12,

    [Refusal(400, "XLSX 文件损坏", "文件不是完整的 XLSX；请用办公软件打开后重新保存。")]
    WorkbookBroken = 13,

    [Refusal(400, "缺少必需的列", "请补上所缺的列，或为该来源保存列映射。")]
    ColumnMissing = 14,

    [Refusal(400, "列重复", "两列对应同一字段；请删除其一或修改列映射。")]
    ColumnRepeated = 15,

    [Refusal(409, "导入已结束", "已完成、已取消、已中断或已中止的导入不能再取消。")]
    AlreadyFinished = 16,

    [Refusal(410, "文件已删除", "上传文件与错误文件已按期删除；请重新导入原文件。")]
    FilesDeleted = 17,

    [Refusal(400, "列映射无效", "字段须为该类导入的字段名，表头不得为空或重复，单位为“元”或“万元”。")]
    MappingInvalid = 18,

    [Refusal(404, "没有这个列映射", "请核对类别与来源。")]
    MappingUnknown = 19,

    [Refusal(400, "引号不成对", "CSV 引号使用有误；detail 指出行号。")]
    QuotesBroken = 20,

    [Refusal(400, "没有指明地区", "账号管辖不止一个县时，请用 region 指明本次导入的县。")]
    RegionMissing = 21,

    [Refusal(429, "导入排队已满", "请等待前面的导入完成后再上传。")]
    QueueFull = 22,

    [Refusal(400, "没有指明协作关系", "账号参与不止一个协作关系时，请用 partnership 指明本次导入的协作关系。")]
    PartnershipMissing = 23,

    [Refusal(409, "导入不能继续", "只有已取消或已中断的导入可以继续；已完成的不必继续，已中止的请更正文件后重新导入。")]
    NotCancelled = 24,

    [Refusal(409, "编号已用于另一份文件", "请求头 Idempotency-Key 只代表一份文件；另一份文件请换一个编号。")]
    KeyReused = 25,

    /// <summary>Never an answer to a request: the reason that an import bears which a fault of ours stopped.</summary>
    [Refusal(500, "系统故障，导入中断", "已入库的行有效，不必重传；点“继续导入”从中断处接着读，不会重复计数。再次中断时，请把导入编号告诉系统管理员。")]
    Interrupted = 26,
}
