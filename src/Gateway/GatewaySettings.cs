using System.Globalization;

namespace Revitalization.Gateway;

/// <summary>Options of a Gateway that runs as its own process, from the environment.</summary>
public static class GatewaySettings
{
    /// <param name="variable">Looks up an environment variable.</param>
    public static GatewayOptions Read(Func<string, string?> variable)
    {
        var keyFile = variable("PLATFORM_SESSION_KEY_FILE") ?? throw new InvalidOperationException("PLATFORM_SESSION_KEY_FILE names a file of 32 random bytes; it is not set.");
        return new GatewayOptions(Address("PLATFORM_SILO"), Address("PLATFORM_WORKBENCH"), [.. List("PLATFORM_PORTALS").Select(text => new Uri(text))], File.ReadAllBytes(keyFile))
        {
            Listen = variable("PLATFORM_LISTEN") ?? "http://0.0.0.0:8080",
            InternalListen = variable("PLATFORM_INTERNAL_LISTEN") ?? "http://0.0.0.0:8081",
            ProvincePortal = variable("PLATFORM_PROVINCE_PORTAL") is { Length: > 0 } province ? new Uri(province) : null,
            TrustedProxies = List("PLATFORM_TRUSTED_PROXIES"),
            Limits = Limits(variable),
        };

        Uri Address(string name) => new(variable(name) ?? throw new InvalidOperationException($"{name} is not set."));
        string[] List(string name) => (variable(name) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>Rate limits that a deployment may raise: <c>PLATFORM_RATE_ADDRESS</c>, <c>PLATFORM_RATE_CREDENTIAL</c>, requests a second.</summary>
    public static GatewayLimits Limits(Func<string, string?> variable)
    {
        var defaults = new GatewayLimits();
        return defaults with
        {
            PerAddress = Number("PLATFORM_RATE_ADDRESS", defaults.PerAddress),
            PerCredential = Number("PLATFORM_RATE_CREDENTIAL", defaults.PerCredential),
            SignInsPerAddress = Number("PLATFORM_RATE_SIGN_IN", defaults.SignInsPerAddress),
        };

        int Number(string name, int otherwise) =>
            variable(name) is { Length: > 0 } text ? Math.Max(1, int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)) : otherwise;
    }
}
