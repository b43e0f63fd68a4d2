using Revitalization.Domain.Regions;

namespace Revitalization.Domain.Villages;

/// <summary>What a household's rule needs to know of a village.</summary>
/// <param name="Until">First day on which it no longer stood (撤并); null while it stands.</param>
/// <param name="Successors">Codes of the villages that followed it.</param>
public sealed record VillageStanding(string Code, string Name, DateOnly From, DateOnly? Until, IReadOnlyList<string> Successors)
{
    public bool StandsOn(DateOnly day) => day >= From && (Until is not { } until || day < until);
}

/// <summary>Villages as the register knows them; the Silo fills it from village events, tests from a list.</summary>
public interface IVillageBook
{
    VillageStanding? Find(string code);
}

/// <summary>What every rule may know besides state and command.</summary>
/// <param name="Today">The day in China.</param>
public sealed record RuleContext(DateOnly Today, RegionBook Regions, IVillageBook Villages);
