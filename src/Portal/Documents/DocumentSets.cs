using Revitalization.Contracts.Releases;
using Revitalization.Portal.OData.Model;

namespace Revitalization.Portal.Documents;

/// <summary>The set <c>Documents</c> (公开文件): of every document the row that answers for the release that is asked for.</summary>
internal static class DocumentSets
{
    /// <summary>The newest release answers with what stands now; an older one with what stood at the end of its day.</summary>
    public const string Standing = """
        shown_from <= (SELECT COALESCE(MIN(r.as_of), '9999-12-31') FROM releases r WHERE r.number = @release AND r.number < (SELECT MAX(number) FROM releases))
        AND shown_until > (SELECT COALESCE(MIN(r.as_of), '9999-12-30') FROM releases r WHERE r.number = @release AND r.number < (SELECT MAX(number) FROM releases))
        """;

    public static readonly SetModel Documents = new(
        PublicSets.Documents, "Document", "documents", Standing, ["Id"],
        [
            new("Id", DataType.Text, "id", "文件编号"), new("IndexNumber", DataType.Text, "index_number", "索引号"), new("Title", DataType.Text, "title", "标题"),
            new("DocumentNumber", DataType.Text, "document_number", "发文字号", Nullable: true), new("Issuer", DataType.Text, "issuer", "发布机构"),
            new("RegionCode", DataType.Text, "region_code", "地区代码"), new("Topic", DataType.Text, "topic", "主题分类"), new("Genre", DataType.Text, "genre", "体裁分类"),
            new("MadeOn", DataType.Date, "made_on", "成文日期", Nullable: true), new("PublishedOn", DataType.Date, "published_on", "发布日期"),
            new("Validity", DataType.Text, "validity", "有效性"), new("Summary", DataType.Text, "summary", "内容概述"), new("Body", DataType.Text, "body", "正文"),
            new("BodySha256", DataType.Text, "body_sha256", "正文散列"), new("EndedOn", DataType.Date, "ended_on", "失效日期", Nullable: true),
            new("SuccessorId", DataType.Text, "successor_id", "替代它的文件", Nullable: true), new("EndReason", DataType.Text, "end_reason", "失效原因", Nullable: true),
            new("Release", DataType.Int32, "release", "文件发布编号"),
        ],
        [new("Region", PublicSets.Regions, Many: false, "RegionCode", "Code")], "title || char(10) || summary || char(10) || body") { ChangesBetweenReleases = true };
}
