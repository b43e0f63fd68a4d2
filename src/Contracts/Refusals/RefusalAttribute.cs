namespace Revitalization.Contracts.Refusals;

/// <summary>
/// Marks one member of a refusal enum (拒绝原因). Its public code is the enum's name without "Refusal" and the member's
/// name, in kebab case: <c>HouseholdRefusal.VillageUnknown</c> is <c>household.village-unknown</c>.
/// </summary>
/// <param name="status">The HTTP status that answers it.</param>
/// <param name="title">What was refused, in Chinese, for pages and error files.</param>
/// <param name="remedy">What to do about it, in Chinese.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class RefusalAttribute(int status, string title, string remedy) : Attribute
{
    public int Status { get; } = status;
    public string Title { get; } = title;
    public string Remedy { get; } = remedy;
}
