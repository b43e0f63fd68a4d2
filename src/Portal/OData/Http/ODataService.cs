using System.Globalization;
using Revitalization.Portal.OData.Apply;
using Revitalization.Portal.OData.Delta;
using Revitalization.Portal.OData.Execution;
using Revitalization.Portal.OData.Expressions;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.OData.Output;
using Revitalization.Portal.OData.Requests;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.OData.Http;

/// <summary>Answers an address of <c>/odata</c>.</summary>
internal sealed class ODataService(ReplicaStore store, QueryExecutor executor, ReleaseFactsBook facts, PortalOptions portal, DeltaService deltas, AnswerCache answers)
{
    private readonly MetadataAnswer _metadata = new(portal);

    /// <param name="state">The releases to answer from; null: those that stand now.</param>
    public async Task Answer(HttpContext http, string path, ReplicaState? state = null)
    {
        var key = state is null ? AnswerKey.Of(http) : null;
        var (standing, documents) = (state ?? store.State, store.Database.DocumentEdition);
        var context = new ODataContext(http, store, portal, path, standing)
        {
            Keep = key is not { } named ? null : body => answers.Keep(named, http.Response, body.Span, standing, documents),
        };
        if (context.Path.Length == 0) await MetadataAnswer.Service(context);
        else if (context.Path == "$metadata") await _metadata.Metadata(context);
        else if (context.Path == "$batch") throw new QueryFaultException(405, "method-not-allowed", "$batch 用 POST。");
        else if (context.Path is "$all" or "$entity" || context.Path.StartsWith("$crossjoin", StringComparison.Ordinal)) throw NotOffered.Across.Fault(context.Path.Length > 40 ? context.Path[..40] + "…" : context.Path);
        else await Resource(context, ODataPath.Split(context.Path));
    }

    private async Task Resource(ODataContext context, IReadOnlyList<PathStep> steps)
    {
        var set = Disclosure.Sets.GetValueOrDefault(steps[0].Name) ?? throw QueryFaultException.NotFound();
        var entities = new EntityAnswer(executor, context, portal);
        if (steps[0].Keys is not { } keys)
        {
            if (steps.Count == 1 && context.Options["$deltatoken"] is not null)
            {
                await deltas.Answer(context, set, context.State);
                return;
            }
            await Collection(context, set, null, [.. steps.Skip(1)]);
            return;
        }
        var query = entities.Query(set, Release(context), shape => ODataPath.Key(shape, keys));
        await Entity(context, entities, set, query, [.. steps.Skip(1)]);
    }

    private async Task Entity(ODataContext context, EntityAnswer entities, SetModel set, CollectionQuery query, List<PathStep> rest)
    {
        if (rest.Count == 0)
        {
            await entities.Write(set, query);
        }
        else if (set.Find(rest[0].Name) is not null && rest[0].Keys is null && rest.Count <= 2)
        {
            if (rest.Count == 2 && rest[1] is not { Name: "$value", Keys: null }) throw QueryFaultException.NotFound();
            await entities.WriteProperty(query, rest[0].Name, raw: rest.Count == 2);
        }
        else
        {
            await Navigate(context, entities, set, query, rest);
        }
    }

    private async Task Navigate(ODataContext context, EntityAnswer entities, SetModel set, CollectionQuery query, List<PathStep> rest)
    {
        var navigation = set.Navigation(rest[0].Name);
        if (navigation is null || rest[0].Keys is not null) throw QueryFaultException.NotFound();
        var target = Disclosure.Sets[navigation.Target];
        var owner = await entities.Value(query, navigation.Local);
        if (navigation.Many)
        {
            await Collection(context, target, owner is null ? null : (navigation.Remote, owner), rest[1..]);
        }
        else if (owner is null)
        {
            context.Http.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        else
        {
            await Entity(context, entities, target, entities.Query(target, query.Release, shape => ODataPath.Equal(shape, navigation.Remote, owner)), rest[1..]);
        }
    }

    private async Task Collection(ODataContext context, SetModel set, (string Property, LiteralExpression Value)? owner, List<PathStep> rest)
    {
        var counting = rest is [{ Name: "$count", Keys: null }];
        if (rest.Count > 0 && !counting) throw QueryFaultException.NotFound();
        if (counting) context.Options.AllowOnly("$filter", "$search", "$apply", "asOf");
        else context.Options.AllowOnly("$filter", "$select", "$orderby", "$top", "$skip", "$count", "$expand", "$search", "$compute", "$apply", "$format", "$skiptoken", "asOf");
        var release = Release(context);
        var binder = new CollectionBinder(facts.Of(release), context.Options);
        var request = binder.Bind(set, release, context.Path, owner, context.PageRows());
        if (owner is null && !counting) request = request with { Since = Tracking.Since(context, set, request, Tracking.Newest(set, request.Query.Release, store)) };
        if (counting) await Count(context, request);
        else await Page(context, request);
    }

    private async Task Page(ODataContext context, CollectionRequest request)
    {
        var representation = Representation.Of(context.Http.Request, context.Options, xmlAllowed: false);
        if (context.Begin(representation, request.Query.Release))
            await new CollectionAnswer(executor, context, portal).Write(request, representation);
    }

    private async Task Count(ODataContext context, CollectionRequest request)
    {
        var count = await executor.Count(request.Query, context.Cancellation);
        if (!context.Begin(new Representation(Representation.VersionOf(context.Http.Request), false, false, false), request.Query.Release, "text/plain;charset=utf-8")) return;
        await context.Http.Response.WriteAsync(count.ToString(CultureInfo.InvariantCulture), context.Cancellation);
    }

    private static int Release(ODataContext context) =>
        context.Release(context.Options["$skiptoken"] is { } text ? SkipToken.Read(text, SkipToken.Identify(context.Path, context.Options)) : null);
}
