using System.Collections.Concurrent;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
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
    private const int LongestRequest = 4 * 1024;

    // What an answer's bytes depend on, beside its address.
    private static readonly string[] Decisive = ["Accept", "Prefer", "OData-MaxVersion", "X-Forwarded-Host", "X-Forwarded-Proto"];

    private Generation _answers = new(null, 0);

    /// <summary>Names a request whose answer may be kept; null for what is rare or long.</summary>
    public static string? KeyOf(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method) || request.Path.Value!.Length + request.QueryString.Value!.Length > LongestRequest) return null;
        var key = $"{request.Scheme}://{request.Host}{request.Path}{request.QueryString}";
        foreach (var name in Decisive)
        {
            if (request.Headers.TryGetValue(name, out var stated)) key += $"\n{name}:{stated}";
        }
        return key.Length <= 2 * LongestRequest ? key : null;
    }

    /// <summary>Answers from memory; false where it does not know the answer.</summary>
    public async ValueTask<bool> Answer(HttpContext http, string key)
    {
        if (!Current().Answers.TryGetValue(key, out var known)) return false;
        var response = http.Response;
        foreach (var (name, value) in known.Headers) response.Headers[name] = value;
        if (ODataContext.Has(http.Request, known.Tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return true;
        }
        response.ContentType = known.ContentType;
        response.ContentLength = known.Body.Length;
        await response.Body.WriteAsync(known.Body, http.RequestAborted);
        return true;
    }

    /// <summary>Keeps an answer that is about to go out whole.</summary>
    /// <param name="state">The releases it was answered from.</param>
    /// <param name="documents">The documents' edition when its answering began.</param>
    public void Keep(string key, HttpResponse response, ReadOnlySpan<byte> body, ReplicaState state, int documents)
    {
        var answers = Current();
        if (options.AnswersKeptBytes == 0 || !ReferenceEquals(answers.State, state) || answers.Documents != documents || response.Headers.ETag.ToString() is not { Length: > 0 } tag) return;
        if (answers.Answers.Count >= MostAnswers || Interlocked.Add(ref answers.Bytes, body.Length + (2 * key.Length)) > options.AnswersKeptBytes)
            Interlocked.CompareExchange(ref _answers, new(answers.State, answers.Documents), answers);
        List<KeyValuePair<string, StringValues>> headers = [.. Kept.Where(response.Headers.ContainsKey).Select(name => KeyValuePair.Create(name, response.Headers[name]))];
        answers.Answers[key] = new(tag, response.ContentType!, headers, body.ToArray());
    }

    private static readonly string[] Kept = ["OData-Version", HeaderNames.CacheControl, HeaderNames.Vary, HeaderNames.ETag, "Preference-Applied"];

    private Generation Current()
    {
        var (answers, state, documents) = (Volatile.Read(ref _answers), store.State, store.Database.DocumentEdition);
        if (ReferenceEquals(answers.State, state) && answers.Documents == documents) return answers;
        var fresh = new Generation(state, documents);
        return Interlocked.CompareExchange(ref _answers, fresh, answers) == answers ? fresh : Volatile.Read(ref _answers);
    }

    private sealed class Generation(ReplicaState? state, int documents)
    {
        public long Bytes;

        public ReplicaState? State => state;

        public int Documents => documents;

        public ConcurrentDictionary<string, KeptAnswer> Answers { get; } = new(StringComparer.Ordinal);
    }

    private sealed record KeptAnswer(string Tag, string ContentType, List<KeyValuePair<string, StringValues>> Headers, byte[] Body);
}
