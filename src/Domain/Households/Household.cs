using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Revitalization.Domain.Calendar;

namespace Revitalization.Domain.Households;

/// <summary>A quarter's income as one entry states it; of several the last holds.</summary>
public sealed record IncomeEntry(Period Quarter, long Entry, IncomeAmounts Amounts);

/// <param name="FromHousehold">The household it split from, if any.</param>
public sealed record Registration(string? FromHousehold);

public sealed record VillageStay(string Village, VillageChange Why);

public sealed record Closing(CloseKind Kind);

/// <summary>
/// All that was said of one household (户), each value with the day it holds from and the entry that said it, so that the
/// household can be read as of any day; folding only the events recorded up to a moment gives it as it was known then.
/// </summary>
/// <param name="Version">Events folded; the number of the last entry.</param>
public sealed partial record Household(
    long Version, Dated<Registration>? Registered, ImmutableArray<Dated<VillageStay>> Villages,
    ImmutableArray<Dated<ProfilePatch>> Profiles, ImmutableArray<MemberHistory> Members,
    ImmutableArray<IncomeEntry> Incomes, Dated<Closing>? Closed)
{
    public static readonly Household Empty = new(0, null, [], [], [], [], null);

    [JsonIgnore]
    public bool IsRegistered => Registered is not null;

    /// <summary>From its registration until it closed.</summary>
    public bool ExistsOn(DateOnly day) =>
        Registered is { } registered && registered.From <= day && (Closed is not { } closed || day < closed.From);

    public string? VillageOn(DateOnly day) => Villages.At(day)?.Value.Village;

    public HouseholdProfile ProfileOn(DateOnly day)
    {
        var profile = new HouseholdProfile(HouseholdKind.Ordinary);
        foreach (var dated in Profiles)
        {
            if (dated.From > day) break;
            profile = dated.Value.ApplyTo(profile);
        }
        return profile;
    }

    /// <summary>Since when the kind stated on a day holds without a break; null where the household is not monitored.</summary>
    public DateOnly? MonitoredSince(DateOnly day)
    {
        DateOnly? since = null;
        var kind = MonitoredKind.None;
        foreach (var dated in Profiles.TakeWhile(dated => dated.From <= day))
        {
            if (dated.Value.Monitoring is not { } stated || stated.Kind == kind) continue;
            (kind, since) = (stated.Kind, stated.Kind == MonitoredKind.None ? null : dated.From);
        }
        return since;
    }

    public MemberHistory? Member(string memberId) =>
        Members.FirstOrDefault(member => string.Equals(member.MemberId, memberId, StringComparison.Ordinal));

    public IncomeAmounts? IncomeOf(Period quarter) => Incomes.LastOrDefault(income => income.Quarter == quarter)?.Amounts;
}
