using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;

namespace Revitalization.Hosting.Neighbours;

internal static class NeighbourServices
{
    /// <summary>The server asks the transport that was added last first.</summary>
    public static void AddNeighbours(this IServiceCollection services, Neighbourhood neighbours) =>
        services.AddSingleton<IConnectionListenerFactory>(provider => new NeighbourListenerFactory(
            neighbours, ActivatorUtilities.CreateInstance<SocketTransportFactory>(provider), provider.GetRequiredService<IMemoryPoolFactory<byte>>()));
}
