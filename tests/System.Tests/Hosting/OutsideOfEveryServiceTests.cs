using System.Net;

namespace Revitalization.SystemTests.Hosting;

public sealed class OutsideOfEveryServiceTests(SampleService service) : IClassFixture<SampleService>
{
    // A refusal is shown in browsers too.
    [Theory]
    [InlineData("/wells?limit=1")]
    [InlineData("/nowhere")]
    [InlineData("/broken")]
    [InlineData("/signed-in")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        var headers = (await service.Public.GetAsync(path)).Headers;
        headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors 'none'");
        headers.GetValues("Content-Security-Policy").Single().ShouldNotContain("unsafe");
        headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"]);
        headers.Contains("Server").ShouldBeFalse();
    }

    [Fact]
    public async Task A_plain_correlation_id_is_kept_and_any_other_replaced()
    {
        (await Correlated("abc-1.2_3")).ShouldBe("abc-1.2_3");
        (await Correlated("a b")).ShouldNotBe("a b");
        (await Correlated(new string('a', 65))).Length.ShouldBe(32);
    }

    [Fact]
    public async Task Health_and_metrics_are_on_the_internal_port_only()
    {
        (await service.Internal.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await service.Internal.GetAsync("/metrics")).StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var path in new[] { "/health/live", "/health/ready", "/metrics" })
            (await service.Public.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await service.Internal.GetAsync("/wells?limit=1")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_service_that_lacks_what_it_needs_is_not_ready_and_says_why()
    {
        service.NotReady = "database unreachable";
        var response = await service.Internal.GetAsync("/health/ready");
        service.NotReady = null;

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await response.Content.ReadAsStringAsync()).ShouldContain("\"switch\":\"database unreachable\"");
        (await service.Internal.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    // Addresses hold ids and queries; metrics must hold neither, and must not grow with them.
    [Fact]
    public async Task Metrics_count_by_route_and_never_by_address()
    {
        await service.Public.PutAsync("/wells/424242?secret=1", null);
        await service.Public.GetAsync("/nowhere-424242");
        var text = await service.Internal.GetStringAsync("/metrics");

        text.ShouldContain("http_server_request_duration_seconds_count{method=\"PUT\",route=\"/wells/{id:int}\",status=\"400\"}");
        text.ShouldContain("route=\"(none)\",status=\"404\"");
        text.ShouldNotContain("424242");
    }

    private async Task<string> Correlated(string id)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/wells?limit=1");
        request.Headers.TryAddWithoutValidation("X-Correlation-Id", id);
        return (await service.Public.SendAsync(request)).Headers.GetValues("X-Correlation-Id").Single();
    }
}
