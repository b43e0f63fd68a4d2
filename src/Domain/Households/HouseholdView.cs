using System.Collections.Immutable;

namespace Revitalization.Domain.Households;

/// <summary>A member as it is on a day.</summary>
[GenerateSerializer, Immutable, Alias("member-view")]
public sealed record MemberView(
    [property: Id(0)] string MemberId, [property: Id(1)] DateOnly JoinedOn, [property: Id(2)] MemberDetails Details)
{
    /// <summary>Age by calendar years (按年计): the birth date is sealed, the year is not.</summary>
    public int AgeIn(int year) => year - Details.BirthYear;

    public bool HasLabour => Details.Labour != LabourAbility.None;

    public bool IsEmployed => Details.Employment != Employment.None;
}

/// <summary>A household as it is on a day (某日状态).</summary>
/// <param name="Exists">False before its registration and from its closing on.</param>
[GenerateSerializer, Immutable, Alias("household-view")]
public sealed record HouseholdView(
    [property: Id(0)] long Version, [property: Id(1)] DateOnly Day, [property: Id(2)] bool Exists,
    [property: Id(3)] string Village, [property: Id(4)] HouseholdProfile Profile,
    [property: Id(5)] ImmutableArray<MemberView> Members,
    [property: Id(6)] DateOnly RegisteredOn, [property: Id(7)] DateOnly? ClosedOn)
{
    /// <summary>Has at least one member with labour (有劳动力户).</summary>
    public bool HasLabour => Members.Any(member => member.HasLabour);

    /// <summary>零就业家庭: somebody able and willing to work, and nobody employed.</summary>
    public bool IsZeroEmployment =>
        Members.Any(member => member.HasLabour && member.Details.Willing) && !Members.Any(member => member.IsEmployed);
}

public sealed partial record Household
{
    /// <summary>As of a day; null of a household never registered, or not yet on that day.</summary>
    public HouseholdView? AsOf(DateOnly day)
    {
        if (Registered is not { } registered || day < registered.From) return null;
        var exists = ExistsOn(day);
        return new(
            Version, day, exists, VillageOn(day)!, ProfileOn(day), exists ? MembersOn(day) : [],
            registered.From, Closed is { } closed && closed.From <= day ? closed.From : null);
    }

    /// <summary>How many members were there on a day; 0 before it was registered and from its closing on.</summary>
    public int CountOn(DateOnly day) => Registered is { } registered && day >= registered.From && ExistsOn(day) ? Members.Count(member => member.PresentOn(day)) : 0;

    private ImmutableArray<MemberView> MembersOn(DateOnly day) =>
    [
        .. Members.Where(member => member.PresentOn(day))
            .Select(member => new MemberView(member.MemberId, member.JoinedOn(day)!.Value, member.DetailsOn(day))),
    ];
}
