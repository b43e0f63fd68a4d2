using System.Text.Json;
using System.Xml;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.OData.Output;

namespace Revitalization.Portal.OData.Http;

/// <summary><c>$metadata</c> in both forms, written once; and the service document.</summary>
internal sealed class MetadataAnswer(PortalOptions portal)
{
    private readonly Lazy<byte[]> _xml = new(() => WriteXml(EdmDisclosure.Described(portal)));
    private readonly Lazy<byte[]> _json = new(() => WriteJson(EdmDisclosure.Described(portal)));

    public async Task Metadata(ODataContext context)
    {
        context.Options.AllowOnly("$format", "asOf");
        var representation = Representation.Of(context.Http.Request, context.Options, xmlAllowed: true);
        if (!context.Begin(representation, 0, representation.Xml ? null : "application/json;charset=utf-8")) return;
        await context.Http.Response.Body.WriteAsync(representation.Xml ? _xml.Value : _json.Value, context.Cancellation);
    }

    public static async Task Service(ODataContext context)
    {
        context.Options.AllowOnly("$format", "asOf");
        var representation = Representation.Of(context.Http.Request, context.Options, xmlAllowed: false);
        if (!context.Begin(representation, 0)) return;
        await using var body = new JsonBody(context.Http.Response.BodyWriter);
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

    private static byte[] WriteXml(EdmModel model)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false) }))
        {
            if (!CsdlWriter.TryWriteCsdl(model, xml, CsdlTarget.OData, out var errors))
                throw new InvalidOperationException(string.Join("; ", errors));
        }
        return stream.ToArray();
    }

    private static byte[] WriteJson(EdmModel model)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            if (!CsdlWriter.TryWriteCsdl(model, json, out var errors))
                throw new InvalidOperationException(string.Join("; ", errors));
        }
        return stream.ToArray();
    }
}
