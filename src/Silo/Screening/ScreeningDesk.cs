using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Monitoring;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Households;
using Revitalization.Domain.Policies;
using Revitalization.Domain.Regions;
using Revitalization.Domain.Screening;
using Revitalization.Silo.Households;
using Revitalization.Silo.Policies;
using Revitalization.Silo.Privacy;

namespace Revitalization.Silo.Screening;

/// <summary>The way in for screenings and campaigns (筛查与排查); the county's officers only.</summary>
public sealed class ScreeningDesk(
    IGrainFactory grains, ContentHash contentHash, RegionBook regions, PolicyBook policies, ScreeningRunner runner, TimeProvider clock)
{
    /// <summary>Asks for the screening and queues it; asking again for the same is answered as the first time.</summary>
    public async Task<CommandReply> Put(string county, string id, ScreeningBody body, Sender by)
    {
        if (Broken(county, id, by, "screening") is { } broken) return CommandReply.From(broken);
        if (body.Kind is not ("income" or "needs")) return Refuse(ScreeningRefusal.KindUnknown, "kind");
        if (!Period.TryParse(body.Period, out var period)) return Refuse(ScreeningRefusal.PeriodNoQuarter, "period");
        if (!runner.HasRoom) return Refuse(ScreeningRefusal.QueueFull, "screening");
        var (kind, today) = (body.Kind == "income" ? ScreeningKind.Income : ScreeningKind.Needs, clock.ChinaToday());
        var day = period.LastDay < today ? period.LastDay : today;
        var pack = policies.For(county, day);
        var speaks = period.Kind == PeriodKind.Quarter && new ScreeningPlan(pack, kind, period, day).SaysAnything;
        var key = ScreeningIds.Key(county, id);
        var path = $"screening/{key}";
        var reply = await grains.GetGrain<IScreeningGrain>(key).Handle(
            new RequestScreening(kind, period, day, pack.Id, speaks, today), by.Context(path, contentHash.Of(path, body)));
        if (reply.Refusal is null) runner.Add(key);
        return reply;
    }

    public async Task<CommandReply> PutCampaign(string county, string id, CampaignBody body, Sender by)
    {
        if (Broken(county, id, by, "campaign") is { } broken) return CommandReply.From(broken);
        var path = $"campaign/{ScreeningIds.Key(county, id)}";
        return await grains.GetGrain<ICampaignGrain>(ScreeningIds.Key(county, id)).Handle(
            new PutCampaign(body.Title, body.From, body.Until, clock.ChinaToday()), by.Context(path, contentHash.Of(path, body)));
    }

    private Refused? Broken(string county, string id, Sender by, string field)
    {
        if (county.Length != 6 || regions.Find(county) is not { Level: RegionLevel.County }) return PolicyRefusal.CountyUnknown.On("code");
        if (!by.Covers(county)) return AccessRefusal.ScopeElsewhere.On("code");
        return HouseholdLimits.IsId(id) ? null : CommandRefusal.IdMalformed.On(field);
    }

    private static CommandReply Refuse(Enum refusal, string field) => CommandReply.From(refusal.On(field));
}
