using Revitalization.Contracts.Policies;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Monitoring.Print;

/// <summary>How long a notice hangs, in the words of the packs that the county adopted: the later adoption speaks last.</summary>
internal static class NoticeDays
{
    private const string Rule = "monitoring.notice.days";
    private const int CountyDigits = 6;

    public static async Task<string?> Of(SiloClient silo, string regionCode, CancellationToken cancellation)
    {
        var county = regionCode[..Math.Min(CountyDigits, regionCode.Length)];
        var adopted = (await silo.Get<CountyPolicies>($"/api/counties/{county}/policies", cancellation)).Value?.Adopted ?? [];
        foreach (var adoption in adopted.Where(one => one.Until is null).OrderByDescending(one => one.From))
        {
            var pack = await silo.Get<PolicyPackView>($"/api/policies/{Uri.EscapeDataString(adoption.Pack)}", cancellation);
            if (pack.Value?.Rules.FirstOrDefault(rule => rule.Id == Rule) is { Values: [.., var latest] }) return latest.Text;
        }

        return null;
    }
}
