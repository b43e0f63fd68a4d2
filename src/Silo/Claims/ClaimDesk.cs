using Revitalization.Contracts.Claims;
using Revitalization.Contracts.Identity;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Claims;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Policies;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Households;
using Revitalization.Silo.Policies;
using Revitalization.Silo.Privacy;

namespace Revitalization.Silo.Claims;

/// <summary>The way in for stated figures (表述核验): a county keeps its own; anybody signed in may have one checked that is not kept.</summary>
public sealed class ClaimDesk(IGrainFactory grains, ContentHash contentHash, PolicyBook policies, RegionBook regions, TimeProvider clock)
{
    public Task<CommandReply> Put(string county, string claim, ClaimBody body, Sender by)
    {
        if (regions.Find(county) is not { Level: RegionLevel.County }) return Refuse(ClaimRefusal.CountyUnknown.On("code"));
        if (!by.Covers(county)) return Refuse(AccessRefusal.ScopeElsewhere.On("code"));
        var (figure, broken) = ClaimBodyReading.Read(body);
        if (figure is null) return Refuse(broken!);
        var address = $"claim/{county}/{claim}";
        return grains.GetGrain<IClaimGrain>($"{county}/{claim}").Handle(new PutClaim(body.On, figure), by.Context(address, contentHash.Of(address, body)));
    }

    /// <param name="county">Whose rules hold; null for the platform's default ones.</param>
    public (ClaimView? View, Refused? Refusal) Check(string? county, ClaimBody body)
    {
        if (county is not null && regions.Find(county) is not { Level: RegionLevel.County }) return (null, ClaimRefusal.CountyUnknown.On("county"));
        var (figure, broken) = ClaimBodyReading.Read(body);
        if (figure is null) return (null, broken);
        var pack = Pack(county, body.On);
        return ClaimRules.Broken(new(body.On, figure), pack, clock.ChinaToday()) is { } refused ? (null, refused) : (View("", body.On, figure, pack, 0), null);
    }

    internal ClaimView View(string county, string claim, DateOnly on, StatedFigure figure, long version) => View(claim, on, figure, Pack(county, on), version);

    private static ClaimView View(string claim, DateOnly on, StatedFigure figure, PolicyPack pack, long version)
    {
        var finding = ClaimCheck.Of(figure, pack, on);
        return new(claim, ClaimBodyReading.Write(on, figure), finding.Computed, Terms.Code(finding.Verdict), finding.Reason, version);
    }

    private PolicyPack Pack(string? county, DateOnly on) => county is null ? ShippedPacks.Default : policies.For(county, on);

    private static Task<CommandReply> Refuse(Refused refusal) => Task.FromResult(CommandReply.From(refusal));
}
