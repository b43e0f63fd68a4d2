using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Revitalization.Contracts.Identity;
using Revitalization.Hosting;
using Revitalization.Hosting.Access;
using Revitalization.Hosting.Health;
using Revitalization.Hosting.Ports;

namespace Revitalization.SystemTests.Hosting;

/// <summary>A small real service on ephemeral ports, with one endpoint for each thing that Hosting promises.</summary>
public sealed class SampleService : IAsyncLifetime
{
    public sealed record Well(string Name, int DepthCm, long CostFen, DateOnly DugOn, IReadOnlyList<Bucket> Buckets, string? Note = null);

    public sealed record Bucket(int Litres);

    private WebApplication? _app;

    public TokenMaker Tokens { get; } = new();

    public AdjustableClock Clock { get; } = new();

    public HttpClient Public { get; private set; } = null!;

    public HttpClient Internal { get; private set; } = null!;

    public string? NotReady { get; set; }

    public async ValueTask InitializeAsync()
    {
        var builder = ServiceHost.CreateBuilder(new ServiceOptions("sample")
        {
            Issuers = [TrustedIssuer.Self],
            Clock = Clock,
            MaxBodyBytes = 4096,
            IsTemporary = Revitalization.Engine.EngineFailures.IsTemporary,
            LogLevel = Microsoft.Extensions.Logging.LogLevel.None,
        });
        builder.Services.AddSingleton<ITokenKeys>(Tokens);
        builder.Services.AddSingleton<IReadinessCheck>(new Switch(this));
        _app = builder.Build();
        _app.UseService();
        _app.MapPut("/wells/{id:int}", (int id, Well well) => TypedResults.Ok(well)).AllowAnonymous();
        _app.MapGet("/wells", (int limit) => TypedResults.Ok(limit)).AllowAnonymous();
        _app.MapGet("/broken", string () => throw new InvalidOperationException("secret inside")).AllowAnonymous();
        _app.MapGet("/busy", string () => throw new Orleans.Runtime.LimitExceededException("10000 calls of H-secret wait")).AllowAnonymous();
        _app.MapGet("/status/{status:int}", (int status) => TypedResults.StatusCode(status)).AllowAnonymous();
        _app.MapGet("/signed-in", (HttpContext context) => TypedResults.Ok(context.User.Account()));
        _app.MapGet("/county", (HttpContext context) => TypedResults.Ok(context.User.Covers("510823100900"))).RequireAuthorization(Roles.County);
        await _app.StartAsync();
        Public = new HttpClient { BaseAddress = _app.PublicAddress() };
        Internal = new HttpClient { BaseAddress = _app.InternalAddress() };
    }

    public async ValueTask DisposeAsync()
    {
        Public.Dispose();
        Internal.Dispose();
        await _app!.DisposeAsync();
    }

    public Task<HttpResponseMessage> Get(string path, string token) => Public.SendAsync(
        new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } });

    private sealed class Switch(SampleService service) : IReadinessCheck
    {
        public string Name => "switch";

        public ValueTask<string?> WhyNotReady(CancellationToken cancellation) => new(service.NotReady);
    }
}
