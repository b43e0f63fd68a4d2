using System.Collections.Concurrent;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Revitalization.Hosting.Neighbours;

/// <summary>
/// Services of one process (邻近服务), by the addresses they listen on. Who calls one of them is handed a connection in memory
/// instead of a socket; all that is HTTP, both ends' limits and checks included, is the same.
/// </summary>
public sealed class Neighbourhood
{
    private readonly ConcurrentDictionary<IPEndPoint, NeighbourListener> _listening = new();

    /// <summary>For <see cref="SocketsHttpHandler.ConnectCallback"/>: in memory to a neighbour, by a socket to anybody else.</summary>
    public async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var address = context.DnsEndPoint;
        if (IPAddress.TryParse(address.Host, out var ip) && _listening.TryGetValue(new IPEndPoint(ip, address.Port), out var neighbour))
        {
            try
            {
                return await neighbour.Connect(cancellation);
            }
            catch (ChannelClosedException)
            {
                // It has just stopped listening; the socket says so in the usual way.
            }
        }
        return await BySocket(address, cancellation);
    }

    internal void Add(IPEndPoint address, NeighbourListener listener) => _listening[address] = listener;

    internal void Remove(IPEndPoint address) => _listening.TryRemove(address, out _);

    private static async ValueTask<Stream> BySocket(DnsEndPoint address, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
