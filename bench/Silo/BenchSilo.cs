using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Revitalization.Bench.Harness;
using Revitalization.Contracts.Households;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Villages;
using Revitalization.Domain.Commands;
using Revitalization.Gateway;
using Revitalization.Hosting.Json;
using Revitalization.Hosting.Neighbours;
using Revitalization.Hosting.Ports;
using Revitalization.Silo;
using Revitalization.Silo.Accounts;
using Revitalization.Silo.Households;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Villages;
using Revitalization.Storage.EventLog;

namespace Revitalization.Bench.Silo;

/// <summary>A whole Silo in this process, as it is served: projections and reactors run along with what is measured.</summary>
internal sealed class BenchSilo : IAsyncDisposable
{
    public const string Village = "510823100901";
    private const string Account = "jiange";
    private static readonly DateOnly s_from = new(2023, 1, 10);

    private readonly WebApplication _silo;
    private readonly Neighbourhood _neighbours;
    private WebApplication? _gateway;

    private BenchSilo(WebApplication silo, Neighbourhood neighbours) => (_silo, _neighbours) = (silo, neighbours);

    public static Sender By { get; } = new(Account, Roles.County, [Scope.Region("510823")], "");

    public RegisterDesk Desk => Get<RegisterDesk>();

    public static async Task<BenchSilo> Start(string folder, string? postgres)
    {
        var neighbours = new Neighbourhood();
        var silo = SiloService.Build(new SiloOptions(new IPEndPoint(IPAddress.Loopback, 0), null, folder, postgres, ActiveGrainLimit: 200_000)
        {
            Neighbours = neighbours, // As Standalone has it.
            LogLevel = LogLevel.Warning, // As Standalone does unless it is asked for request lines.
        });
        await silo.StartAsync();
        var bench = new BenchSilo(silo, neighbours);
        await bench.Get<VillageDesk>().Put(Village, new VillageBody("示例一村(示例)", new DateOnly(2000, 1, 1)), By);
        return bench;
    }

    public T Get<T>() where T : notnull => _silo.Services.GetRequiredService<T>();

    public async Task Register(string id) => Accepted(await Desk.PutHousehold(id, new HouseholdBody(Village, "lifted", s_from), By));

    public async Task AddMember(string id, int person) => Accepted(await Desk.PutMember(id, "1", Member(person), By));

    /// <summary>The n-th of twelve quarters; later turns state other amounts, with a reason.</summary>
    public async Task AddIncome(string id, int n) => Accepted(await Desk.PutIncome(id, Quarter(n), Income(n), By));

    public static string Quarter(int n) => string.Create(CultureInfo.InvariantCulture, $"{2023 + (n % 12 / 4)}-Q{1 + (n % 4)}");

    public static IncomeBody Income(int n) => new(1_000_00 + n, 500_00, 100_00, 10_00, 40_00, n < 12 ? null : "复核");

    /// <summary>Waits until every projection shows what the log holds.</summary>
    public async Task Projected()
    {
        var head = await Get<IEventLog>().Head();
        if (!await Get<ProjectionService>().WaitFor(head, TimeSpan.FromMinutes(20), default)) throw new TimeoutException("The projections do not come on.");
    }

    /// <summary>Many requests at once, and what they were answered, for filling.</summary>
    public static Task InParallel(int count, Func<int, Task> each) =>
        Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (n, _) => await each(n));

    /// <summary>A client signed in as the county; through a Gateway of this process whose rate limits are out of the way, or straight to the Silo.</summary>
    public async Task<HttpClient> SignedIn(bool throughGateway) =>
        await SignedIn(Account, Roles.County, [Scope.Region("510823")], throughGateway ? (await Gateway()).PublicAddress() : null);

    /// <summary>Callers on connections of their own, signed in as the county, through the Gateway; and the header that says so.</summary>
    public async Task<(LoadCrowd Callers, Uri Address, string Header)> Crowd(int count)
    {
        using var signedIn = await SignedIn(throughGateway: true);
        var address = signedIn.BaseAddress!;
        return (new LoadCrowd(address, count), address, $"Authorization: {signedIn.DefaultRequestHeaders.Authorization}\r\nContent-Type: application/json\r\n");
    }

    public async Task<HttpClient> SignedIn(string account, string role, Scope[] scopes, Uri? address = null)
    {
        var key = await Get<AccountDesk>().CreateIfMissing(account, role, scopes, $"Correct-Horse-{account.Length}-Battery", DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date).AddDays(30));
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = address ?? _silo.PublicAddress() };
        var session = await client.PostAsJsonAsync("/api/sessions", new SessionRequest(ApiKey: key), ServiceJson.Options);
        var signedIn = await session.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<SessionReply>(ServiceJson.Options);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", signedIn!.Token);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var app in new[] { _gateway, _silo }.OfType<WebApplication>())
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
    }

    private async Task<WebApplication> Gateway()
    {
        var nobody = new Uri("http://127.0.0.1:9");
        _gateway = GatewayService.Build(new GatewayOptions(_silo.PublicAddress(), nobody, [nobody], new byte[32])
        {
            Limits = new GatewayLimits { PerAddress = 1_000_000, PerCredential = 1_000_000 },
            LogLevel = LogLevel.Warning,
            Neighbours = _neighbours,
        });
        await _gateway.StartAsync();
        return _gateway;
    }

    private static MemberBody Member(int person)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"510823{1950 + (person % 50)}0{1 + (person / 50 % 9)}{10 + (person / 450 % 18)}{person / 8_100 % 1000:000}");
        return new("示例甲", digits + Domain.Privacy.NationalId.CheckDigit(digits), "head", s_from, "able", "in-county", "primary");
    }

    public static void Accepted(CommandReply reply)
    {
        if (reply.Refusal is { } refusal) throw new InvalidOperationException($"Refused: {refusal.Code} {refusal.Field}");
    }
}
