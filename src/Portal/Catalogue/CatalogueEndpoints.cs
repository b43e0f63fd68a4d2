using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Net.Http.Headers;
using Revitalization.Portal.OData.Http;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Catalogue;

/// <summary>What machines find the site by: the catalogue (数据目录), the subscription, the site map, the description of the downloads, whole releases.</summary>
internal static class CatalogueEndpoints
{
    private static readonly string[] Reading = ["GET", "HEAD"];

    public static void AddCatalogue(this IServiceCollection services)
    {
        services.AddSingleton<DcatCatalogue>();
        services.AddSingleton<AtomFeed>();
        services.AddSingleton<SiteMap>();
        services.AddSingleton<ReleaseArchive>();
    }

    public static void MapCatalogue(this IEndpointRouteBuilder routes)
    {
        Map(routes, "/data/catalog.jsonld", "application/ld+json", (services, root) => Text(services.GetRequiredService<DcatCatalogue>().Write(root)));
        Map(routes, "/data/openapi.json", "application/json", (_, root) => Text(DownloadDescription.Write(root)));
        Map(routes, "/feed.atom", "application/atom+xml; charset=utf-8", (services, root) => services.GetRequiredService<AtomFeed>().Write(root));
        Map(routes, "/sitemap.xml", "application/xml; charset=utf-8", (services, root) => services.GetRequiredService<SiteMap>().Write(root));
        Map(routes, "/robots.txt", "text/plain; charset=utf-8", (_, root) =>
            Encoding.UTF8.GetBytes($"User-agent: *\nDisallow: /workbench/\nDisallow: /api/\nSitemap: {root}/sitemap.xml\n"));
        routes.MapMethods("/data/releases/{number:int}/archive.zip", Reading, (HttpContext http, int number, ReleaseArchive archive) =>
            ODataEndpoints.Guarded(http, () => archive.Answer(http, number))).AllowAnonymous();
    }

    // Made anew for each release of figures and of documents; between them a caller is told that nothing changed.
    private static void Map(IEndpointRouteBuilder routes, string path, string type, Func<IServiceProvider, string, byte[]> write) =>
        routes.MapMethods(path, Reading, (HttpContext http, ReplicaStore store, PortalOptions portal) =>
        {
            var edition = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"\"{store.State.Known.Length}-{store.Database.DocumentEdition}-{Build}\"");
            http.Response.Headers.CacheControl = "public, max-age=60";
            return Results.Bytes(write(http.RequestServices, ODataContext.RootOf(http.Request, portal)), type, entityTag: new EntityTagHeaderValue(edition, isWeak: true));
        }).AllowAnonymous();

    private static string Build { get; } = typeof(CatalogueEndpoints).Module.ModuleVersionId.ToString("N")[..8];

    private static byte[] Text(JsonNode node) => Encoding.UTF8.GetBytes(node.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true }));
}
