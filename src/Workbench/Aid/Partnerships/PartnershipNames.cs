using Revitalization.Contracts.Aid;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Aid.Partnerships;

/// <summary>The partnerships that the reader may see.</summary>
internal static class PartnershipNames
{
    /// <summary>None where they cannot be had: a list to choose from is no reason to show no page.</summary>
    public static async Task<IReadOnlyList<PartnershipRow>> Rows(SiloClient silo, CancellationToken cancellation) =>
        (await silo.Get<IReadOnlyList<PartnershipRow>>("/api/partnerships", cancellation)).Value ?? [];

    public static async Task<IReadOnlyList<Choice>> Choices(SiloClient silo, CancellationToken cancellation) =>
        [.. (await Rows(silo, cancellation)).Select(row => new Choice(row.Code, Short(row.DonorName, row.RecipientName)))];

    /// <summary>The last parts of the two full names: 萧山区—旺苍县.</summary>
    public static string Short(string donor, string recipient) => $"{Last(donor)}—{Last(recipient)}";

    private static string Last(string fullName)
    {
        var end = fullName.Length - 1;
        var start = end > 0 ? fullName.LastIndexOfAny(['省', '市', '州', '盟'], end - 1) : -1;
        return fullName[(start + 1)..];
    }
}
