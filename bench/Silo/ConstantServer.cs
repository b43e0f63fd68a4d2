using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Revitalization.Bench.Silo;

/// <summary>The framework's server, its sockets as ours are tuned, and nothing of ours: reads a body, answers a constant of a receipt's size.</summary>
internal sealed class ConstantServer : IAsyncDisposable
{
    private static readonly byte[] s_answer = new byte[160];

    private readonly WebApplication _app;

    private ConstantServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static async Task<ConstantServer> Start()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0)).UseSockets(sockets =>
            (sockets.UnsafePreferInlineScheduling, sockets.WaitForDataBeforeAllocatingBuffer) = (true, false));
        var app = builder.Build();
        app.Run(Answer);
        await app.StartAsync();
        return new ConstantServer(app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static async Task Answer(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        context.Response.ContentLength = s_answer.Length;
        await context.Response.Body.WriteAsync(s_answer, context.RequestAborted);
    }
}
