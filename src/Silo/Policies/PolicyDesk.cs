using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Policies;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Policies;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Households;
using Revitalization.Silo.Privacy;

namespace Revitalization.Silo.Policies;

/// <summary>The way in for a county's rules (采用政策包), and what its page shows.</summary>
public sealed class PolicyDesk(IGrainFactory grains, ContentHash contentHash, RegionBook regions, PolicyBook policies)
{
    public Task<CommandReply> Adopt(string county, string pack, AdoptionBody body, Sender by) =>
        Send(county, $"policies/{pack}", body, new AdoptPolicy(pack, body.From, body.Until), by);

    public Task<CommandReply> Withdraw(string county, string pack, AdoptionWithdrawalBody body, Sender by) =>
        Send(county, $"policies/{pack}/withdrawal", body, new WithdrawPolicy(pack, body.From, body.Reason), by);

    /// <summary>What the county adopted, what holds today, and where that contradicts itself.</summary>
    public (CountyPolicies? View, Enum? Refusal) Of(string county, DateOnly today)
    {
        if (!IsCounty(county)) return (null, PolicyRefusal.CountyUnknown);
        var adopted = policies.Adoptions(county);
        PolicyPack[] holding = [.. policies.For(county, today).Id.Split('+').Select(ShippedPacks.Find).OfType<PolicyPack>()];
        return (new(county, [.. adopted.Adoptions.Select(PolicyViews.Of)], [.. Clashes(holding, today)], [.. holding.Select(pack => pack.Id)], [.. Notes(county, holding)]), null);
    }

    private static IEnumerable<PolicyClashView> Clashes(PolicyPack[] holding, DateOnly today) =>
        from left in Enumerable.Range(0, holding.Length)
        from right in Enumerable.Range(left + 1, holding.Length - left - 1)
        from clash in PolicyClashes.Between(holding[left], holding[right], today)
        select PolicyViews.Of(holding[left], holding[right], clash);

    private IEnumerable<string> Notes(string county, PolicyPack[] holding)
    {
        foreach (var pack in holding.Where(pack => pack.County != county && pack.Id != ShippedPacks.DefaultId))
            yield return $"“{pack.Title}”是{regions.Find(pack.County)?.Name ?? pack.County}的规定,本县采用须有本县的决定。";
        if (holding.All(pack => pack.Colours.Count == 0)) yield return "执行中的政策包没有规定预警颜色:监测户不显示颜色,不按颜色要求联系人职级。";
        if (policies.Adoptions(county).Adoptions.IsEmpty) yield return "本县尚未采用政策包,目前按随平台发布的规则执行。";
    }

    private bool IsCounty(string code) => code.Length == 6 && regions.Find(code) is { Level: RegionLevel.County };

    private async Task<CommandReply> Send<TBody>(string county, string address, TBody body, AdoptionCommand command, Sender by)
    {
        if (!IsCounty(county)) return CommandReply.From(PolicyRefusal.CountyUnknown.On("code"));
        if (!by.Covers(county)) return CommandReply.From(AccessRefusal.ScopeElsewhere.On("code"));
        var path = $"county/{county}/{address}";
        return await grains.GetGrain<IAdoptionGrain>(county).Handle(command, by.Context(path, contentHash.Of(path, body)));
    }
}
