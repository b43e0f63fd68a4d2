using Revitalization.Domain.Documents;

namespace Revitalization.Domain.Tests.Documents;

internal static class Given
{
    /// <summary>Made on a working day, published three later; nothing to find.</summary>
    public static readonly DocumentProfile Profile = new(
        "示例县人民政府关于印发《示例方案》的通知", "11500222742856713G/2023-00001", "示例府发〔2023〕1号", "示例县人民政府", "农业、林业、水利", "公文",
        new(2023, 8, 14), new(2023, 8, 17), DocumentValidity.Valid, "说明示例方案。");

    /// <summary>A page as the county portals print it, in traditional characters with a converter's residue.</summary>
    public const string Page = """
        您當前的位置: 首頁 > 政務公開 > 其他公文
        [ 索引號 ] | 11500222742856713G/2023-00001 | [ 發文字號 ] | 示例府發〔2023〕1號 |
        [ 主題分類 ] | 農業、林業、水利 | [ 體裁分類 ] | 公文 |
        [ 發布機構 ] | 示例縣人民政府 | [ 有效性 ] | 有效 |
        [ 成文日期 ] | 2023-08-14 | [ 發布日期 ] | 2023-08-17 |
        示例縣人民政府關于印發《示例方案》的通知
        各鄉鎮:
        現印發給你們,請遵照執行。
        ????示例縣人民政府
        ????2023年8月14日? ?(此件公開發布)
        一、總體要求
        (一)監(jiān)測對象。全縣監(jiān)測對象應納盡納。
        1.按月排查。由村組織。
        二、保障措施
        (二)組織領導。各鄉鎮負責。
        主辦單位: 示例縣人民政府辦公室
        """;

    public static IReadOnlyList<DocumentFindingKind> Kinds(string text) => [.. DocumentChecks.Of(text, 5).Select(finding => finding.Kind)];

    /// <summary>What the officer sees marked.</summary>
    public static string Marked(string text, DocumentFindingKind kind) =>
        DocumentChecks.Of(text, 5).First(finding => finding.Kind == kind) is var found ? text.Substring(found.Start, found.Length) : "";
}
