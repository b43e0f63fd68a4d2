using Microsoft.Net.Http.Headers;
using Revitalization.Portal.OData.Http;
using Revitalization.Portal.OData.Requests;

namespace Revitalization.Portal.OData.Batch;

/// <summary>One request of a batch on its way through the service: a request of its own, whose answer is kept until it is whole.</summary>
internal sealed class BatchPart : IDisposable
{
    // What a request inside says for itself; all else that it might state (a host, a cookie) is not its to state.
    private static readonly HashSet<string> Own = new(StringComparer.OrdinalIgnoreCase)
    {
        HeaderNames.Accept, "Prefer", HeaderNames.IfNoneMatch, "OData-MaxVersion", "OData-Version",
    };

    private static readonly string[] Inherited = ["OData-MaxVersion", "X-Forwarded-Host", "X-Forwarded-Proto"];
    private readonly BoundedBody _body = new();

    public BatchPart(HttpContext outer, BatchItem item)
    {
        Http = new DefaultHttpContext { RequestServices = outer.RequestServices, RequestAborted = outer.RequestAborted, User = outer.User };
        (Http.Request.Method, Http.Request.Scheme, Http.Request.Host) = ("GET", outer.Request.Scheme, outer.Request.Host);
        foreach (var name in Inherited) Http.Request.Headers[name] = outer.Request.Headers[name];
        foreach (var (name, value) in item.Headers.Where(header => Own.Contains(header.Key))) Http.Request.Headers[name] = value;
        Http.Response.Body = _body;
    }

    private BatchPart()
    {
        Http = new DefaultHttpContext();
        Http.Response.Body = _body;
    }

    public DefaultHttpContext Http { get; }
    public int Status => Http.Response.StatusCode;
    public ReadOnlyMemory<byte> Body => _body.GetBuffer().AsMemory(0, (int)_body.Length);

    public IEnumerable<KeyValuePair<string, string>> Headers => Http.Response.Headers
        .Where(header => header.Key is not ("Vary" or "Cache-Control"))
        .Select(header => KeyValuePair.Create(header.Key, header.Value.ToString()));

    public static BatchPart Of(QueryFaultException fault)
    {
        var part = new BatchPart();
        ODataEndpoints.Fill(part.Http, fault);
        part._body.Write(ODataEndpoints.Body(fault));
        return part;
    }

    public Task Complete() => Http.Response.CompleteAsync();

    public void Dispose() => _body.Dispose();

    private sealed class BoundedBody : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count)
        {
            Check(count);
            base.Write(buffer, offset, count);
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Check(buffer.Length);
            base.Write(buffer);
        }

        private void Check(int more)
        {
            if (Length + more > BatchLimits.MostAnswerBytes) throw new QueryFaultException(413, "answer-too-large", "这个请求的结果太大，不能放在批中，请单独请求。");
        }
    }
}
