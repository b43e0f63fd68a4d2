using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace Revitalization.Hosting.Neighbours;

/// <summary>Listens as the server always does, and for neighbours besides.</summary>
internal sealed class NeighbourListenerFactory(Neighbourhood neighbours, SocketTransportFactory sockets, IMemoryPoolFactory<byte> pools)
    : IConnectionListenerFactory, IConnectionListenerFactorySelector
{
    public bool CanBind(EndPoint endpoint) => endpoint is IPEndPoint;

    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var listener = new NeighbourListener(neighbours, await sockets.BindAsync(endpoint, cancellationToken), pools.Create());
        neighbours.Add(listener.Address, listener);
        return listener;
    }
}

/// <summary>One address: who comes by socket and who comes from this process stand in one line.</summary>
internal sealed class NeighbourListener : IConnectionListener
{
    private const int MostWaiting = 512;

    private readonly Neighbourhood _neighbours;
    private readonly IConnectionListener _sockets;
    private readonly MemoryPool<byte> _pool;
    private readonly Channel<ConnectionContext> _waiting = Channel.CreateBounded<ConnectionContext>(MostWaiting);
    private readonly Task _pump;

    public NeighbourListener(Neighbourhood neighbours, IConnectionListener sockets, MemoryPool<byte> pool)
    {
        (_neighbours, _sockets, _pool) = (neighbours, sockets, pool);
        _pump = Pump();
    }

    public EndPoint EndPoint => _sockets.EndPoint;

    public IPEndPoint Address => (IPEndPoint)_sockets.EndPoint;

    /// <summary>The caller's end of a new connection.</summary>
    public async ValueTask<Stream> Connect(CancellationToken cancellation)
    {
        var connection = new NeighbourConnection(Address, _pool);
        await _waiting.Writer.WriteAsync(connection, cancellation);
        return connection.Caller;
    }

    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
    {
        while (await _waiting.Reader.WaitToReadAsync(cancellationToken))
        {
            if (_waiting.Reader.TryRead(out var connection)) return connection;
        }
        return null;
    }

    /// <summary>The line ends with the sockets: whoever stands in it is still served.</summary>
    public ValueTask UnbindAsync(CancellationToken cancellationToken = default)
    {
        _neighbours.Remove(Address);
        return _sockets.UnbindAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _neighbours.Remove(Address);
        await _sockets.DisposeAsync();
        _waiting.Writer.TryComplete();
        await _pump;
        _pool.Dispose();
    }

    // Ends when the sockets are unbound; with it ends the line.
    private async Task Pump()
    {
        try
        {
            while (await _sockets.AcceptAsync() is { } connection) await _waiting.Writer.WriteAsync(connection);
            _waiting.Writer.TryComplete();
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException or SocketException or ChannelClosedException)
        {
            _waiting.Writer.TryComplete(failure); // The server hears it where it accepts, as it would from the sockets.
        }
    }
}
