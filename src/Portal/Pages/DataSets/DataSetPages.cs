using Revitalization.Contracts.Releases;
using Revitalization.Portal.Pages.Layout;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Pages.DataSets;

/// <param name="Rows">In the newest release; null for what no release counts.</param>
public sealed record DataSet(DataSetEntry Entry, long? Rows);

public sealed record DataSetsView(ReleaseManifest? Release, IReadOnlyList<DataSet> Sets);

/// <param name="Address">The query of the form, encoded; empty when nothing was asked.</param>
/// <param name="Root">Of the site, as the reader knows it.</param>
public sealed record DataSetView(
    ReleaseManifest? Release, DataSetEntry Entry, DataSetQuery Query, string Address, DataSetRows Preview, IReadOnlyList<SetVersion> Versions, string Root)
{
    /// <summary>The query behind a path, with its question mark.</summary>
    public string Asked => Address.Length == 0 ? "" : $"?{Address}";
}

/// <summary><c>/data/</c>: every set; <c>/data/sets/{set}</c>: one of them with its fields, a preview whose filters write the OData address, and its versions (数据集).</summary>
internal static class DataSetPages
{
    public static void AddDataSets(this IServiceCollection services)
    {
        services.AddSingleton<DataSetPreview>();
        services.AddSingleton<SetHistory>();
    }

    public static void Map(WebApplication app)
    {
        app.MapPage("/data/", All).AllowAnonymous();
        app.MapPage("/data/sets/{set}", One).AllowAnonymous();
    }

    private static ReleasedPage<DataSetsPage, DataSetsView> All(IReplicaReader replica, PortalOptions portal) => new(
        replica.Current, new(replica.Current, [.. DataSetBook.All.Select(entry => new DataSet(entry, Rows(replica.Current, entry.Set.Name)))]));

    private static async Task<IResult> One(
        HttpContext http, string set, IReplicaReader replica, DataSetPreview preview, SetHistory history, ReplicaStore store, PortalOptions portal)
    {
        if (DataSetBook.Find(set) is not { } entry)
            return new ReleasedPage<NotFoundPage, ReleaseManifest?>(replica.Current, replica.Current, StatusCodes.Status404NotFound);
        var query = DataSetQuery.Of(http.Request.Query);
        var address = query.Address(entry.Set);
        var rows = await preview.Read(entry.Set, replica.Current?.Number ?? 0, address, http.RequestAborted);
        return new ReleasedPage<DataSetPage, DataSetView>(
            replica.Current, new(replica.Current, entry, query, address, rows, history.Of(entry.Set), OData.Http.ODataContext.RootOf(http.Request, portal)),
            edition: string.Create(System.Globalization.CultureInfo.InvariantCulture, $"d{store.Database.DocumentEdition}"));
    }

    // A set of which the manifest counts no rows (the releases themselves) shows none.
    private static long? Rows(ReleaseManifest? release, string set) =>
        release is not null && release.RowCounts.TryGetValue(set, out var rows) ? rows : null;
}
