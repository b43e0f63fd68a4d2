using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Revitalization.Contracts.Households;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Monitoring;
using Revitalization.Gateway;
using Revitalization.Hosting.Json;
using Revitalization.Hosting.Ports;
using Revitalization.Silo.Accounts;
using Revitalization.SystemTests.Imports;

namespace Revitalization.SystemTests.Silo;

/// <summary>个人信息保护法: whoever reads logs or metrics keeps the machine running; no person is to be found there.</summary>
public sealed class SilentLogTests : IAsyncLifetime
{
    private const string Name = "示例默某", OtherName = "示例静某", Phone = "13900007777";

    private static readonly string Id = Given.NationalId(77), OtherId = Given.NationalId(78);
    private const string Said = "查出重大疾病";

    private static readonly string[] Personal = [Name, OtherName, Phone, Id, OtherId, Uri.EscapeDataString(Name), Said];

    private readonly HeardLog _siloLog = new(), _gatewayLog = new();
    private RunningSilo _silo = null!;
    private WebApplication _gateway = null!;
    private HttpClient _county = null!;

    public async ValueTask InitializeAsync()
    {
        _silo = await (await RunningSilo.Start(log: _siloLog)).WithVillages();
        var key = await _silo.Get<AccountDesk>().CreateIfMissing(
            "jiange", Roles.County, [Scope.Region("510823")], "Correct-Horse-6-Battery", new DateOnly(2027, 6, 30));
        _gateway = GatewayService.Build(new GatewayOptions(_silo.Address, _silo.Address, [_silo.Address], new byte[32]) { LogLevel = LogLevel.Debug });
        _gateway.Services.GetRequiredService<ILoggerFactory>().AddProvider(_gatewayLog);
        await _gateway.StartAsync();
        _county = new HttpClient { BaseAddress = _gateway.PublicAddress() };
        _county.DefaultRequestHeaders.Add("X-Api-Key", key);
    }

    public async ValueTask DisposeAsync()
    {
        _county.Dispose();
        await _gateway.StopAsync();
        await _gateway.DisposeAsync();
        await _silo.DisposeAsync();
    }

    [Fact]
    public async Task Neither_logs_nor_metrics_name_a_person_whatever_is_asked()
    {
        await Import();
        await SearchAndRead();
        await AskWrongly();
        await SayInFiles();

        foreach (var (what, log) in new[] { ("silo", _siloLog), ("gateway", _gatewayLog) })
        {
            log.Lines.ShouldContain(line => line.Contains("/api/households/{id}", StringComparison.Ordinal) || line.Contains("/api/", StringComparison.Ordinal), what);
            foreach (var line in log.Lines) ShouldNameNobody(what, line);
        }
        foreach (var service in new[] { _silo.App, _gateway })
        {
            using var inside = new HttpClient { BaseAddress = service.InternalAddress() };
            var metrics = await inside.GetStringAsync("/metrics");
            metrics.ShouldContain("http_server_request_duration_seconds_count");
            ShouldNameNobody("metrics", metrics);
        }
    }

    private async Task Import()
    {
        (await _county.Import("households", $"{Sheets.Households}{RunningSilo.Village},H001,脱贫户,,,2023-01-10\n")).Committed.ShouldBe(1);
        const string headings = "户编号,人编号,姓名,证件号码,与户主关系,联系电话,信息更新日期\n";
        var wrong = Id[..17] + (Id[17] == '1' ? '2' : '1');
        var rows = $"H001,M1,{Name},{Id},户主,{Phone},2023-01-10\nH001,M2,{OtherName},{wrong},配偶,{Phone},2023-01-10\nH404,M3,{OtherName},{OtherId},{Name},{Phone},{Phone}\n";
        (await _county.Import("members", headings + rows)).Refused.ShouldBe(2);
        // A sheet whose headings are data.
        (await _county.Upload("members", rows)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await _silo.Projected();
    }

    private async Task SearchAndRead()
    {
        foreach (var search in new[] { new HouseholdSearch(NationalId: Id), new HouseholdSearch(Name: Name), new HouseholdSearch(NationalId: Phone) })
            await _county.PostAsJsonAsync("/api/households/search", search, ServiceJson.Options);
        (await _county.Read<HouseholdView>("/api/households/H001")).Members.Single().Name.ShouldBe(Name);
        await _county.Accepted("/api/households/H001/members/M2", Given.Member(78, "spouse", OtherName) with { Phone = Phone });
        await _county.Put("/api/households/H001/members/M3", Given.Member(77, "child", Name) with { Phone = Name });
    }

    /// <summary>What is said in a monitoring file, accepted and refused.</summary>
    private async Task SayInFiles()
    {
        var clue = new ClueBody(new DateOnly(2023, 4, 3), "department", "illness", $"{Name}{Said}");
        (await _county.Put("/api/households/H001/clues/c1", clue)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _county.Put("/api/households/H001/clues/c1", clue with { Note = $"{OtherName}{Said}" })).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await _county.Put($"/api/households/H001/clues/{Uri.EscapeDataString(Name)}", clue)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await _county.Read<MonitoringView>("/api/households/H001/monitoring")).Clues.Single().Note.ShouldBe($"{Name}{Said}");
    }

    // People paste what they hold in their hand, wherever a field is.
    private async Task AskWrongly()
    {
        foreach (var address in new[] { $"/api/households/{Id}", $"/api/households/{Name}", $"/api/people/{Id}", $"/api/households/H001?purpose={Id}", $"/api/imports?cursor={Id}", $"/{Id}?{Name}" })
            (await _county.GetAsync(address)).IsSuccessStatusCode.ShouldBeFalse(address);
        var body = $$"""{"name":"{{Name}}","nationalId":{{Id[..17]}},"{{Phone}}":1,"relation":["{{Name}}"]}""";
        using var broken = new StringContent(body, Encoding.UTF8, "application/json");
        (await _county.PutAsync("/api/households/H001/members/M9", broken)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/households/H001");
        request.Headers.TryAddWithoutValidation("X-Correlation-Id", Phone + "@" + Id);
        await _county.SendAsync(request);
        await _county.PostAsJsonAsync("/api/sessions", new SessionRequest(Name, Id), ServiceJson.Options);
    }

    private static void ShouldNameNobody(string what, string text)
    {
        foreach (var personal in Personal) text.Contains(personal, StringComparison.OrdinalIgnoreCase).ShouldBeFalse($"{what}: {text}");
    }
}
