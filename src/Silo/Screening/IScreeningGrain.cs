using Revitalization.Domain.Commands;
using Revitalization.Domain.Screening;

namespace Revitalization.Silo.Screening;

/// <summary>One screening of a county (集中筛查); its key is <c>{county}/{id}</c>.</summary>
public interface IScreeningGrain : IGrainWithStringKey
{
    Task<CommandReply> Handle(ScreeningCommand command, CommandContext context);

    /// <summary>Null where nobody asked for it.</summary>
    Task<ScreeningState?> Read();
}

/// <summary>A screening's state on its way between grains.</summary>
[GenerateSerializer, Immutable, Alias("screening-state")]
public sealed record ScreeningState(
    [property: Id(0)] ScreeningKind Kind, [property: Id(1)] Domain.Calendar.Period Period, [property: Id(2)] DateOnly Day, [property: Id(3)] string Pack,
    [property: Id(4)] DateTimeOffset RequestedAt, [property: Id(5)] int Run, [property: Id(6)] long Screened, [property: Id(7)] long Flagged,
    [property: Id(8)] DateTimeOffset? EndedAt, [property: Id(9)] string? Problem)
{
    public string Name => EndedAt is null ? "running" : Problem is null ? "completed" : "failed";
}

/// <summary>One clue campaign (集中排查); its key is <c>{county}/{id}</c>.</summary>
public interface ICampaignGrain : IGrainWithStringKey
{
    Task<CommandReply> Handle(PutCampaign command, CommandContext context);

    /// <summary>False of a campaign that the county never put.</summary>
    Task<bool> IsAnnounced();
}
