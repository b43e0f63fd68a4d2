using System.IO.Compression;
using Microsoft.Extensions.Primitives;

namespace Revitalization.Portal.OData.Http;

/// <summary>One answer as it went out, with its headers ready to be sent again; compressed forms are made when first asked for.</summary>
internal sealed class KeptAnswer
{
    private readonly StringValues _tag, _version, _cacheControl, _vary, _applied, _contentType;
    private readonly byte[] _body;
    private readonly Endpoint? _endpoint;
    private byte[]? _brotli, _gzip;

    private KeptAnswer(HttpResponse response, ReadOnlySpan<byte> body)
    {
        var headers = response.Headers;
        (_tag, _version, _cacheControl, _vary) = (headers.ETag, headers["OData-Version"], headers.CacheControl, headers.Vary);
        (_applied, _contentType, _body, _endpoint) = (headers["Preference-Applied"], response.ContentType, body.ToArray(), response.HttpContext.GetEndpoint());
    }

    public int Bytes => _body.Length;

    /// <summary>Null where it says nothing by which a caller could know it again.</summary>
    public static KeptAnswer? Of(HttpResponse response, ReadOnlySpan<byte> body) =>
        response.StatusCode == StatusCodes.Status200OK && StringValues.IsNullOrEmpty(response.Headers.ContentEncoding) && response.Headers.ETag.Count == 1 ? new(response, body) : null;

    /// <param name="toAnyOrigin">The middleware that says so stands behind.</param>
    /// <param name="grown">Is told how many bytes more are kept from now on.</param>
    public Task Send(HttpContext http, bool toAnyOrigin, Action<int> grown)
    {
        http.SetEndpoint(_endpoint); // Log and metrics name the route that answered first.
        var headers = http.Response.Headers;
        if (toAnyOrigin) CrossOrigin.Allow(headers);
        headers["OData-Version"] = _version;
        (headers.CacheControl, headers.Vary, headers.ETag) = (_cacheControl, _vary, _tag);
        if (_applied.Count > 0) headers["Preference-Applied"] = _applied;
        if (IsKnownTo(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        var encoding = AcceptedEncoding.Of(http.Request);
        var body = encoding is null ? _body : Packed(encoding, grown);
        headers.ContentType = _contentType;
        if (encoding is not null) headers.ContentEncoding = encoding;
        http.Response.ContentLength = body.Length;
        return http.Response.Body.WriteAsync(body, http.RequestAborted).AsTask();
    }

    private bool IsKnownTo(HttpRequest request)
    {
        var known = request.Headers.IfNoneMatch;
        if (known.Count == 0) return false;
        var tag = _tag.ToString();
        return (known.Count == 1 && known[0] == tag) || ODataContext.Has(request, tag);
    }

    // Two who ask at once both make it; it is the same.
    private byte[] Packed(string encoding, Action<int> grown)
    {
        ref var kept = ref encoding == "br" ? ref _brotli : ref _gzip;
        if (Volatile.Read(ref kept) is { } known) return known;
        using var packed = new MemoryStream();
        using (Stream packer = encoding == "br" ? new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true) : new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            packer.Write(_body);
        var made = packed.ToArray();
        if (Interlocked.CompareExchange(ref kept, made, null) is { } other) return other;
        grown(made.Length);
        return made;
    }
}
