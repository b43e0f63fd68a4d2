using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Revitalization.Portal.OData.Http;

/// <summary>
/// Answers of the feeds are compressed as the caller accepts, cheaply: they are written once each. Whole sets lie compressed on
/// disk already, and are passed on as they are. Nothing secret stands in them that their size could betray.
/// </summary>
internal sealed class FeedCompression(IServiceProvider services, IOptions<ResponseCompressionOptions> options)
    : ResponseCompressionProvider(services, options)
{
    public override bool ShouldCompressResponse(HttpContext context) =>
        !context.Response.Headers.ContainsKey(HeaderNames.ContentEncoding) && base.ShouldCompressResponse(context);

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<IResponseCompressionProvider, FeedCompression>();
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
        services.Configure<ResponseCompressionOptions>(compression =>
        {
            compression.EnableForHttps = true;
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
            compression.MimeTypes = ["application/json", "application/jsonl", "application/xml", "application/ld+json", "text/csv", "text/plain", "multipart/mixed"];
        });
    }

    public static void Use(WebApplication app) => app.UseWhen(CrossOrigin.IsFeed, feeds => feeds.UseResponseCompression());
}
