using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Revitalization.Portal.OData.Output;

namespace Revitalization.Portal.OData.Batch;

/// <summary>Writes a batch's answer, part after part, in the form that the caller reads.</summary>
internal abstract class BatchWriter(HttpContext http) : IAsyncDisposable
{
    /// <summary>A part that was not run needs no answer.</summary>
    public abstract bool MayLeaveOut { get; }

    protected HttpContext Http { get; } = http;

    public static BatchWriter Of(HttpContext http, BatchBody body)
    {
        http.Response.Headers["OData-Version"] = Representation.VersionOf(http.Request);
        http.Response.Headers.CacheControl = "no-store";
        // In the form it was asked in, whatever Accept says: clients send the Accept that they mean for the requests inside.
        return body.IsJson ? new JsonBatchWriter(http) : new MultipartBatchWriter(http, body.Bytes);
    }

    public abstract Task Write(BatchItem item, BatchPart part);

    public abstract Task End();

    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary><c>{"responses":[{"id":…,"status":…,"headers":…,"body":…}]}</c>.</summary>
internal sealed class JsonBatchWriter : BatchWriter
{
    private readonly JsonBody _body;

    public JsonBatchWriter(HttpContext http)
        : base(http)
    {
        http.Response.ContentType = "application/json;charset=utf-8";
        _body = new JsonBody(http.Response.BodyWriter);
        _body.Json.WriteStartObject();
        _body.Json.WriteStartArray("responses");
    }

    public override bool MayLeaveOut => false;

    public override async Task Write(BatchItem item, BatchPart part)
    {
        var json = _body.Json;
        json.WriteStartObject();
        if (item.Id is not null) json.WriteString("id", item.Id);
        json.WriteNumber("status", part.Status);
        json.WriteStartObject("headers");
        foreach (var (name, value) in part.Headers) json.WriteString(name.ToLowerInvariant(), value);
        json.WriteEndObject();
        if (part.Body.Length > 0) WriteBody(part);
        json.WriteEndObject();
        await _body.FlushIfFull(Http.RequestAborted);
    }

    public override async Task End()
    {
        _body.Json.WriteEndArray();
        _body.Json.WriteEndObject();
        await _body.Flush(Http.RequestAborted);
    }

    public override async ValueTask DisposeAsync()
    {
        await _body.DisposeAsync();
        await base.DisposeAsync();
    }

    // JSON as it is, text as a string, anything else in base64url: so says OData's JSON format.
    private void WriteBody(BatchPart part)
    {
        var type = part.Http.Response.ContentType ?? "";
        _body.Json.WritePropertyName("body");
        if (type.StartsWith("application/json", StringComparison.Ordinal)) _body.Json.WriteRawValue(part.Body.Span, skipInputValidation: true);
        else if (type.StartsWith("text/", StringComparison.Ordinal)) _body.Json.WriteStringValue(part.Body.Span);
        else _body.Json.WriteStringValue(Base64Url.EncodeToString(part.Body.Span));
    }
}

/// <summary>Parts of <c>application/http</c>, in the order they were asked.</summary>
internal sealed class MultipartBatchWriter : BatchWriter
{
    private readonly string _boundary;

    public MultipartBatchWriter(HttpContext http, byte[] asked)
        : base(http)
    {
        // No body of ours can hold the digest of what was asked at the start of a line.
        _boundary = "batchresponse_" + Convert.ToHexStringLower(SHA256.HashData(asked).AsSpan(0, 16));
        http.Response.ContentType = "multipart/mixed; boundary=" + _boundary;
    }

    public override bool MayLeaveOut => true;

    public override async Task Write(BatchItem item, BatchPart part)
    {
        var head = new StringBuilder($"--{_boundary}\r\n{HeaderNames.ContentType}: application/http\r\nContent-Transfer-Encoding: binary\r\n");
        if (item.Id is not null) head.Append(CultureInfo.InvariantCulture, $"Content-ID: {item.Id}\r\n");
        head.Append(CultureInfo.InvariantCulture, $"\r\nHTTP/1.1 {part.Status} {ReasonPhrases.GetReasonPhrase(part.Status)}\r\n");
        foreach (var (name, value) in part.Headers) head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        head.Append(CultureInfo.InvariantCulture, $"{HeaderNames.ContentLength}: {part.Body.Length}\r\n\r\n");
        await Http.Response.BodyWriter.WriteAsync(Encoding.UTF8.GetBytes(head.ToString()), Http.RequestAborted);
        await Http.Response.BodyWriter.WriteAsync(part.Body, Http.RequestAborted);
        await Http.Response.BodyWriter.WriteAsync("\r\n"u8.ToArray(), Http.RequestAborted);
    }

    public override async Task End() =>
        await Http.Response.BodyWriter.WriteAsync(Encoding.UTF8.GetBytes($"--{_boundary}--\r\n"), Http.RequestAborted);
}
