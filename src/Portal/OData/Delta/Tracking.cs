using Revitalization.Portal.OData.Http;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.OData.Requests;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.OData.Delta;

/// <summary><c>Prefer: track-changes</c>: whoever copies a set whole is told where later changes are to be had.</summary>
internal static class Tracking
{
    /// <summary>Options under which a copy can be kept up to date: which rows, which columns.</summary>
    private static readonly string[] Kept = ["$filter", "$select", "$search", "$format"];

    /// <summary>The release that a copy made now has: of documents, the newest of their own channel.</summary>
    public static int Newest(SetModel set, int release, ReplicaStore store) => set.ChangesBetweenReleases ? store.Database.DocumentEdition : release;

    /// <summary>After which release changes can be followed; null where that was not asked for or cannot be done: a preference that cannot be met is passed over.</summary>
    public static int? Since(ODataContext context, SetModel set, CollectionRequest request, int newest)
    {
        if (request.Page.After is { } token) return token.Since;
        var preference = context.Preferences.FirstOrDefault(one => one is "track-changes" or "odata.track-changes");
        if (preference is null || !IsKept(context.Options) || (set.ChangesBetweenReleases && context.Options["asOf"] is not null) || !set.Key.All(key => request.Selection.Columns.Any(column => column.Path == key))) return null;
        context.Apply(preference);
        return newest;
    }

    /// <summary>Where the changes after a release are.</summary>
    public static string Link(ODataContext context, SetModel set, int release) => Link(
        context, new DeltaToken(release, null, DeltaToken.Identify(context.Path, context.Options), null, set.ChangesBetweenReleases ? 0 : Redacted(context.State, release)));

    public static int Redacted(ReplicaState state, int release) => state.Redactions.Count(redaction => redaction.Release == release);

    public static string Link(ODataContext context, DeltaToken token)
    {
        var options = context.Options.All.Where(option => Kept.Contains(option.Key) || option.Key[0] == '@')
            .Select(option => $"{option.Key}={Uri.EscapeDataString(option.Value)}").Append("$deltatoken=" + token.Write());
        return $"{context.Root}{context.Path}?{string.Join('&', options)}";
    }

    private static bool IsKept(QueryOptions options) =>
        options.All.All(option => Kept.Contains(option.Key) || option.Key[0] == '@' || option.Key is "asOf" or "$count");
}
