using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Villages;
using Revitalization.Hosting.Json;
using Revitalization.Hosting.Ports;
using Revitalization.Silo;
using Revitalization.Silo.Accounts;
using Revitalization.Silo.Households;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Villages;

namespace Revitalization.SystemTests.Silo;

/// <summary>A real Silo on a free port with a data folder of its own; Jiange's officers can sign in.</summary>
public sealed class RunningSilo : IAsyncDisposable
{
    public const string Village = "510823100901";
    public const string OtherVillage = "510823100902";
    public const string ElsewhereVillage = "511921100901";

    private readonly HttpClient _http = new();
    private readonly bool _keepData;

    private RunningSilo(WebApplication app, string data, bool keepData) => (App, Data, _keepData) = (app, data, keepData);

    public WebApplication App { get; }

    public string Data { get; }

    public Uri Address => App.PublicAddress();

    public static Sender County { get; } = new("jiange", Roles.County, [Scope.Region("510823")], "");

    public static async Task<RunningSilo> Start(
        string? data = null, TimeProvider? clock = null, string? postgres = null, Action<SiloOptions>? seen = null, bool keepData = false,
        ILoggerProvider? log = null)
    {
        data ??= Path.Combine(Path.GetTempPath(), "silo-" + Path.GetRandomFileName());
        var options = new SiloOptions(new IPEndPoint(IPAddress.Loopback, 0), null, data, postgres, Clock: clock) { LogLevel = log is null ? LogLevel.Information : LogLevel.Debug };
        seen?.Invoke(options);
        var app = SiloService.Build(options);
        if (log is not null) app.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        await app.StartAsync();
        return new RunningSilo(app, data, keepData);
    }

    public T Get<T>() where T : notnull => App.Services.GetRequiredService<T>();

    /// <summary>Two villages of Jiange and one of Tongjiang.</summary>
    public async Task<RunningSilo> WithVillages()
    {
        foreach (var (code, name) in new[] { (Village, "示例一村(示例)"), (OtherVillage, "示例二村(示例)"), (ElsewhereVillage, "示例三村(示例)") })
        {
            var by = County with { Scopes = [Scope.Region(code[..6])] };
            var reply = await Get<VillageDesk>().Put(code, new VillageBody(name, new DateOnly(2000, 1, 1)), by);
            reply.Refusal.ShouldBeNull();
        }
        return this;
    }

    /// <summary>A client signed in as a new account with this role; its key is made once.</summary>
    public Task<HttpClient> SignedIn(string account, string role, params string[] scopes) => SignedIn(account, role, [.. scopes.Select(Scope.Region)]);

    /// <inheritdoc cref="SignedIn(string, string, string[])"/>
    public async Task<HttpClient> SignedIn(string account, string role, IReadOnlyList<Scope> scopes)
    {
        var session = await SignIn(new SessionRequest(ApiKey: await this.NewAccount(account, role, scopes)));
        return Bearing(session.Token);
    }

    public HttpClient Bearing(string token)
    {
        var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public async Task<SessionReply> SignIn(SessionRequest request)
    {
        var reply = await _http.PostAsJsonAsync(new Uri(Address, "/api/sessions"), request, ServiceJson.Options);
        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await reply.Content.ReadFromJsonAsync<SessionReply>(ServiceJson.Options))!;
    }

    /// <summary>Waits until every projection shows what the log holds.</summary>
    public async Task Projected()
    {
        var head = await Get<Revitalization.Storage.EventLog.IEventLog>().Head();
        (await Get<ProjectionService>().WaitFor(head, TimeSpan.FromSeconds(30), default)).ShouldBeTrue();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
        if (!_keepData) Directory.Delete(Data, recursive: true);
    }
}

internal static class Http
{
    public static Task<HttpResponseMessage> Put<TBody>(this HttpClient client, string path, TBody body, string? ifMatch = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(body, options: ServiceJson.Options) };
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return client.SendAsync(request);
    }

    public static async Task<Receipt> Accepted<TBody>(this HttpClient client, string path, TBody body, string? ifMatch = null)
    {
        var reply = await client.Put(path, body, ifMatch);
        reply.StatusCode.ShouldBe(HttpStatusCode.OK, await reply.Content.ReadAsStringAsync());
        return (await reply.Content.ReadFromJsonAsync<Receipt>(ServiceJson.Options))!;
    }

    public static async Task<T> Read<T>(this HttpClient client, string path)
    {
        var reply = await client.GetAsync(path);
        reply.StatusCode.ShouldBe(HttpStatusCode.OK, await reply.Content.ReadAsStringAsync());
        return (await reply.Content.ReadFromJsonAsync<T>(ServiceJson.Options))!;
    }

    public static async Task Refused(this Task<HttpResponseMessage> sent, Enum refusal, string? field = null)
    {
        var reply = await sent;
        var text = await reply.Content.ReadAsStringAsync();
        using var problem = JsonDocument.Parse(text);
        problem.RootElement.GetProperty("code").GetString().ShouldBe(Contracts.Refusals.RefusalCatalog.CodeOf(refusal), text);
        reply.StatusCode.ShouldBe((HttpStatusCode)Contracts.Refusals.RefusalCatalog.EntryOf(refusal).Status);
        if (field is not null) problem.RootElement.GetProperty("errors")[0].GetProperty("field").GetString().ShouldBe(field);
    }

    public static string Day(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
