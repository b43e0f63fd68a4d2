using Revitalization.Hosting.Neighbours;

namespace Revitalization.Gateway;

/// <summary>What the Gateway needs to be told. It knows addresses and limits, and no word of the domain.</summary>
/// <param name="Silo">Where the Silo's HTTP API answers.</param>
/// <param name="Workbench">Where the pages for staff answer.</param>
/// <param name="Portals">Portals of the public channel; requests go to the least busy.</param>
/// <param name="SessionKey">32 bytes that seal the session cookie; Gateways that share visitors share it.</param>
public sealed record GatewayOptions(Uri Silo, Uri Workbench, IReadOnlyList<Uri> Portals, ReadOnlyMemory<byte> SessionKey)
{
    public string Listen { get; init; } = "http://127.0.0.1:0";

    public string InternalListen { get; init; } = "http://127.0.0.1:0";

    /// <summary>The portal of the province channel; null: there is none.</summary>
    public Uri? ProvincePortal { get; init; }

    /// <summary>Internal addresses of the services behind, by name: <c>/health/ready</c> asks them.</summary>
    public IReadOnlyDictionary<string, Uri> Behind { get; init; } = new Dictionary<string, Uri>();

    /// <summary>Proxies before us whose <c>X-Forwarded-*</c> is believed: addresses or networks (<c>10.0.0.0/8</c>). Nobody else's is.</summary>
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];

    public GatewayLimits Limits { get; init; } = new();

    /// <summary>The services of this process; null: it is the only one.</summary>
    public Neighbourhood? Neighbours { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public LogLevel LogLevel { get; init; } = LogLevel.Information;
}

/// <summary>How much, how often, how long. Defaults suit one county; a deployment sets its own.</summary>
public sealed record GatewayLimits
{
    /// <summary>Requests a second from one address, signed in or not: a whole office may sit behind one.</summary>
    public int PerAddress { get; init; } = 1_000;

    /// <summary>Requests a second with one credential.</summary>
    public int PerCredential { get; init; } = 500;

    /// <summary>Attempts to sign in a minute from one address.</summary>
    public int SignInsPerAddress { get; init; } = 20;

    /// <summary>Attempts to sign in a minute to one account, from wherever.</summary>
    public int SignInsPerAccount { get; init; } = 6;

    public long BodyBytes { get; init; } = 1024 * 1024;

    /// <summary>A sheet to be imported; streamed through, never held.</summary>
    public long ImportBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>One piece of evidence; a little above what the Silo takes, so that its own words are read.</summary>
    public long FileBytes { get; init; } = 10L * 1024 * 1024 + 1024;

    /// <summary>A form of the staff's pages with its files; each page has its own bound below this.</summary>
    public long FormBytes { get; init; } = 62L * 1024 * 1024;

    /// <summary>A service behind that says nothing for this long is given up.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(30);
}
