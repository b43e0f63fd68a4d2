using Revitalization.Contracts.Releases;
using Revitalization.Hosting.Look;
using Revitalization.Portal.Documents;
using Revitalization.Portal.OData.Http;
using Revitalization.Portal.Pages.Layout;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Pages.Documents;

public sealed record DocumentsView(ReleaseManifest? Release, DocumentFilter Filter, DocumentResults Results, IReadOnlyList<string> Terms)
{
    public int Pages => Math.Max(1, (Results.Total + DocumentLibrary.PageRows - 1) / DocumentLibrary.PageRows);
}

/// <param name="Place">Null where no release of figures holds the region.</param>
/// <param name="Versions">The newest first; itself among them.</param>
/// <param name="Address">Its permanent address, whole.</param>
public sealed record DocumentView(
    ReleaseManifest? Release, PublicDocument Document, RegionRow? Place, IReadOnlyList<PublicDocument> Versions, IReadOnlyList<DocumentBlock> Blocks, SignedRelease Signed,
    string Address, DateOnly Today);

/// <param name="Earlier">The version it is held against.</param>
public sealed record DocumentChangesView(ReleaseManifest? Release, PublicDocument Document, PublicDocument Earlier, IReadOnlyList<ParagraphDifference> Differences);

/// <summary><c>/documents</c>: what the counties publish under 政府信息公开条例, to be searched, read, compared and cited.</summary>
internal static class DocumentPages
{
    public static void Map(WebApplication app)
    {
        app.MapPage("/documents", List).AllowAnonymous();
        app.MapPage("/documents/{id}", Show).AllowAnonymous();
        app.MapPage("/documents/{id}/print", Print).AllowAnonymous();
        app.MapPage("/documents/{id}/changes", Changes).AllowAnonymous();
    }

    private static ReleasedPage<DocumentsPage, DocumentsView> List(HttpRequest request, DocumentLibrary library, DocumentReplica replica, IReplicaReader figures)
    {
        var filter = DocumentFilter.Of(request.Query);
        return new(figures.Current, new(figures.Current, filter, library.Find(filter), DocumentGrams.Terms(filter.Text)), edition: Edition(replica));
    }

    private static IResult Show(HttpContext http, string id, DocumentLibrary library, DocumentReplica replica, IReplicaReader figures, PortalOptions portal, TimeProvider clock) =>
        View(http, id, library, replica, figures, portal, clock) is { } view
            ? new ReleasedPage<DocumentPage, DocumentView>(view.Release, view, edition: $"{Edition(replica)}.{Figures.Day(view.Today)}")
            : Missing(figures);

    private static IResult Print(HttpContext http, string id, DocumentLibrary library, DocumentReplica replica, IReplicaReader figures, PortalOptions portal, TimeProvider clock) =>
        View(http, id, library, replica, figures, portal, clock) is { } view
            ? new ReleasedPage<DocumentPrintPage, DocumentView>(view.Release, view, edition: $"{Edition(replica)}.{Figures.Day(view.Today)}")
            : Missing(figures);

    private static IResult Changes(string id, string? from, DocumentLibrary library, DocumentReplica replica, IReplicaReader figures)
    {
        if (library.Find(id)?.Document is not { } document) return Missing(figures);
        var versions = library.Versions(document);
        var earlier = from is null ? library.Replaced(id) is [var replaced, ..] ? replaced : null : versions.FirstOrDefault(version => version.Id == from && version.Id != id);
        return earlier is null
            ? Missing(figures)
            : new ReleasedPage<DocumentChangesPage, DocumentChangesView>(
                figures.Current, new(figures.Current, document, earlier, TextDifference.Of(Proper(earlier), Proper(document))), edition: Edition(replica));
    }

    private static DocumentView? View(
        HttpContext http, string id, DocumentLibrary library, DocumentReplica replica, IReplicaReader figures, PortalOptions portal, TimeProvider clock)
    {
        if (library.Find(id) is not { } stored) return null;
        var (document, release) = (stored.Document, figures.Current);
        return new(
            release, document, release is null ? null : figures.Region(release.Number, document.RegionCode), library.Versions(document), DocumentBlocks.Of(document),
            replica.State.Find(stored.Release)!.Signed, $"{ODataContext.RootOf(http.Request, portal)}/documents/{Uri.EscapeDataString(id)}", Figures.ChinaToday(clock));
    }

    private static string Proper(PublicDocument document) => document.Body.Substring(document.MainStart, document.MainLength);

    private static string Edition(DocumentReplica replica) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"d{replica.State.Edition}");

    private static ReleasedPage<NotFoundPage, ReleaseManifest?> Missing(IReplicaReader figures) => new(figures.Current, figures.Current, StatusCodes.Status404NotFound);
}
