using Revitalization.Hosting.Neighbours;

namespace Revitalization.Workbench;

/// <summary>What the Workbench needs to be told.</summary>
/// <param name="Silo">Where the Silo's HTTP API answers, such as <c>http://127.0.0.1:5001</c>; its keys verify the callers' tokens.</param>
public sealed record WorkbenchOptions(Uri Silo)
{
    /// <summary>Where to listen; port 0 picks a free one.</summary>
    public string Listen { get; init; } = "http://127.0.0.1:0";

    /// <summary>Where health and metrics are.</summary>
    public string InternalListen { get; init; } = "http://127.0.0.1:0";

    /// <summary>
    /// Key of the form tokens. Null: a random one, so that a form opened before a restart must be opened again; several
    /// Workbenches behind one Gateway are given the same key.
    /// </summary>
    public byte[]? FormKey { get; init; }

    /// <summary>The services of this process; null: it is the only one.</summary>
    public Neighbourhood? Neighbours { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public LogLevel LogLevel { get; init; } = LogLevel.Information;

    /// <summary>For its own process: <c>PLATFORM_SILO</c>, <c>PLATFORM_LISTEN</c>, <c>PLATFORM_INTERNAL_LISTEN</c>, <c>PLATFORM_FORM_KEY</c> (base64).</summary>
    public static WorkbenchOptions FromEnvironment()
    {
        var defaults = new WorkbenchOptions(new Uri(Read("PLATFORM_SILO") ?? "http://127.0.0.1:5001"));
        return defaults with
        {
            Listen = Read("PLATFORM_LISTEN") ?? defaults.Listen,
            InternalListen = Read("PLATFORM_INTERNAL_LISTEN") ?? defaults.InternalListen,
            FormKey = Read("PLATFORM_FORM_KEY") is { } key ? Convert.FromBase64String(key) : null,
        };
    }

    private static string? Read(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
