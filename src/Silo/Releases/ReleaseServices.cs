namespace Revitalization.Silo.Releases;

public static class ReleaseServices
{
    /// <summary>Everything about releases but the store, which storage provides.</summary>
    public static IServiceCollection AddReleases(this IServiceCollection services, string dataDirectory, ReleaseOptions? options = null)
    {
        services.AddSingleton(options ?? new ReleaseOptions());
        services.AddSingleton(_ => ReleaseSigner.OpenOrCreate(dataDirectory));
        services.AddSingleton(_ => new ProposedRows(dataDirectory));
        services.AddSingleton<ReleasePublisher>();
        services.AddHostedService(provider => provider.GetRequiredService<ReleasePublisher>());
        services.AddSingleton<ReleaseDesk>();
        return services;
    }
}
