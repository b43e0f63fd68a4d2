using Revitalization.Portal.OData.Apply;
using Revitalization.Portal.OData.Execution;
using Revitalization.Portal.OData.Expressions;
using Revitalization.Portal.OData.Http;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.OData.Output;
using Revitalization.Portal.OData.Requests;
using Revitalization.Portal.OData.Sql;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.OData.Delta;

/// <summary>
/// The delta feed: what was added, changed and removed between the release that a caller has and the newest, found by reading both
/// in the order of their key. Nothing about callers is kept; a release that is no longer held answers 410.
/// </summary>
internal sealed class DeltaService(QueryExecutor executor, ReleaseFactsBook facts, ReplicaStore store) : IDisposable
{
    /// <summary>Rows compared for one page; where little changed, a page may hold nothing and yet have a next one.</summary>
    private const int MostCompared = 100_000;

    // Each walk holds two of the replica's readers: a few at a time, or all would wait for their second one.
    private readonly SemaphoreSlim _free = new(4, 4);

    public async Task Answer(ODataContext context, SetModel set, ReplicaState state)
    {
        context.Options.AllowOnly("$filter", "$select", "$search", "$format", "$deltatoken");
        var token = DeltaToken.Read(context.Options["$deltatoken"]!, DeltaToken.Identify(context.Path, context.Options), set.Key.Count);
        if (set.ChangesBetweenReleases)
        {
            await Later(context, set, token, state);
            return;
        }
        // What was taken back must leave every copy as well; which rows they were is no longer known here.
        if (token.Redacted != Tracking.Redacted(state, token.From)) throw Gone("这份副本里有后来隐去的行，请重新读一遍整个集合。");
        var to = token.To ?? state.Current?.Number ?? 0;
        var (older, newer) = (Bind(context, set, Held(state, token.From)), Bind(context, set, Held(state, to)));
        var representation = Representation.Of(context.Http.Request, context.Options, xmlAllowed: false);
        var rows = context.PageRows();
        if (!context.Begin(representation, to)) return;
        await _free.WaitAsync(context.Cancellation);
        try
        {
            var after = token.After is null ? null : new SkipToken(to, "", token.After, 0);
            using var before = await executor.Open(older.Query, new Page(0, MostCompared + 1, after), false, context.Cancellation);
            using var now = await executor.Open(newer.Query, new Page(0, MostCompared + 1, after), false, context.Cancellation);
            var answer = new DeltaAnswer(context, set, newer, representation, now.Layout);
            await answer.Write(new DeltaWalk(before, now, Compared(now.Layout, newer)), token with { To = to }, to, rows, MostCompared);
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose() => _free.Dispose();

    // Documents stay, and each row says with which release of their own channel it came: what is newer than the copy is the difference. Under a filter, what is
    // newer and does not fulfil it is named as removed: it may have fulfilled it before, and who never had it has nothing to remove.
    private async Task Later(ODataContext context, SetModel set, DeltaToken token, ReplicaState state)
    {
        var to = token.To ?? store.Database.DocumentEdition;
        var newer = Bind(context, set, state.Current?.Number ?? 0);
        var every = new CollectionBinder(facts.Of(newer.Query.Release), QueryOptions.Parse(null)).Bind(set, newer.Query.Release, context.Path, null, int.MaxValue);
        var representation = Representation.Of(context.Http.Request, context.Options, xmlAllowed: false);
        var rows = context.PageRows();
        if (!context.Begin(representation, newer.Query.Release)) return;
        var page = new Page(0, MostCompared + 1, token.After is null ? null : new SkipToken(0, "", token.After, 0));
        await _free.WaitAsync(context.Cancellation);
        try
        {
            using var changed = await executor.Open(Since(every.Query, token.From), page, false, context.Cancellation);
            using var now = await executor.Open(Since(newer.Query, token.From), page, false, context.Cancellation);
            var answer = new DeltaAnswer(context, set, newer, representation, now.Layout);
            await answer.Write(new DeltaWalk(changed, now, compared: null), token with { To = to }, to, rows, MostCompared);
        }
        finally
        {
            _free.Release();
        }
    }

    private static CollectionQuery Since(CollectionQuery query, int release)
    {
        var number = query.Stage.Shape.Find("Release")!;
        var came = Typing.Binary(Operator.Greater, new ColumnExpression(Paths.It, number.Path, number.Type, number.Nullable), new LiteralExpression(DataType.Int64, (long)release));
        return query with { Stage = new Stage.Filter(query.Stage, came) };
    }

    private CollectionRequest Bind(ODataContext context, SetModel set, int release) =>
        new CollectionBinder(facts.Of(release), context.Options).Bind(set, release, context.Path, null, int.MaxValue);

    // Every row names its release; that alone is no change.
    private static List<int> Compared(RowLayout layout, CollectionRequest request) =>
        [.. request.Selection.Columns.Where(column => request.Set != Disclosure.Observations || column.Path != "Release").Select(column => layout.IndexOf(column.Path))];

    private static int Held(ReplicaState state, int release) => release == 0 || state.Find(release) is { Held: true }
        ? release
        : throw Gone("这份副本所依据的发布已不再保留，请重新读一遍整个集合。");

    private static QueryFaultException Gone(string why) => new(410, "release-gone", why);
}
