using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Serialization;
using Revitalization.Engine.Orleans;
using Revitalization.Engine.Orleans.Cluster;

namespace Revitalization.Engine;

/// <summary>The one way in: the same call whichever engine is built.</summary>
public static class EngineHosting
{
    private const string Cluster = "revitalization";

    /// <summary>Adds the engine with the grain classes of these assemblies; <c>IGrainFactory</c> is then in the services.</summary>
    public static IHostApplicationBuilder AddEngine(
        this IHostApplicationBuilder builder, EngineOptions options, params Assembly[] grainAssemblies)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(options);
        builder.Services.AddSerializer(serializer =>
        {
            foreach (var assembly in grainAssemblies) serializer.AddAssembly(assembly);
        });
        if (options.ClusterConnection is { } connection)
            builder.Services.AddHostedService(_ => new MembershipSchema(connection)); // Before the silo, which reads it as it starts.
        builder.UseOrleans(silo => Configure(silo, options));
        builder.Services.AddSingleton<IEngineControl, SiloControl>();
        builder.Services.AddHostedService<ActivationBound>();
        return builder;
    }

    private static void Configure(ISiloBuilder silo, EngineOptions options)
    {
        var (siloPort, gatewayPort) = (Ports.OrFree(options.SiloPort), Ports.OrFree(options.GatewayPort));
        if (options.ClusterConnection is { } connection) silo.JoinCluster(connection, siloPort, gatewayPort);
        else silo.UseLocalhostClustering(siloPort, gatewayPort);
        silo.Configure<ClusterOptions>(cluster => cluster.ServiceId = cluster.ClusterId = Cluster);
        silo.Configure<SiloMessagingOptions>(messaging =>
        {
            messaging.MaxForwardCount = 20; // A call that meets an activation going idle is sent on; after the default of two times it would be refused.
            messaging.ResponseTimeout = options.ResponseTimeout;
            messaging.MaxEnqueuedRequestsHardLimit = options.MaxQueuedCalls;
        });
        silo.Configure<GrainCollectionOptions>(collection => Bound(collection, options));
        silo.Configure<ExceptionSerializationOptions>(exceptions => exceptions.SupportedNamespacePrefixes.Add("Revitalization"));
    }

    private static void Bound(GrainCollectionOptions collection, EngineOptions options)
    {
        collection.CollectionAge = options.IdleAge;
        collection.CollectionQuantum = options.IdleScan;
        collection.ActivationTimeout = options.StopTimeout;
        collection.DeactivationTimeout = options.StopTimeout;
        collection.EnableActivationSheddingOnMemoryPressure = true;
        collection.MemoryUsageLimitPercentage = options.MaxMemoryPercent;
        collection.MemoryUsageTargetPercentage = options.MaxMemoryPercent - 5;
    }
}
