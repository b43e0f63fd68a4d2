using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Households;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Households;

/// <summary>
/// A change says that life changed; a correction says that the record was wrong, and why. Both are filled in on the same
/// fields, so every form here exists twice, and this is the second one's sending.
/// </summary>
internal static class Corrections
{
    /// <summary>Fields that a correction's form has beside the corrected ones.</summary>
    public static IEnumerable<(string Name, string? Value)> Fields => [("act", FreshId.Next())];

    public static Task<Answer<Receipt>> Send(SiloClient silo, string household, TypedForm form, CorrectionBody body, CancellationToken cancellation) =>
        silo.Put<Receipt>($"{HouseholdApi.Of(household)}/corrections/{Uri.EscapeDataString(form.Required("act"))}", body, null, cancellation);
}

internal static class HouseholdApi
{
    public static string Of(string household) => $"/api/households/{Uri.EscapeDataString(household)}";
}
