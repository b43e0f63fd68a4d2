using System.Text.Json.Serialization;
using Revitalization.Domain.Privacy;

namespace Revitalization.Domain.Households;

/// <summary>What a household is (户信息).</summary>
/// <param name="RiskCleared">风险消除: only of a monitored household.</param>
/// <param name="Resettled">易地搬迁.</param>
/// <param name="Site">集中安置点; null where it lives dispersed (分散安置).</param>
/// <param name="Group">村民小组; stated, null leaves what is known and the empty text takes it away; known, null is unknown.</param>
[GenerateSerializer, Immutable, Alias("household-profile")]
public sealed record HouseholdProfile(
    [property: Id(0)] HouseholdKind Kind,
    [property: Id(1)] MonitoredKind Monitored = MonitoredKind.None,
    [property: Id(2)] bool RiskCleared = false,
    [property: Id(3)] bool Resettled = false,
    [property: Id(4)] string? Site = null,
    [property: Id(5)] string? Group = null);

/// <summary>
/// What a member is (家庭成员). Sealed fields are personal; a sealed null leaves what is known as it is,
/// <see cref="SealedText.Cleared"/> takes it away. The rest is plain, because statistics need it.
/// </summary>
/// <param name="Person">The keyring's random id of the person.</param>
/// <param name="BirthDate">Only where no national id tells it (a newborn).</param>
/// <param name="Willing">有就业意愿: able members who study or keep house are not counted as out of work.</param>
/// <param name="Health">健康、残疾状况.</param>
[GenerateSerializer, Immutable, Alias("member-details")]
public sealed record MemberDetails(
    [property: Id(0)] Guid Person,
    [property: Id(1)] SealedText Name,
    [property: Id(2)] SealedText? NationalId,
    [property: Id(3)] Sex Sex,
    [property: Id(4)] int BirthYear,
    [property: Id(5)] Relation Relation,
    [property: Id(6)] LabourAbility Labour = LabourAbility.None,
    [property: Id(7), JsonIgnore(Condition = JsonIgnoreCondition.Never)] bool Willing = true,
    [property: Id(8)] Employment Employment = Employment.None,
    [property: Id(9)] Schooling Schooling = Schooling.Unstated,
    [property: Id(10)] SealedText? Phone = null,
    [property: Id(11)] SealedText? BirthDate = null,
    [property: Id(12)] SealedText? BankAccount = null,
    [property: Id(13)] SealedText? Health = null);

/// <summary>A quarter's income of a household in fen (分); none may be negative (收入).</summary>
/// <param name="OperatingFen">经营性收入, gross.</param>
/// <param name="CostsFen">生产经营性支出, taken from operating income.</param>
/// <param name="TransferFen">转移性收入: support from children, insurance claims and donations included.</param>
[GenerateSerializer, Immutable, Alias("income-amounts")]
public sealed record IncomeAmounts(
    [property: Id(0)] long WageFen,
    [property: Id(1)] long OperatingFen,
    [property: Id(2)] long CostsFen,
    [property: Id(3)] long PropertyFen,
    [property: Id(4)] long TransferFen)
{
    public static readonly IncomeAmounts Zero = new(0, 0, 0, 0, 0);

    /// <summary>纯收入; may be negative in a bad season.</summary>
    [JsonIgnore]
    public long NetFen => WageFen + OperatingFen - CostsFen + PropertyFen + TransferFen;
}
