using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Revitalization.Hosting.Ports;

/// <summary>Marks a connection that came in at the internal address. A mark, not a port number: port 0 is known only later.</summary>
public sealed class InternalPort
{
    private static readonly InternalPort Mark = new();

    public static bool Carries(HttpContext context) => context.Features.Get<InternalPort>() is not null;

    internal static void Listen(KestrelServerOptions kestrel, ServiceOptions options)
    {
        ListenAt(kestrel, options.Address, _ => { });
        ListenAt(kestrel, options.InternalAddress, listen => listen.Use(next => connection => Marked(next, connection)));
    }

    private static Task Marked(ConnectionDelegate next, ConnectionContext connection)
    {
        connection.Features.Set(Mark);
        return next(connection);
    }

    private static void ListenAt(KestrelServerOptions kestrel, string address, Action<ListenOptions> configure)
    {
        var uri = new Uri(address.Replace("://*", "://0.0.0.0", StringComparison.Ordinal));
        if (uri.Scheme != Uri.UriSchemeHttp)
            throw new ArgumentException($"{address}: services speak http; TLS ends before the gateway.", nameof(address));
        if (uri.Host is "localhost") kestrel.Listen(IPAddress.Loopback, uri.Port, configure);
        else kestrel.Listen(IPAddress.Parse(uri.Host.Trim('[', ']')), uri.Port, configure);
    }
}
