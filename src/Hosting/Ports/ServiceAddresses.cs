using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Revitalization.Hosting.Ports;

/// <summary>Where a started service really listens.</summary>
public static class ServiceAddresses
{
    public static Uri PublicAddress(this WebApplication app) => Address(app, 0);

    public static Uri InternalAddress(this WebApplication app) => Address(app, 1);

    // Kestrel lists addresses in the order they were configured.
    private static Uri Address(WebApplication app, int index)
    {
        var listening = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses;
        if (listening is not { Count: 2 }) throw new InvalidOperationException("The service has not started.");
        return new Uri(listening.ElementAt(index).Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal));
    }
}
