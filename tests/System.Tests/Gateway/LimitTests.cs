using System.Net;
using System.Net.Http.Json;
using Revitalization.Gateway;
using Revitalization.SystemTests.Hosting;

namespace Revitalization.SystemTests.Gateway;

public class LimitTests
{
    protected virtual bool InOneProcess => false;

    [Fact]
    public async Task One_program_is_slowed_before_it_slows_its_office()
    {
        await using var bench = await Bench(new GatewayLimits { PerAddress = 1_000, PerCredential = 10 });
        using var program = bench.Visitor();
        program.DefaultRequestHeaders.Add("X-Api-Key", "rk_busy_1");
        using var colleague = bench.Visitor();

        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => program.GetAsync("/api/households/H1")));

        var refused = answers.Where(answer => answer.StatusCode == HttpStatusCode.TooManyRequests).ToArray();
        refused.Length.ShouldBeGreaterThan(10);
        (await ProblemReading.Of(refused[0])).Code.ShouldBe("request.too-many");
        refused[0].Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1));
        (await colleague.GetAsync("/api/households/H1")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    // Forged credentials are free to make; the address is not.
    [Fact]
    public async Task Inventing_credentials_does_not_escape_the_limit_of_the_address()
    {
        await using var bench = await Bench(new GatewayLimits { PerAddress = 10, PerCredential = 1_000 });
        using var visitor = bench.Visitor();
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(n =>
            visitor.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/api/households/H1") { Headers = { { "Authorization", $"Bearer made-up-{n}" } } })));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.TooManyRequests).ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task Signing_in_over_the_api_is_limited_more_strictly()
    {
        await using var bench = await Bench(new GatewayLimits { SignInsPerAddress = 5 });
        using var visitor = bench.Visitor();
        for (var attempt = 0; attempt < 5; attempt++)
            (await visitor.PostAsJsonAsync("/api/sessions", new { account = "a", password = "b" })).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await ProblemReading.Of(await visitor.PostAsJsonAsync("/api/sessions", new { account = "a", password = "b" }))).Code.ShouldBe("request.too-many");
    }

    [Theory]
    [InlineData("/api/households/H1", 1024 * 1024, true)]
    [InlineData("/api/households/H1", 1024 * 1024 + 1, false)]
    [InlineData("/api/households/H1/evidence/ab", 10 * 1024 * 1024, true)]
    [InlineData("/api/partnerships/a-b/evidence/ab", 10 * 1024 * 1024 + 1025, false)]
    [InlineData("/api/aid/evidence/ab", 10 * 1024 * 1024, true)]
    [InlineData("/workbench/projects/P1/stages", 20 * 1024 * 1024, true)]
    [InlineData("/api/imports/households", 8 * 1024 * 1024, true)]
    [InlineData("/api/imports/households", 8 * 1024 * 1024 + 1, false)]
    public async Task A_body_may_be_as_large_as_its_route_allows(string path, int bytes, bool accepted)
    {
        await using var bench = await Bench(new GatewayLimits { ImportBytes = 8 * 1024 * 1024 });
        using var visitor = bench.Visitor();
        var answer = await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Put, path) { Content = new ByteArrayContent(new byte[bytes]) });

        if (accepted) (await answer.Content.ReadFromJsonAsync<Received>())!.BodyBytes.ShouldBe(bytes);
        else (await ProblemReading.Of(answer)).Code.ShouldBe("request.too-large");
    }

    // Whoever states no length is stopped when it turns out too large. Framing counts, hence not to the byte.
    [Theory]
    [InlineData("/api/households/H1", 1000 * 1024, true)]
    [InlineData("/api/households/H1", 1024 * 1024 + 1, false)]
    [InlineData("/api/imports/households", 3 * 1024 * 1024, true)]
    public async Task A_body_of_unstated_length_is_stopped_at_the_same_limit(string path, int bytes, bool accepted)
    {
        await using var bench = await Bench(new GatewayLimits());
        using var visitor = bench.Visitor();
        var answer = await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Put, path) { Content = new StreamContent(new Unmeasured(new byte[bytes])) });

        if (accepted) (await answer.Content.ReadFromJsonAsync<Received>())!.BodyBytes.ShouldBe(bytes);
        else (await ProblemReading.Of(answer)).Code.ShouldBe("request.too-large");
    }

    private async Task<GatewayBench> Bench(GatewayLimits limits)
    {
        var bench = new GatewayBench(InOneProcess) { Limits = limits };
        await bench.InitializeAsync();
        return bench;
    }

    /// <summary>A stream that does not know its length, as a client that streams a sheet sends it.</summary>
    private sealed class Unmeasured(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
