using Microsoft.Extensions.Logging;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Revitalization.Gateway;
using Revitalization.Hosting.Neighbours;
using Revitalization.Hosting.Ports;

namespace Revitalization.SystemTests.Gateway;

/// <summary>A real Gateway before services that only say what they were sent.</summary>
public class GatewayBench : IAsyncLifetime
{
    private readonly Neighbourhood? _neighbours;
    private readonly EchoService _silo, _workbench, _portal;
    private WebApplication? _gateway;

    public GatewayBench() : this(inOneProcess: false)
    {
    }

    /// <param name="inOneProcess">The Gateway reaches the services without sockets, as in Standalone.</param>
    internal GatewayBench(bool inOneProcess)
    {
        _neighbours = inOneProcess ? new Neighbourhood() : null;
        (_silo, _workbench, _portal) = (new("silo", _neighbours), new("workbench", _neighbours), new("portal", _neighbours));
    }

    public GatewayLimits Limits { get; init; } = new() { SignInsPerAddress = 1_000, SignInsPerAccount = 3 };

    public EchoService Silo => _silo;

    public Uri Address => _gateway!.PublicAddress();

    public string Origin => Address.GetLeftPart(UriPartial.Authority);

    public async ValueTask InitializeAsync()
    {
        foreach (var service in new[] { _silo, _workbench, _portal }) await service.Start();
        _gateway = GatewayService.Build(new GatewayOptions(_silo.Address, _workbench.Address, [_portal.Address], new byte[32])
        {
            Limits = Limits,
            LogLevel = LogLevel.None,
            TrustedProxies = ["127.0.0.1"],
            Neighbours = _neighbours,
            Behind = new Dictionary<string, Uri> { ["silo"] = _silo.InternalAddress },
        });
        await _gateway.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _gateway!.DisposeAsync();
        foreach (var service in new[] { _silo, _workbench, _portal }) await service.DisposeAsync();
    }

    /// <summary>A visitor that follows no redirect and keeps no cookie by itself: tests look at both.</summary>
    public HttpClient Visitor(string? cookie = null)
    {
        var visitor = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        if (cookie is not null) visitor.DefaultRequestHeaders.Add("Cookie", cookie);
        return visitor;
    }

    /// <summary>Signs in as a person does and returns the cookie as a browser sends it.</summary>
    public async Task<string> SignIn(string account)
    {
        using var visitor = Visitor();
        var answer = await visitor.SendAsync(SignInForm(account, EchoService.Password));
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        return answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    public HttpRequestMessage SignInForm(string account, string password, string returnTo = "/workbench/households", string? origin = null)
    {
        var form = new HttpRequestMessage(HttpMethod.Post, "/sign-in")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["account"] = account, ["password"] = password, ["returnTo"] = returnTo }),
        };
        form.Headers.Add("Origin", origin ?? Origin);
        return form;
    }
}
