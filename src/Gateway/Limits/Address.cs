using System.Net;
using System.Net.Sockets;

namespace Revitalization.Gateway.Limits;

/// <summary>Where a request comes from, as limits count it.</summary>
internal static class Address
{
    /// <summary>An IPv6 caller owns a whole /64 and is counted by it.</summary>
    public static string Of(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }
}
