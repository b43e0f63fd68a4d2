namespace Revitalization.Silo.Releases.Disclosure;

public static class DisclosureServices
{
    public static IServiceCollection AddFigureDisclosure(this IServiceCollection services, string dataDirectory)
    {
        services.AddSingleton(_ => new HiddenFigures(dataDirectory));
        services.AddSingleton<PublishedFigures>();
        services.AddSingleton<AmountShares>();
        services.AddSingleton<CountThresholds>();
        services.AddSingleton<DocumentFigures>();
        services.AddSingleton<FigureDisclosure>();
        services.AddSingleton<SuppressedList>();
        return services;
    }
}
