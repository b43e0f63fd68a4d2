using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Revitalization.Hosting.Look;

/// <summary>
/// The small files a page needs (style sheet, script, icon), embedded in assemblies and served under one prefix.
/// The address carries a hash of the content, so a browser may keep a file for a year and still never show an old one.
/// </summary>
public sealed class AssetBook
{
    private const string ResourcePrefix = "asset/";
    private static readonly FileExtensionContentTypeProvider ContentTypes = new();
    private readonly string _prefix;
    private readonly FrozenDictionary<string, Asset> _byName;

    /// <param name="prefix">Such as <c>/portal/</c>; equal names under two prefixes never meet.</param>
    /// <param name="assemblies">Searched for resources named <c>asset/…</c>; this assembly's shared style sheet is always included.</param>
    public AssetBook(string prefix, params IEnumerable<Assembly> assemblies)
    {
        _prefix = prefix;
        _byName = assemblies.Append(typeof(AssetBook).Assembly).Distinct()
            .SelectMany(Assets)
            .ToFrozenDictionary(asset => asset.Name, StringComparer.Ordinal);
    }

    /// <summary>The address of one file, to be written into a page.</summary>
    public string AddressOf(string name) => $"{_prefix}{name}?v={_byName[name].Hash}";

    public void Map(IEndpointRouteBuilder routes) => routes.MapGet($"{_prefix}{{name}}", Serve).AllowAnonymous();

    private IResult Serve(string name, HttpContext context)
    {
        if (!_byName.TryGetValue(name, out var asset)) return TypedResults.NotFound();
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.Bytes(asset.Content, asset.ContentType, entityTag: new EntityTagHeaderValue($"\"{asset.Hash}\""));
    }

    private static IEnumerable<Asset> Assets(Assembly assembly) =>
        from resource in assembly.GetManifestResourceNames()
        where resource.StartsWith(ResourcePrefix, StringComparison.Ordinal)
        select Read(assembly, resource);

    private static Asset Read(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)!;
        var content = new byte[checked((int)stream.Length)];
        stream.ReadExactly(content);
        var name = resource[ResourcePrefix.Length..];
        var hash = Convert.ToHexStringLower(SHA256.HashData(content))[..12];
        var type = ContentTypes.TryGetContentType(name, out var known) ? known : "application/octet-stream";
        return new Asset(name, content, type.StartsWith("text/", StringComparison.Ordinal) ? type + "; charset=utf-8" : type, hash);
    }

    private sealed record Asset(string Name, byte[] Content, string ContentType, string Hash);
}
