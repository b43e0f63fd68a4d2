using System.Collections.Concurrent;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.OData.Http;

/// <summary>
/// Whole small answers, as they went out (成文). A release never changes, so the same request has the same bytes until the state of the
/// replica is another one; then all are forgotten. Bounded in number and bytes; when full it begins anew.
/// </summary>
internal sealed class AnswerCache(ReplicaStore store, PortalOptions options)
{
    /// <summary>A larger answer costs more to keep than to write again.</summary>
    public const int LargestAnswer = 64 * 1024;

    private const int MostAnswers = 10_000;

    private Generation _answers = new(null, 0);

    /// <summary>Answers from memory, or passes the request on where it does not know the answer.</summary>
    public Task Answer(HttpContext http, RequestDelegate next)
    {
        if (AnswerKey.Of(http) is not { } key) return next(http);
        var answers = Current();
        return answers.Answers.TryGetValue(key, out var known) ? known.Send(http, !options.IsProvince, answers.Grow) : next(http);
    }

    /// <summary>Keeps an answer that is about to go out whole.</summary>
    /// <param name="state">The releases it was answered from.</param>
    /// <param name="documents">The documents' edition when its answering began.</param>
    public void Keep(AnswerKey key, HttpResponse response, ReadOnlySpan<byte> body, ReplicaState state, int documents)
    {
        var answers = Current();
        if (options.AnswersKeptBytes == 0 || body.Length > LargestAnswer || !ReferenceEquals(answers.State, state) || answers.Documents != documents) return;
        if (KeptAnswer.Of(response, body) is not { } answer || !answers.Answers.TryAdd(key, answer)) return;
        answers.Grow(answer.Bytes + (2 * key.Length));
        if (answers.Counted() > MostAnswers || answers.Bytes > options.AnswersKeptBytes)
            Interlocked.CompareExchange(ref _answers, new(answers.State, answers.Documents), answers);
    }

    private Generation Current()
    {
        var (answers, state, documents) = (Volatile.Read(ref _answers), store.State, store.Database.DocumentEdition);
        if (ReferenceEquals(answers.State, state) && answers.Documents == documents) return answers;
        var fresh = new Generation(state, documents);
        return Interlocked.CompareExchange(ref _answers, fresh, answers) == answers ? fresh : Volatile.Read(ref _answers);
    }

    private sealed class Generation
    {
        private long _bytes;
        private int _count;

        public Generation(ReplicaState? state, int documents) => (State, Documents, Grow) = (state, documents, bytes => Interlocked.Add(ref _bytes, bytes));

        public ReplicaState? State { get; }

        public int Documents { get; }

        public long Bytes => Interlocked.Read(ref _bytes);

        /// <summary>Made once: it is handed on with every answer.</summary>
        public Action<int> Grow { get; }

        /// <summary>One more; the dictionary's own count would hold up all who read it.</summary>
        public int Counted() => Interlocked.Increment(ref _count);

        public ConcurrentDictionary<AnswerKey, KeptAnswer> Answers { get; } = new();
    }
}

/// <summary>Where kept answers go out: before routing and whatever comes behind it, for they were let through there once.</summary>
internal static class AnswerCacheServices
{
    public static void UseKeptAnswers(this IApplicationBuilder app, PortalOptions portal)
    {
        if (portal.AnswersKeptBytes == 0) return;
        var answers = app.ApplicationServices.GetRequiredService<AnswerCache>();
        app.Use(answers.Answer);
    }
}
