using Revitalization.Portal.OData.Http;

namespace Revitalization.Portal.Data;

/// <summary>Downloads: whole sets or any query of them; what is signed is <see cref="ReleaseEndpoints"/>'.</summary>
internal static class DataEndpoints
{
    private static readonly string[] Reading = ["GET", "HEAD"];

    public static void MapData(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/data/{file}", Reading, (HttpContext http, string file, SetDownload download) =>
            ODataEndpoints.Guarded(http, () => download.Answer(http, file))).AllowAnonymous();
        routes.MapReleaseData();
    }
}
