using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;
using Revitalization.Hosting;
using Revitalization.Hosting.Neighbours;
using Revitalization.Hosting.Ports;

namespace Revitalization.SystemTests.Hosting;

/// <summary>A connection within the process behaves as a socket does.</summary>
public sealed class NeighbourTests : IAsyncLifetime
{
    private const int Megabyte = 1024 * 1024, Small = 64 * 1024;

    private readonly Neighbourhood _neighbours = new();
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously), _given = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _finish = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WebApplication _service = null!;
    private HttpClient _near = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = ServiceHost.CreateBuilder(new ServiceOptions("near")
        {
            AnonymousByDefault = true,
            Neighbours = _neighbours,
            MaxBodyBytes = 8 * Megabyte,
            LogLevel = LogLevel.None,
        });
        _service = builder.Build();
        _service.UseService();
        _service.MapGet("/port", (HttpContext context) => context.Connection.RemotePort);
        _service.MapPost("/echo", async (HttpContext context) =>
        {
            using var whole = new MemoryStream();
            await context.Request.Body.CopyToAsync(whole, context.RequestAborted);
            return Results.Bytes(whole.ToArray());
        });
        _service.MapPost("/small", (HttpContext context) => context.Request.Body.CopyToAsync(Stream.Null)).WithMetadata(new RequestSizeLimitAttribute(Small));
        _service.MapGet("/held", async () =>
        {
            _arrived.SetResult();
            await _finish.Task;
            return "finished";
        });
        _service.MapGet("/given-up", async (HttpContext context) =>
        {
            await using var heard = context.RequestAborted.Register(_given.SetResult);
            _arrived.SetResult();
            await _finish.Task;
        });
        await _service.StartAsync();
        _near = Caller();
    }

    public async ValueTask DisposeAsync()
    {
        _finish.TrySetResult();
        _near.Dispose();
        await _service.DisposeAsync();
    }

    [Fact]
    public async Task A_neighbour_comes_without_a_socket_and_anybody_else_with_one()
    {
        using var far = new HttpClient { BaseAddress = _service.PublicAddress() };

        (await _near.GetStringAsync("/port")).ShouldBe("0");
        (await far.GetStringAsync("/port")).ShouldNotBe("0");
    }

    // The mark of the internal address is the connection's: a neighbour gets at health and metrics there and nowhere else.
    [Fact]
    public async Task The_internal_address_stays_apart()
    {
        using var inside = Caller(_service.InternalAddress());

        (await _near.GetAsync("/metrics")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await inside.GetAsync("/metrics")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await inside.GetAsync("/port")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    // Bodies larger than every buffer on the way, and many callers at once: each gets back what it sent.
    [Fact]
    public async Task Every_caller_gets_its_own_answer_whole()
    {
        await Task.WhenAll(Enumerable.Range(1, 40).Select(async caller =>
        {
            for (var turn = 0; turn < 5; turn++)
            {
                var sent = new byte[caller % 8 == 0 ? (5 * Megabyte) + caller : caller * 997];
                Array.Fill(sent, (byte)((caller * 5) + turn));
                using var answer = await _near.PostAsync("/echo", new ByteArrayContent(sent));
                (await answer.Content.ReadAsByteArrayAsync()).AsSpan().SequenceEqual(sent).ShouldBeTrue();
            }
        }));
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_and_the_next_request_served()
    {
        using var answer = await _near.PostAsync("/small", new ByteArrayContent(new byte[3 * Megabyte]));

        (await ProblemReading.Of(answer)).Code.ShouldBe("request.too-large");
        (await _near.GetStringAsync("/port")).ShouldBe("0");
    }

    // Whoever gave up must not keep a service at work.
    [Fact]
    public async Task A_caller_who_hangs_up_ends_the_request()
    {
        using var patience = new CancellationTokenSource();
        var asked = _near.GetAsync("/given-up", patience.Token);
        await _arrived.Task;

        await patience.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(asked);
        await _given.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_service_that_stops_finishes_what_is_under_way_and_is_then_refused_like_any_other()
    {
        var address = _service.PublicAddress();
        var asked = _near.GetStringAsync("/held");
        await _arrived.Task;

        var stopping = _service.StopAsync();
        _finish.SetResult();

        (await asked).ShouldBe("finished");
        await stopping;
        using var late = Caller(address);
        var refused = await Should.ThrowAsync<HttpRequestException>(() => late.GetStringAsync("/port"));
        refused.HttpRequestError.ShouldBe(HttpRequestError.ConnectionError);
        refused.InnerException.ShouldBeOfType<SocketException>();
    }

    private HttpClient Caller(Uri? address = null) =>
        new(new SocketsHttpHandler { ConnectCallback = _neighbours.Connect }) { BaseAddress = address ?? _service.PublicAddress() };
}
