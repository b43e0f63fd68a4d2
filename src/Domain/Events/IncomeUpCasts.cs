using System.Text.Json.Nodes;

namespace Revitalization.Domain.Events;

/// <summary>Incomes of the first shape stood flat and stated operating income already net of costs.</summary>
internal static class IncomeUpCasts
{
    private static readonly string[] s_components = ["wageFen", "operatingFen", "propertyFen", "transferFen"];

    public static JsonObject WithCosts(JsonObject first)
    {
        var amounts = new JsonObject();
        foreach (var component in s_components)
        {
            if (first.Remove(component, out var fen)) amounts[component] = fen;
        }
        first["amounts"] = amounts;
        return first;
    }
}
