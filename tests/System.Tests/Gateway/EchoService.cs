using Microsoft.Extensions.Logging;
using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Revitalization.Contracts.Identity;
using Revitalization.Hosting;
using Revitalization.Hosting.Neighbours;
using Revitalization.Hosting.Ports;

namespace Revitalization.SystemTests.Gateway;

/// <summary>What a service behind the Gateway was sent.</summary>
public sealed record Received(string Service, string Method, string Path, Dictionary<string, string> Headers, long BodyBytes);

/// <summary>Stands for a service behind the Gateway: says what it was sent, and knows the Silo's session endpoints.</summary>
public sealed class EchoService(string name, Neighbourhood? neighbours = null) : IAsyncDisposable
{
    public const string Password = "正确的密码-2023";

    private readonly ConcurrentDictionary<string, string> _sessions = new();
    private WebApplication? _app;
    private int _exchanges;

    public Uri Address => _app!.PublicAddress();

    public Uri InternalAddress => _app!.InternalAddress();

    /// <summary>How often a session or key was exchanged for a token.</summary>
    public int Exchanges => _exchanges;

    public async Task Start(string address = "http://127.0.0.1:0")
    {
        var builder = ServiceHost.CreateBuilder(new ServiceOptions(name)
        {
            Address = address,
            AnonymousByDefault = true,
            Neighbours = neighbours,
            MaxBodyBytes = 512L * 1024 * 1024,
            LogLevel = LogLevel.None,
        });
        _app = builder.Build();
        _app.UseService();
        if (name == "silo") MapSessions(_app);
        _app.MapGet("/workbench/private", (HttpContext context) => context.Request.Headers.Authorization.Count > 0 ? Results.Text("private") : Results.StatusCode(401));
        _app.MapGet("/api/slow", async (CancellationToken cancellation) => await Task.Delay(TimeSpan.FromSeconds(30), cancellation));
        _app.MapGet("/api/silent", async (HttpContext context) =>
        {
            await context.Response.Body.FlushAsync(context.RequestAborted); // The status is out, the body never comes.
            await Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted);
        });
        _app.MapGet("/api/broken-off", (HttpContext context) => context.Abort());
        _app.Map("/{**path}", (Delegate)Echo);
        await _app.StartAsync();
    }

    public async Task Stop()
    {
        await _app!.StopAsync();
        await _app.DisposeAsync();
    }

    public async ValueTask DisposeAsync() => await _app!.DisposeAsync();

    private async Task<Received> Echo(HttpContext context)
    {
        long bytes = 0;
        var buffer = new byte[64 * 1024];
        for (var read = 1; read > 0; bytes += read) read = await context.Request.Body.ReadAsync(buffer);
        var headers = context.Request.Headers.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return new(name, context.Request.Method, context.Request.Path + context.Request.QueryString, headers, bytes);
    }

    private void MapSessions(WebApplication app)
    {
        app.MapPost("/api/sessions", (SessionRequest request) =>
        {
            Interlocked.Increment(ref _exchanges);
            if (request.ApiKey is { } key) return key.StartsWith("rk_", StringComparison.Ordinal) ? Reply(key.Split('_')[1], null) : Results.StatusCode(401);
            if (request.Account == "locked") return Results.StatusCode(423);
            if (request.Password != Password) return Results.StatusCode(401);
            var session = $"s-{request.Account}-{_sessions.Count}";
            _sessions[session] = request.Account!;
            return Reply(request.Account!, session);
        });
        app.MapPost("/api/sessions/refresh", (SessionSecret secret) =>
        {
            Interlocked.Increment(ref _exchanges);
            return _sessions.TryGetValue(secret.Session, out var account) ? Reply(account, secret.Session) : Results.StatusCode(401);
        });
        app.MapDelete("/api/sessions", ([Microsoft.AspNetCore.Mvc.FromBody] SessionSecret secret) =>
            _sessions.TryRemove(secret.Session, out _) ? Results.NoContent() : Results.StatusCode(401));
    }

    private static IResult Reply(string account, string? session) => Results.Ok(new SessionReply(
        $"token-of-{account}", TimeProvider.System.GetUtcNow().AddMinutes(5), account, Roles.County, ["region:510823"], session));
}
