using System.Text.Json;
using System.Xml;
using Microsoft.OData.Edm.Csdl;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.OData.Output;

namespace Revitalization.Portal.OData.Http;

/// <summary><c>$metadata</c> in both forms, written once; and the service document.</summary>
internal static class MetadataAnswer
{
    private static readonly Lazy<byte[]> Xml = new(WriteXml);
    private static readonly Lazy<byte[]> Json = new(WriteJson);

    public static async Task Metadata(ODataContext context)
    {
        context.Options.AllowOnly("$format", "asOf");
        var representation = Representation.Of(context.Http.Request, context.Options, xmlAllowed: true);
        if (!context.Begin(representation, 0)) return;
        if (!representation.Xml) context.Http.Response.ContentType = "application/json;charset=utf-8";
        await context.Http.Response.Body.WriteAsync(representation.Xml ? Xml.Value : Json.Value, context.Cancellation);
    }

    public static async Task Service(ODataContext context)
    {
        context.Options.AllowOnly("$format", "asOf");
        var representation = Representation.Of(context.Http.Request, context.Options, xmlAllowed: false);
        if (!context.Begin(representation, 0)) return;
        await using var body = new JsonBody(context.Http.Response);
        body.Json.WriteStartObject();
        if (representation.Metadata) body.Json.WriteString("@odata.context", context.Root + "$metadata");
        body.Json.WriteStartArray("value");
        foreach (var set in Disclosure.InOrder)
        {
            body.Json.WriteStartObject();
            body.Json.WriteString("name", set.Name);
            body.Json.WriteString("kind", "EntitySet");
            body.Json.WriteString("url", set.Name);
            body.Json.WriteEndObject();
        }
        body.Json.WriteEndArray();
        body.Json.WriteEndObject();
        await body.Flush(context.Cancellation);
    }

    private static byte[] WriteXml()
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false) }))
        {
            if (!CsdlWriter.TryWriteCsdl(EdmDisclosure.Model, xml, CsdlTarget.OData, out var errors))
                throw new InvalidOperationException(string.Join("; ", errors));
        }
        return stream.ToArray();
    }

    private static byte[] WriteJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            if (!CsdlWriter.TryWriteCsdl(EdmDisclosure.Model, json, out var errors))
                throw new InvalidOperationException(string.Join("; ", errors));
        }
        return stream.ToArray();
    }
}
