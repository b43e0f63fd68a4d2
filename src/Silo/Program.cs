using System.Globalization;
using System.Net;
using Revitalization.Silo;

static string? Set(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

await SiloService.Build(new SiloOptions(
    IPEndPoint.Parse(Set("PLATFORM_LISTEN") ?? "0.0.0.0:8081"),
    IPEndPoint.Parse(Set("PLATFORM_INTERNAL_LISTEN") ?? "0.0.0.0:9081"),
    Set("PLATFORM_DATA") ?? "data",
    Set("PLATFORM_POSTGRES"),
    int.Parse(Set("PLATFORM_GRAINS") ?? "50000", CultureInfo.InvariantCulture))).RunAsync();
