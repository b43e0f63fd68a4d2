using Revitalization.Contracts.Refusals;

namespace Revitalization.Contracts.Imports;

/// <summary>Why one row comes back (退回的行) before any rule of the register saw it. Numbers are public: never reuse one.</summary>
public enum ImportRowRefusal
{
    [Refusal(422, "必填项为空", "请填写该列。")]
    ValueMissing = 1,

    [Refusal(422, "不是数字", "只写半角数字和小数点，不带单位和文字。")]
    NotANumber = 2,

    [Refusal(422, "数字含全角字符", "请改为半角数字；若来源一律如此，可在列映射中声明“全角”。")]
    NumberFullWidth = 3,

    [Refusal(422, "数字含千分位", "请去掉逗号；若来源一律如此，可在列映射中声明“千分位”。")]
    NumberGrouped = 4,

    [Refusal(422, "数字已失去精度", "表格软件把长数字存成了浮点数（如 5.10E+17）；请把该列设为文本后重新填写，不可从现值恢复。")]
    NumberImprecise = 5,

    [Refusal(422, "数字超出范围", "请核对数值与单位；金额最多两位小数，数量最多三位。")]
    NumberOutOfRange = 6,

    [Refusal(422, "不是日期", "请写成 2023-09-30。")]
    NotADate = 7,

    [Refusal(422, "不是期间", "请写成 2023、2023-Q3 或 2023-09。")]
    NotAPeriod = 8,

    [Refusal(422, "取值不在字典内", "请使用该列规定的取值。")]
    NotInList = 9,

    [Refusal(422, "文字有丢失", "含问号或替换符，原字已丢失；请按原件补正。")]
    CharactersLost = 10,

    [Refusal(422, "文字过长", "请缩短该列内容。")]
    TextTooLong = 11,

    [Refusal(422, "文件内重复", "同一文件中已有此记录；请只保留正确的一行。")]
    DuplicateInFile = 12,

    [Refusal(422, "单元格公式出错", "该单元格是公式错误（如 #N/A）；请改为实际值。")]
    FormulaError = 13,

    [Refusal(422, "村无法确定", "村代码未登记，或乡镇名与村名在本县不唯一；请填写十二位村代码。")]
    VillageUnresolved = 14,

    [Refusal(422, "列数与表头不符", "该行的列比表头多；常因未加引号的逗号所致。")]
    TooManyCells = 15,

    [Refusal(422, "不是材料的校验值", "请填写佐证材料的 SHA-256 校验值（64 位小写十六进制），或留空以本表为佐证。")]
    EvidenceInvalid = 16,
}
