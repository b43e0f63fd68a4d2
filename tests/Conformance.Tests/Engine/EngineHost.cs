using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;
using Revitalization.Conformance.Tests.Engine.Grains;
using Revitalization.Engine;

namespace Revitalization.Conformance.Tests.Engine;

/// <summary>Whichever engine is built, in this process.</summary>
public sealed class EngineHost : IAsyncLifetime
{
    private readonly IHost _host;

    public EngineHost() : this(new EngineOptions { ResponseTimeout = TimeSpan.FromMinutes(1) })
    {
    }

    private EngineHost(EngineOptions options)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<Diary>();
        builder.Services.AddSingleton<GuestBook>();
        builder.Services.AddScoped<Belongings>();
        builder.AddEngine(options, typeof(EngineHost).Assembly);
        _host = builder.Build();
    }

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    public IEngineControl Control => _host.Services.GetRequiredService<IEngineControl>();

    /// <summary>What grains wrote down.</summary>
    public Diary Diary => _host.Services.GetRequiredService<Diary>();

    public GuestBook Guests => _host.Services.GetRequiredService<GuestBook>();

    public static async Task<EngineHost> Start(EngineOptions options)
    {
        var host = new EngineHost(options);
        await host.InitializeAsync();
        return host;
    }

    public async ValueTask InitializeAsync() => await _host.StartAsync();

    public Task Stop() => _host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        if (_host is IAsyncDisposable host) await host.DisposeAsync();
    }
}
