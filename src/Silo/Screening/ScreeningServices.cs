using Revitalization.Silo.Projections;

namespace Revitalization.Silo.Screening;

/// <summary>Screenings and campaigns: services and addresses.</summary>
public static class ScreeningServices
{
    public static void AddScreening(this IServiceCollection services)
    {
        services.AddSingleton<IProjection, ScreeningProjection>();
        services.AddSingleton<ScreeningRun>();
        services.AddSingleton<ScreeningRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<ScreeningRunner>());
        services.AddSingleton<ScreeningDesk>();
        services.AddSingleton<ScreeningReader>();
        services.AddSingleton<ScreeningClues>();
        services.AddSingleton<CampaignReader>();
    }

    public static void MapScreening(this IEndpointRouteBuilder routes)
    {
        routes.MapScreenings();
        routes.MapCampaigns();
    }
}
