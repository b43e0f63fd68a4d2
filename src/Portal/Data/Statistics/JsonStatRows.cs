using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json;
using Revitalization.Portal.OData.Execution;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.OData.Output;
using Revitalization.Portal.OData.Requests;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Data.Statistics;

/// <summary>JSON-stat 2.0 (json-stat.org): one data set, its values by their place in the grid; a place without a figure is left out.</summary>
internal sealed class JsonStatRows(IReplicaReader replica) : IRowFormat
{
    public string ContentType => "application/json; charset=utf-8";

    public long? MostRows => FigureGrid.MostRows;

    public void Require(CollectionRequest request) => FigureGrid.Require(request);

    public async Task Write(PipeWriter output, SetModel set, IRowCursor rows, Selection selection, CancellationToken cancellation)
    {
        var grid = FigureGrid.Read(rows, replica);
        await using var body = new JsonBody(output);
        var json = body.Json;
        json.WriteStartObject();
        WriteHead(json, grid);
        WriteDimensions(json, grid);
        json.WriteStartObject("value");
        foreach (var cell in grid.Cells)
        {
            if (cell.Scaled is not { } scaled) continue;
            json.WritePropertyName(Place(grid, cell));
            json.WriteRawValue(ScaledDecimal.Text(scaled), skipInputValidation: true);
            await body.FlushIfFull(cancellation);
        }
        json.WriteEndObject();
        json.WriteStartObject("status");
        foreach (var cell in grid.Cells)
        {
            json.WriteString(Place(grid, cell), cell.Status);
            await body.FlushIfFull(cancellation);
        }
        json.WriteEndObject();
        json.WriteEndObject();
        await body.Flush(cancellation);
    }

    private void WriteHead(Utf8JsonWriter json, FigureGrid grid)
    {
        json.WriteString("version", "2.0");
        json.WriteString("class", "dataset");
        json.WriteString("label", "乡村振兴信息公开平台 指标数值");
        if (replica.Releases().FirstOrDefault(release => release.Manifest.Number == grid.Release)?.Manifest is { } manifest)
            json.WriteString("updated", manifest.PublishedAt.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
        Strings(json, "id", ["region", "period", "indicator"]);
        json.WriteStartArray("size");
        foreach (var size in new[] { grid.Regions.Count, grid.Periods.Count, grid.Indicators.Count }) json.WriteNumberValue(size);
        json.WriteEndArray();
        json.WriteStartObject("role");
        Strings(json, "geo", ["region"]);
        Strings(json, "time", ["period"]);
        Strings(json, "metric", ["indicator"]);
        json.WriteEndObject();
        json.WriteStartObject("extension");
        json.WriteNumber("release", grid.Release);
        json.WriteEndObject();
    }

    private static void WriteDimensions(Utf8JsonWriter json, FigureGrid grid)
    {
        json.WriteStartObject("dimension");
        Dimension(json, "region", "地区", [.. grid.Regions.Select(region => (region.Code, region.Name))]);
        Dimension(json, "period", "时期", [.. grid.Periods.Select(period => (period, period))]);
        Dimension(json, "indicator", "指标", [.. grid.Indicators.Select(indicator => (indicator.Code, indicator.Name))], units =>
        {
            units.WriteStartObject("unit");
            foreach (var indicator in grid.Indicators)
            {
                units.WriteStartObject(indicator.Code);
                units.WriteString("label", indicator.Unit);
                units.WriteEndObject();
            }
            units.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void Dimension(Utf8JsonWriter json, string id, string label, IReadOnlyList<(string Code, string Name)> members, Action<Utf8JsonWriter>? more = null)
    {
        json.WriteStartObject(id);
        json.WriteString("label", label);
        json.WriteStartObject("category");
        Strings(json, "index", members.Select(member => member.Code));
        json.WriteStartObject("label");
        foreach (var (code, name) in members) json.WriteString(code, name);
        json.WriteEndObject();
        more?.Invoke(json);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    // Row-major, the last dimension fastest.
    private static string Place(FigureGrid grid, GridCell cell) =>
        ((((long)cell.Region * grid.Periods.Count) + cell.Period) * grid.Indicators.Count + cell.Indicator).ToString(CultureInfo.InvariantCulture);
}
