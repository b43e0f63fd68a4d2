using System.Net;
using System.Net.Http.Json;
using Revitalization.SystemTests.Hosting;

namespace Revitalization.SystemTests.Gateway;

public class RouteTests(GatewayBench bench) : IClassFixture<GatewayBench>
{
    [Theory]
    [InlineData("/", "portal")]
    [InlineData("/odata/Regions?$top=1", "portal")]
    [InlineData("/data/catalog.jsonld", "portal")]
    [InlineData("/api/households/H1", "silo")]
    [InlineData("/api/problems/request.too-large", "silo")]
    [InlineData("/workbench/households", "workbench")]
    public async Task An_address_goes_to_its_service_unchanged(string path, string service)
    {
        using var visitor = bench.Visitor();
        var received = await visitor.GetFromJsonAsync<Received>(path);
        received!.Service.ShouldBe(service);
        received.Path.ShouldBe(path);
    }

    // Whoever could state these from outside could pass for a proxy of ours, or for another address.
    [Fact]
    public async Task What_only_a_proxy_may_say_is_not_taken_from_outside()
    {
        using var visitor = bench.Visitor();
        string[] hearsay = ["Forwarded", "X-Internal-Account", "X-Real-IP", "X-Original-URL", "X-Api-Key", "X-HTTP-Method-Override", "Proxy-Authorization"];
        foreach (var name in hearsay) visitor.DefaultRequestHeaders.TryAddWithoutValidation(name, "rk_a_b").ShouldBeTrue();

        var received = await visitor.GetFromJsonAsync<Received>("/api/households/H1");

        received!.Headers.Keys.Intersect(hearsay, StringComparer.OrdinalIgnoreCase).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_portal_is_told_nothing_of_who_reads_it()
    {
        using var visitor = bench.Visitor(await bench.SignIn("jiange") + "; theme=dark");
        var received = await visitor.GetFromJsonAsync<Received>("/odata/Regions");
        received!.Headers.ContainsKey("Authorization").ShouldBeFalse();
        received.Headers.ContainsKey("Cookie").ShouldBeFalse();
    }

    // 适老: in what type pages are wanted, and nothing that stood beside it.
    [Theory]
    [InlineData("reading=easy; theme=dark", "reading=easy")]
    [InlineData("reading=anything-else", null)]
    public async Task The_portal_is_told_in_what_type_pages_are_wanted_and_no_more(string sent, string? passedOn)
    {
        using var visitor = bench.Visitor(await bench.SignIn("jiange") + "; " + sent);
        var received = await visitor.GetFromJsonAsync<Received>("/about");
        received!.Headers.GetValueOrDefault("Cookie").ShouldBe(passedOn);
    }

    [Fact]
    public async Task One_correlation_id_goes_all_the_way_and_back()
    {
        using var visitor = bench.Visitor();
        visitor.DefaultRequestHeaders.Add("X-Correlation-Id", "from-outside-1");
        var answer = await visitor.GetAsync("/api/households/H1");
        answer.Headers.GetValues("X-Correlation-Id").ShouldBe(["from-outside-1"]);
        (await answer.Content.ReadFromJsonAsync<Received>())!.Headers["X-Correlation-Id"].ShouldBe("from-outside-1");
    }

    [Fact]
    public async Task A_forwarded_answer_carries_each_security_header_once()
    {
        using var visitor = bench.Visitor();
        var answer = await visitor.GetAsync("/");
        foreach (var name in new[] { "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "X-Frame-Options" })
            answer.Headers.GetValues(name).Count().ShouldBe(1, name);
    }

    [Fact]
    public async Task A_connection_may_not_change_its_protocol()
    {
        using var visitor = bench.Visitor();
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/households/H1") { Headers = { { "Connection", "Upgrade" }, { "Upgrade", "websocket" } } };
        (await ProblemReading.Of(await visitor.SendAsync(request))).Fields.ShouldBe(["Upgrade"]);
    }

    [Fact]
    public async Task Probes_answer_yes_or_no_and_metrics_are_not_shown()
    {
        using var visitor = bench.Visitor();
        (await visitor.GetStringAsync("/health/live")).ShouldBe("live");
        (await visitor.GetStringAsync("/health/ready")).ShouldBe("ready");
        (await visitor.GetFromJsonAsync<Received>("/metrics"))!.Service.ShouldBe("portal"); // whose own public port serves none
    }
}
