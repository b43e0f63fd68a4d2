using System.Text.Json.Nodes;

namespace Revitalization.Domain.Events;

internal static class ImportUpCasts
{
    /// <summary>The first shape did not keep the column mapping that the file was received by; none is invented.</summary>
    public static JsonObject WithMapping(JsonObject first) => first;
}
