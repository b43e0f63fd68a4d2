using Revitalization.Domain.Commands;
using Revitalization.Domain.Villages;

namespace Revitalization.Domain.Households;

/// <summary>What a description of a person must satisfy on the day it holds from.</summary>
public static partial class HouseholdRules
{
    private static Refused? BrokenDetails(MemberDetails details, DateOnly on, RuleContext context)
    {
        if (details.Person == Guid.Empty) return HouseholdRefusal.PersonMissing.On("nationalId");
        if (details.Name.IsCleared) return HouseholdRefusal.PersonMissing.On("name");
        if (UnknownValue(details) is { } field) return HouseholdRefusal.ValueUnknown.On(field);
        if (details.BirthYear < HouseholdLimits.BirthYearMin || details.BirthYear > context.Today.Year)
            return HouseholdRefusal.BirthYearImplausible.On("birthYear");
        return details.Employment != Employment.None && on.Year - details.BirthYear < HouseholdLimits.WorkingAge
            ? HouseholdRefusal.MinorEmployed.On("employment")
            : null;
    }

    private static string? UnknownValue(MemberDetails details)
    {
        if (!Enum.IsDefined(details.Sex)) return "sex";
        if (!Enum.IsDefined(details.Relation)) return "relation";
        if (!Enum.IsDefined(details.Labour)) return "labour";
        if (!Enum.IsDefined(details.Employment)) return "employment";
        return Enum.IsDefined(details.Schooling) ? null : "schooling";
    }
}
