using Revitalization.Contracts.Releases;
using Revitalization.Silo.Releases.Disclosure;
using Revitalization.Storage.Releases;

namespace Revitalization.Silo.Releases;

public static class ReleaseServices
{
    /// <summary>Everything about releases but the store, which storage provides.</summary>
    public static IServiceCollection AddReleases(this IServiceCollection services, string dataDirectory, ReleaseOptions? options = null)
    {
        services.AddSingleton(options ?? new ReleaseOptions());
        services.AddSingleton(provider => new ReleaseSigners(dataDirectory, provider.GetRequiredService<IReleaseStore>()));
        services.AddSingleton(provider => provider.GetRequiredService<ReleaseSigners>()[ReleaseChannels.Public]);
        services.AddSingleton(_ => new ProposedRows(dataDirectory));
        services.AddSingleton(_ => new FeedKeys(dataDirectory));
        services.AddSingleton<ReleaseWriter>();
        services.AddSingleton<CountyFreshness>();
        services.AddSingleton<KeyChangeWork>();
        services.AddSingleton<KeyChanges>();
        services.AddSingleton<RedactionWork>();
        services.AddSingleton<RedactionDesk>();
        services.AddSingleton<ReleasePublisher>();
        services.AddHostedService(provider => provider.GetRequiredService<ReleasePublisher>());
        services.AddSingleton<ReleaseDesk>();
        services.AddFigureDisclosure(dataDirectory);
        return services;
    }
}
