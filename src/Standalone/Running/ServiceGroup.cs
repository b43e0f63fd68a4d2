using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Revitalization.Contracts.Releases;
using Revitalization.Gateway;
using Revitalization.Hosting.Neighbours;
using Revitalization.Hosting.Ports;
using Revitalization.Portal;
using Revitalization.Silo;
using Revitalization.Silo.Releases;
using Revitalization.Standalone.Data;
using Revitalization.Standalone.Options;
using Revitalization.Workbench;

namespace Revitalization.Standalone.Running;

/// <summary>
/// All services in one process, each a WebApplication of its own on its own loopback port: they meet over HTTP as in
/// production. Started from the inside out, stopped from the outside in.
/// </summary>
internal sealed class ServiceGroup : IAsyncDisposable
{
    private readonly List<(string Name, WebApplication App)> _started = [];
    private readonly Neighbourhood _neighbours = new();

    public WebApplication Silo => this["silo"];

    public Uri Address => this["gateway"].PublicAddress();

    public IEnumerable<(string Name, Uri Internal)> InternalAddresses => _started.Select(service => (service.Name, service.App.InternalAddress()));

    private WebApplication this[string name] => _started.First(service => service.Name == name).App;

    public async Task Start(StandaloneOptions options, DataDirectory data)
    {
        RequireFreePort(options);
        await Start("silo", SiloService.Build(new SiloOptions(new IPEndPoint(IPAddress.Loopback, 0), null, data.Path, options.Postgres) { LogLevel = options.Log, Neighbours = _neighbours }));
        var silo = Silo.PublicAddress();
        await Start("portal", PortalService.Build(new PortalOptions("http://127.0.0.1:0", data["portal"], silo, PinnedKey: null)
        {
            PinnedKeyFile = ReleaseSigner.PublicKeyFile(data.Path),
            Owner = SiteOwner.From(Environment.GetEnvironmentVariable),
            PollInterval = TimeSpan.FromSeconds(2),
            LogLevel = options.Log,
            Neighbours = _neighbours,
        }));
        await Start("province", PortalService.Build(new PortalOptions("http://127.0.0.1:0", data["province"], silo, PinnedKey: null)
        {
            Channel = ReleaseChannels.Province,
            PinnedKeyFile = ReleaseSigner.PublicKeyFile(data.Path, ReleaseChannels.Province),
            FeedKeyFile = FeedKeys.ProvinceKeyFile(data.Path),
            PollInterval = TimeSpan.FromSeconds(2),
            LogLevel = options.Log,
            Neighbours = _neighbours,
        }));
        await Start("workbench", WorkbenchService.Build(new WorkbenchOptions(silo) { FormKey = data.Key("form.key"), LogLevel = options.Log, Neighbours = _neighbours }));
        await Start("gateway", GatewayService.Build(new GatewayOptions(
            silo, this["workbench"].PublicAddress(), [this["portal"].PublicAddress()], data.Key("session.key"))
        {
            LogLevel = options.Log,
            Neighbours = _neighbours,
            ProvincePortal = this["province"].PublicAddress(),
            Listen = $"http://{options.Listen}:{options.Port}",
            Limits = GatewaySettings.Limits(Environment.GetEnvironmentVariable),
            Behind = InternalAddresses.ToDictionary(service => service.Name, service => service.Internal, StringComparer.Ordinal),
        }));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, app) in Enumerable.Reverse(_started))
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
        _started.Clear();
    }

    private async Task Start(string name, WebApplication app)
    {
        _started.Add((name, app));
        try
        {
            await app.StartAsync();
        }
        catch (IOException occupied) when (occupied.InnerException is AddressInUseException)
        {
            throw new StartRefusedException(ExitCodes.PortInUse, $"{name}: {occupied.Message}");
        }
    }

    // Before the others start: whoever typed a wrong port should not wait, nor find half a platform made.
    private static void RequireFreePort(StandaloneOptions options)
    {
        if (!IPAddress.TryParse(options.Listen, out var address))
            throw new StartRefusedException(ExitCodes.Usage, $"--listen {options.Listen} is no address, such as 127.0.0.1 or 0.0.0.0.");
        try
        {
            using var probe = new TcpListener(address, options.Port);
            probe.Start();
        }
        catch (SocketException occupied)
        {
            throw new StartRefusedException(ExitCodes.PortInUse, occupied.SocketErrorCode == SocketError.AddressAlreadyInUse
                ? $"Port {options.Port} is in use by another program. Stop it, or name another with --port."
                : $"Port {options.Port} on {options.Listen} cannot be used: {occupied.Message}");
        }
    }
}
