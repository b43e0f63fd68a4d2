using System.Text.Json;
using Revitalization.Domain.Monitoring;

namespace Revitalization.Silo.Monitoring;

/// <summary>Codes of the API ↔ needs that are lacking; the other terms go by <see cref="Households.Terms"/>.</summary>
public static class MonitoringCodes
{
    private const string Suffix = "Lacking";

    private static readonly (string Code, BasicNeeds Need)[] s_needs =
    [
        .. Enum.GetValues<BasicNeeds>().Where(need => need != BasicNeeds.Met)
            .Select(need => (JsonNamingPolicy.KebabCaseLower.ConvertName(need.ToString()[..^Suffix.Length]), need)),
    ];

    /// <summary>Null where one of the codes is none.</summary>
    public static BasicNeeds? Needs(IReadOnlyList<string> codes)
    {
        var needs = BasicNeeds.Met;
        foreach (var code in codes)
        {
            var need = Array.Find(s_needs, each => string.Equals(each.Code, code, StringComparison.Ordinal)).Need;
            if (need == BasicNeeds.Met) return null;
            needs |= need;
        }
        return needs;
    }

    public static List<string> Codes(BasicNeeds needs) => [.. s_needs.Where(each => needs.HasFlag(each.Need)).Select(each => each.Code)];
}
