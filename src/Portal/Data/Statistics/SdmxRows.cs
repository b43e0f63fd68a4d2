using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json;
using Revitalization.Portal.OData.Execution;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.OData.Output;
using Revitalization.Portal.OData.Requests;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Data.Statistics;

/// <summary>
/// SDMX-JSON 2.0 data message: series of region and indicator, observations by period. Status is SDMX's own code list where it has a code
/// (A normal, P provisional, Q suppressed); R stands for a revised figure.
/// </summary>
internal sealed class SdmxRows(IReplicaReader replica) : IRowFormat
{
    private const string Schema = "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/data-message/tools/schemas/2.0.0/sdmx-json-data-schema.json";
    private const string Dataflow = "urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=REVITALIZATION:OBSERVATIONS(1.0)";
    private static readonly (string Status, string Code, string Name)[] Statuses =
        [("published", "A", "已公布"), ("provisional", "P", "初步数"), ("suppressed", "Q", "不予公布"), ("revised", "R", "已修订")];

    public string ContentType => "application/vnd.sdmx.data+json; version=2.0.0";

    public long? MostRows => FigureGrid.MostRows;

    public void Require(CollectionRequest request) => FigureGrid.Require(request);

    public async Task Write(PipeWriter output, SetModel set, IRowCursor rows, Selection selection, CancellationToken cancellation)
    {
        var grid = FigureGrid.Read(rows, replica);
        await using var body = new JsonBody(output);
        var json = body.Json;
        json.WriteStartObject();
        WriteMeta(json, grid);
        json.WriteStartObject("data");
        WriteStructure(json, grid);
        json.WriteStartArray("dataSets");
        json.WriteStartObject();
        json.WriteNumber("structure", 0);
        json.WriteString("action", "Replace");
        WriteLinks(json);
        json.WriteStartObject("series");
        foreach (var series in grid.Cells.GroupBy(cell => (cell.Region, cell.Indicator)).OrderBy(series => series.Key))
        {
            WriteSeries(json, series.Key, series);
            await body.FlushIfFull(cancellation);
        }
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        await body.Flush(cancellation);
    }

    private void WriteMeta(Utf8JsonWriter json, FigureGrid grid)
    {
        json.WriteStartObject("meta");
        json.WriteString("schema", Schema);
        json.WriteString("id", string.Create(CultureInfo.InvariantCulture, $"observations-{grid.Release}"));
        // When the release was: the same address always has the same bytes, which its ETag promises.
        var prepared = replica.Releases().FirstOrDefault(release => release.Manifest.Number == grid.Release)?.Manifest.PublishedAt ?? DateTimeOffset.UnixEpoch;
        json.WriteString("prepared", prepared.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteStartObject("sender");
        json.WriteString("id", "REVITALIZATION");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteStructure(Utf8JsonWriter json, FigureGrid grid)
    {
        json.WriteStartArray("structures");
        json.WriteStartObject();
        WriteLinks(json);
        json.WriteStartArray("dataSets");
        json.WriteNumberValue(0);
        json.WriteEndArray();
        json.WriteString("name", "乡村振兴信息公开平台 指标数值");
        json.WriteStartObject("dimensions");
        json.WriteStartArray("series");
        Component(json, "REF_AREA", "地区", 0, grid.Regions.Select(region => (region.Code, region.Name)));
        var indicators = SdmxIds.Of([.. grid.Indicators.Select(indicator => indicator.Code)]);
        Component(json, "INDICATOR", "指标", 1, grid.Indicators.Select((indicator, at) => (indicators[at], indicator.Name)), [.. grid.Indicators.Select(indicator => $"指标代码 {indicator.Code}")]);
        json.WriteEndArray();
        json.WriteStartArray("observation");
        Component(json, "TIME_PERIOD", "时期", 2, grid.Periods.Select(period => (period, period)));
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("measures");
        json.WriteStartArray("observation");
        json.WriteStartObject();
        json.WriteString("id", "OBS_VALUE");
        json.WriteString("name", "数值");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("attributes");
        json.WriteStartArray("series");
        Component(json, "UNIT_MEASURE", "单位", null, grid.Indicators.Select((indicator, at) => (indicators[at], indicator.Unit)));
        json.WriteEndArray();
        json.WriteStartArray("observation");
        Component(json, "OBS_STATUS", "状态", null, Statuses.Select(status => (status.Code, status.Name)));
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteLinks(Utf8JsonWriter json)
    {
        json.WriteStartArray("links");
        json.WriteStartObject();
        json.WriteString("rel", "dataflow");
        json.WriteString("urn", Dataflow);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    // What an attribute's value depends on.
    private static void Relationship(Utf8JsonWriter json, string id)
    {
        json.WriteStartObject("relationship");
        if (id == "UNIT_MEASURE")
        {
            json.WriteStartArray("dimensions");
            json.WriteStringValue("INDICATOR");
            json.WriteEndArray();
        }
        else
        {
            json.WriteStartObject("observation");
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    /// <param name="position">Of a dimension in the key; null: an attribute.</param>
    private static void Component(
        Utf8JsonWriter json, string id, string name, int? position, IEnumerable<(string Id, string Name)> values, IReadOnlyList<string>? descriptions = null)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("name", name);
        if (position is { } key) json.WriteNumber("keyPosition", key);
        else Relationship(json, id);
        json.WriteStartArray("values");
        foreach (var (value, at) in values.Select((value, at) => (value, at)))
        {
            json.WriteStartObject();
            json.WriteString("id", value.Id);
            json.WriteString("name", value.Name);
            if (descriptions is not null) json.WriteString("description", descriptions[at]);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSeries(Utf8JsonWriter json, (int Region, int Indicator) key, IEnumerable<GridCell> cells)
    {
        json.WriteStartObject(string.Create(CultureInfo.InvariantCulture, $"{key.Region}:{key.Indicator}"));
        json.WriteStartArray("attributes");
        json.WriteNumberValue(key.Indicator); // Each indicator has its own unit, in the same order.
        json.WriteEndArray();
        json.WriteStartObject("observations");
        foreach (var cell in cells)
        {
            json.WriteStartArray(cell.Period.ToString(CultureInfo.InvariantCulture));
            if (cell.Scaled is { } scaled) json.WriteRawValue(ScaledDecimal.Text(scaled), skipInputValidation: true);
            else json.WriteNullValue();
            json.WriteNumberValue(Array.FindIndex(Statuses, status => status.Status == cell.Status));
            json.WriteEndArray();
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
