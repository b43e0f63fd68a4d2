using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Revitalization.Contracts.Releases;
using Revitalization.Hosting.Look;
using Revitalization.Portal.Pages.Layout;
using Revitalization.Portal.Pages.Province;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Province;

/// <summary>What the province's portal has beside the public one's: a page and a list of how fresh and complete each county is.</summary>
internal static class ProvinceServices
{
    public static void AddProvince(this IServiceCollection services, PortalOptions options) => services.AddSingleton<ProvinceAudit>();

    public static void MapProvince(this WebApplication app)
    {
        app.MapPage(ProvincePaths.Page, (ReplicaStore store, IReplicaReader replica) => new HtmlPage<ProvincePage>(
            new Dictionary<string, object?> { ["View"] = View(store, replica) }, StatusCodes.Status200OK)).AllowAnonymous();
        app.MapPage(ProvincePaths.Page + "/counties.json", Counties).AllowAnonymous();
    }

    private static IResult Counties(ReplicaStore store, IReplicaReader replica)
    {
        var view = View(store, replica);
        var counties = view.Counties.Select(county => (JsonNode)new JsonObject
        {
            ["regionCode"] = county.Row.RegionCode, ["regionName"] = county.Name, ["period"] = county.Row.Period, ["villages"] = county.Row.Villages,
            ["villagesWithFigures"] = county.Row.VillagesWithFigures, ["completeness"] = county.Row.Completeness?.ToString("0.####", CultureInfo.InvariantCulture),
            ["households"] = county.Row.Households, ["householdsWithFigures"] = county.Row.HouseholdsWithFigures, ["latestQuarter"] = county.Row.LatestQuarter,
            ["lastRegisteredOn"] = county.Row.LastRegisteredOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["lastEventAt"] = county.Row.LastEventAt is { } at ? ManifestJson.Time(at) : null,
            ["lastImportOn"] = county.Row.LastImportOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        });
        return Results.Bytes(CanonicalJson.Write(new JsonObject
        {
            ["release"] = view.Release?.Number, ["asOf"] = view.Release?.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["notice"] = ProvinceGate.Notice,
            ["counties"] = new JsonArray([.. counties]),
        }), "application/json");
    }

    private static ProvinceView View(ReplicaStore store, IReplicaReader replica)
    {
        if (replica.Current is not { } release) return new(null, []);
        using var lease = store.Database.ReadNow();
        using var command = new SqliteCommand("SELECT row FROM freshness WHERE release = @release ORDER BY region_code", lease.Connection);
        command.Parameters.AddWithValue("@release", release.Number);
        using var rows = command.ExecuteReader();
        var counties = new List<PublicFreshness>();
        while (rows.Read()) counties.Add((PublicFreshness)RowReader.Read(rows.GetFieldValue<byte[]>(0)));
        return new(release, [.. counties.Select(county => (county, replica.Region(release.Number, county.RegionCode)?.Name ?? county.RegionCode))]);
    }
}
