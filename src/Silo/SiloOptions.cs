using System.Net;
using Revitalization.Hosting.Neighbours;

namespace Revitalization.Silo;

/// <param name="Listen">Where the HTTP API listens; port 0 picks a free one.</param>
/// <param name="InternalListen">Health and metrics only.</param>
/// <param name="DataDirectory">Databases (unless PostgreSQL), releases, secrets (mode 600).</param>
/// <param name="PostgresConnection">Null means SQLite.</param>
/// <param name="ActiveGrainLimit">How many grains stay in memory before the idle are let go.</param>
/// <param name="Clock">Null means the system's.</param>
public sealed record SiloOptions(
    IPEndPoint Listen,
    IPEndPoint? InternalListen,
    string DataDirectory,
    string? PostgresConnection = null,
    int ActiveGrainLimit = 50_000,
    TimeProvider? Clock = null)
{
    /// <summary>A PostgreSQL connection string: Silos that share it are one cluster, which the Orleans engine alone can form. Null: one process.</summary>
    public string? ClusterConnection { get; init; }

    /// <summary>Where the cluster's other Silos reach this one; 0 takes a free port.</summary>
    public int ClusterPort { get; init; }

    /// <summary>Where the cluster's clients reach this one; 0 takes a free port.</summary>
    public int ClusterGatewayPort { get; init; }

    /// <summary>The services of this process; null: it is the only one.</summary>
    public Neighbourhood? Neighbours { get; init; }

    /// <summary>From which level on our own lines are written.</summary>
    public LogLevel LogLevel { get; init; } = LogLevel.Information;
}
