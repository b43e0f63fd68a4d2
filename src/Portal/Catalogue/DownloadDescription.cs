using System.Text.Json.Nodes;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.Pages.DataSets;

namespace Revitalization.Portal.Catalogue;

/// <summary>The public downloads as OpenAPI 3.1, written from the same book as the pages.</summary>
internal static class DownloadDescription
{
    private static readonly (string Ending, string Media)[] Files =
    [
        ("csv", "text/csv"), ("gb18030.csv", "text/csv"), ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), ("json", "application/json"), ("jsonl", "application/jsonl"),
    ];

    // For figures alone, which have a place in a grid of places, periods and indicators.
    private static readonly (string Ending, string Media)[] Statistics = [("jsonstat.json", "application/json"), ("sdmx.json", "application/vnd.sdmx.data+json; version=2.0.0")];

    private static readonly (string Name, string About)[] Options =
    [
        ("$filter", "OData 条件，如 RegionCode eq '511921'"), ("$select", "要哪些字段"), ("$orderby", "按哪些字段排"), ("$top", "最多多少行"), ("$skip", "跳过多少行"),
        ("$search", "全文查找"), ("$compute", "算出新的字段，如 Value div 10000 as Wan"), ("$apply", "聚合，如 groupby((RegionCode),aggregate($count as n))"), ("asOf", "用那一天有效的发布，如 2023-09-30"),
    ];

    public static JsonNode Write(string root) => new JsonObject
    {
        ["openapi"] = "3.1.0",
        ["info"] = new JsonObject
        {
            ["title"] = "乡村振兴信息公开平台 下载接口",
            ["version"] = "1",
            ["description"] = "整表或任何一个 OData 查询，逐行流式下载。OData 接口自带说明：/odata/$metadata。",
            ["license"] = new JsonObject { ["name"] = "CC BY 4.0", ["url"] = "https://creativecommons.org/licenses/by/4.0/" },
        },
        ["servers"] = new JsonArray(new JsonObject { ["url"] = root }),
        ["paths"] = new JsonObject(DataSetBook.All.SelectMany(entry => FilesOf(entry).Select(file =>
            KeyValuePair.Create<string, JsonNode?>($"/data/{entry.Set.Name}.{file.Ending}", new JsonObject { ["get"] = Operation(entry, file) })))),
    };

    private static (string Ending, string Media)[] FilesOf(DataSetEntry entry) => entry.Set == Disclosure.Observations ? [.. Files, .. Statistics] : Files;

    private static JsonObject Operation(DataSetEntry entry, (string Ending, string Media) file) => new()
    {
        ["operationId"] = $"{entry.Set.Name}_{file.Ending.Replace('.', '_')}",
        ["summary"] = $"{entry.Title}（{file.Ending}）",
        ["description"] = entry.About,
        ["tags"] = new JsonArray(entry.Title),
        ["parameters"] = new JsonArray([.. Options.Select(option => new JsonObject
        {
            ["name"] = option.Name, ["in"] = "query", ["description"] = option.About, ["schema"] = new JsonObject { ["type"] = "string" },
        })]),
        ["responses"] = new JsonObject
        {
            ["200"] = new JsonObject { ["description"] = "逐行流式的文件", ["content"] = new JsonObject { [file.Media] = new JsonObject() } },
            ["304"] = new JsonObject { ["description"] = "与上次相同" },
            ["400"] = Fault("查询有误，error.message 说明原因"),
            ["501"] = Fault("OData 有而这里没有的，error.message 说明改用什么"),
        },
    };

    private static JsonObject Fault(string about) => new()
    {
        ["description"] = about,
        ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { ["error"] = new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject { ["code"] = new JsonObject { ["type"] = "string" }, ["message"] = new JsonObject { ["type"] = "string" } },
            } },
        } } },
    };
}
