using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Revitalization.Hosting.Access;

namespace Revitalization.Hosting;

/// <summary>Writes a problem as a page for a person's browser.</summary>
public delegate Task ErrorPage(HttpContext context, ProblemDetails problem);

/// <summary>What one service needs to be hosted, in its own process or beside the others.</summary>
/// <param name="Name">Short name in logs and metrics: <c>silo</c>, <c>gateway</c>, <c>portal</c>, <c>workbench</c>.</param>
public sealed record ServiceOptions(string Name)
{
    /// <summary>Where callers come in. Port 0 takes a free one; see <see cref="Ports.ServiceAddresses"/>.</summary>
    public string Address { get; init; } = "http://127.0.0.1:0";

    /// <summary>Where health and metrics are; nothing else is served there, and they are served nowhere else.</summary>
    public string InternalAddress { get; init; } = "http://127.0.0.1:0";

    /// <summary>The services of this process, which reach this one without a socket; null: there are none.</summary>
    public Neighbours.Neighbourhood? Neighbours { get; init; }

    /// <summary>The largest body accepted unless an endpoint says otherwise.</summary>
    public long MaxBodyBytes { get; init; } = 1024 * 1024;

    /// <summary>Whose tokens are believed. Empty means the service knows no callers at all.</summary>
    public IReadOnlyList<TrustedIssuer> Issuers { get; init; } = [];

    /// <summary>False: an endpoint that says nothing needs a signed-in caller. True for what the public reads.</summary>
    public bool AnonymousByDefault { get; init; }

    /// <summary>How long requests under way may take to finish when the service stops.</summary>
    public TimeSpan DrainTime { get; init; } = TimeSpan.FromSeconds(10);

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Assemblies beside Contracts whose refusal enums belong to this service's catalogue.</summary>
    public IReadOnlyList<Assembly> RefusalAssemblies { get; init; } = [];

    /// <summary>Used instead of a problem document when the caller prefers a page; null: always the document.</summary>
    public ErrorPage? ErrorPage { get; init; }

    /// <summary>Failures that are the service's want of room or time, answered as 503: the caller may send the same again. Null: none is.</summary>
    public Func<Exception, bool>? IsTemporary { get; init; }

    /// <summary>Sources of scripts, styles and images are this origin alone; a service may name its own policy.</summary>
    public string ContentSecurityPolicy { get; init; } = Headers.AnswerHeaders.DefaultPolicy;

    /// <summary>Lowest level written to the log.</summary>
    public Microsoft.Extensions.Logging.LogLevel LogLevel { get; init; } = Microsoft.Extensions.Logging.LogLevel.Information;
}
