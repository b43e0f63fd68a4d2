using System.Text.Json.Nodes;

namespace Revitalization.Domain.Events;

internal static class AuditUpCasts
{
    /// <summary>The first shape did not say where the household was; nothing is invented: such a read shows to the audit administrator only.</summary>
    public static JsonObject WithRegion(JsonObject first) => first;
}
