using System.Net;
using System.Net.Sockets;

namespace Revitalization.Engine.Orleans;

/// <summary>A silo needs its port beforehand, to tell others; so 0 is turned into one that is free now.</summary>
internal static class Ports
{
    public static int OrFree(int port)
    {
        if (port != 0) return port;
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)probe.LocalEndPoint!).Port;
    }
}
