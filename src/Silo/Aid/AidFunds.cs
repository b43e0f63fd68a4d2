using Revitalization.Domain.Aid;
using Revitalization.Domain.Funds;

namespace Revitalization.Silo.Aid;

/// <summary>Which fund a partnership's money belongs to: sources are kept apart (DOMAIN 7).</summary>
public static class AidFunds
{
    public static FundKey Of(PartnershipKind kind, Support support, string county) => new(
        support.Form == AidForm.Donation || support.Field == AidField.Donation ? FundSource.Donation : kind switch
        {
            PartnershipKind.EastWest => FundSource.EastWest,
            PartnershipKind.ProvincialCounterpart => FundSource.Counterpart,
            _ => FundSource.Designated,
        }, support.Year, county);

    /// <summary>Money and donated money become a fund's; goods, days and purchases do not.</summary>
    public static bool IsMoney(Support support) => support.Form == AidForm.Money;

    /// <summary>Names one confirmation of a report for ever.</summary>
    public static string Origin(string report, long confirmedAt) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{report}@{confirmedAt}");
}
