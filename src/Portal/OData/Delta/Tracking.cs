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

    /// <summary>Whether it was asked for and can be done; a preference that cannot be met is passed over.</summary>
    public static bool Applies(ODataContext context, SetModel set, CollectionRequest request)
    {
        if (request.Page.After is { } token) return token.Tracks;
        var preference = context.Preferences.FirstOrDefault(one => one is "track-changes" or "odata.track-changes");
        if (preference is null || set.ChangesBetweenReleases || !IsKept(context.Options) || !set.Key.All(key => request.Selection.Columns.Any(column => column.Path == key))) return false;
        context.Apply(preference);
        return true;
    }

    /// <summary>Where the changes after a release are.</summary>
    public static string Link(ODataContext context, int release) => Link(
        context, new DeltaToken(release, null, DeltaToken.Identify(context.Path, context.Options), null, Redacted(context.State, release)));

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
