using Revitalization.Contracts.Policies;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Monitoring.Print;

/// <summary>How long a notice hangs, in the words of the uppermost pack that holds in the county and says so.</summary>
internal static class NoticeDays
{
    private const string Rule = "monitoring.notice.days";
    private const int CountyDigits = 6;

    public static async Task<string?> Of(SiloClient silo, string regionCode, CancellationToken cancellation)
    {
        var county = regionCode[..Math.Min(CountyDigits, regionCode.Length)];
        var holding = (await silo.Get<CountyPolicies>($"/api/counties/{county}/policies", cancellation)).Value?.Holding ?? [];
        foreach (var id in holding.Reverse())
        {
            var pack = await silo.Get<PolicyPackView>($"/api/policies/{Uri.EscapeDataString(id)}", cancellation);
            if (pack.Value?.Rules.FirstOrDefault(rule => rule.Id == Rule) is { Values: [.., var latest] }) return latest.Text;
        }

        return null;
    }
}
