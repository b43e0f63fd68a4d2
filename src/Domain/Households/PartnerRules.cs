using Revitalization.Domain.Commands;

namespace Revitalization.Domain.Households;

public static partial class HouseholdRules
{
    /// <summary>A household's state does not know its own id; who does asks this first.</summary>
    public static Refused? BrokenPartner(string household, HouseholdCommand command) => command switch
    {
        SplitHousehold c when c.NewHousehold == household => HouseholdRefusal.SameHousehold.On("newHousehold"),
        MergeHousehold c when c.Into == household => HouseholdRefusal.SameHousehold.On("into"),
        FormHousehold c when c.FromHousehold == household => HouseholdRefusal.SameHousehold.On("fromHousehold"),
        AbsorbMembers c when c.FromHousehold == household => HouseholdRefusal.SameHousehold.On("fromHousehold"),
        _ => null,
    };
}
