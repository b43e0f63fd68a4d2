using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Orleans;
using Revitalization.Engine.Local.Hosting;

namespace Revitalization.Engine;

/// <summary>The one way in: the same call whichever engine is built.</summary>
public static class EngineHosting
{
    /// <summary>Adds the engine with the grain classes of these assemblies; <c>IGrainFactory</c> is then in the services.</summary>
    public static IHostApplicationBuilder AddEngine(
        this IHostApplicationBuilder builder, EngineOptions options, params Assembly[] grainAssemblies)
    {
        if (options.ClusterConnection is not null)
            throw new InvalidOperationException("This build's engine is Local: one process. More than one machine means Orleans.");
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(services =>
            ActivatorUtilities.CreateInstance<LocalEngine>(services, (IEnumerable<Assembly>)grainAssemblies));
        builder.Services.AddSingleton<IEngineControl>(services => services.GetRequiredService<LocalEngine>());
        builder.Services.AddSingleton<IGrainFactory>(services => services.GetRequiredService<LocalEngine>().References);
        builder.Services.AddHostedService<EngineService>();
        return builder;
    }
}
