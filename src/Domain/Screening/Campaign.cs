using System.Diagnostics;
using Revitalization.Domain.Commands;

namespace Revitalization.Domain.Screening;

/// <summary>A clue campaign (集中排查) of a county, such as April's; its stream is <c>campaign/{county}/{id}</c>. Whom it saw stands in the households' files.</summary>
public sealed record Campaign(long Version, string? Title, DateOnly From, DateOnly Until)
{
    public static readonly Campaign Empty = new(0, null, default, default);

    public static Campaign Evolve(Campaign campaign, CampaignEvent happened) => happened switch
    {
        CampaignPut e => new(campaign.Version + 1, e.Title, e.From, e.Until),
        _ => throw new UnreachableException($"A campaign was never taught {happened.GetType().Name}."),
    };
}

/// <summary>A fact about one campaign.</summary>
public abstract record CampaignEvent;

/// <summary>It was announced, or its title or days changed.</summary>
public sealed record CampaignPut(string Title, DateOnly From, DateOnly Until) : CampaignEvent;

/// <summary>Announces a campaign or changes it; a resource.</summary>
/// <param name="Until">Last day.</param>
[GenerateSerializer, Immutable, Alias("put-campaign")]
public sealed record PutCampaign([property: Id(0)] string Title, [property: Id(1)] DateOnly From, [property: Id(2)] DateOnly Until, [property: Id(3)] DateOnly Today);

public static class CampaignRules
{
    private const int TitleMax = 60;
    private const int DaysMax = 92;
    private const int YearsAhead = 2;

    public static Decision<CampaignEvent> Decide(Campaign campaign, PutCampaign c)
    {
        if (string.IsNullOrWhiteSpace(c.Title) || c.Title.Length > TitleMax) return CampaignRefusal.TitleImplausible.On("title");
        if (c.Until < c.From) return CampaignRefusal.UntilBeforeFrom.On("until");
        if (c.Until.DayNumber - c.From.DayNumber >= DaysMax) return CampaignRefusal.TooLong.On("until");
        if (c.From > c.Today.AddYears(YearsAhead)) return CampaignRefusal.DayTooFar.On("from");
        return campaign.Title == c.Title && campaign.From == c.From && campaign.Until == c.Until
            ? Decision<CampaignEvent>.Nothing
            : new CampaignPut(c.Title, c.From, c.Until);
    }
}
