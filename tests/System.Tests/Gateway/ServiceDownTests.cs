using System.Net;
using Revitalization.Contracts.Refusals;
using Revitalization.Contracts.Requests;
using Revitalization.Gateway;
using Revitalization.SystemTests.Hosting;

namespace Revitalization.SystemTests.Gateway;

public class ServiceDownTests
{
    protected virtual bool InOneProcess => false;

    // A cadre in the field must read that nothing is lost and when to try again, not an empty page.
    [Fact]
    public async Task While_the_silo_is_down_its_addresses_say_so_and_the_portal_is_still_read()
    {
        await using var bench = new GatewayBench(InOneProcess);
        await bench.InitializeAsync();
        var cookie = await bench.SignIn("down");
        using var visitor = bench.Visitor();
        using var person = bench.Visitor(cookie);
        await bench.Silo.Stop();

        var answer = await visitor.GetAsync("/api/households/H1");

        (await ProblemReading.Of(answer)).Code.ShouldBe("request.service-unavailable");
        answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(5));
        (await ProblemReading.Of(await person.GetAsync("/workbench/private"))).Code.ShouldBe("request.service-unavailable");
        (await ProblemReading.Of(await visitor.SendAsync(bench.SignInForm("down", EchoService.Password)))).Code.ShouldBe("request.service-unavailable");
        (await visitor.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await visitor.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task A_session_outlives_a_short_outage_of_the_silo()
    {
        await using var bench = new GatewayBench(InOneProcess);
        await bench.InitializeAsync();
        using var person = bench.Visitor(await bench.SignIn("outage"));
        (await person.GetAsync("/workbench/private")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await bench.Silo.Stop();
        (await person.GetAsync("/workbench/private")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_service_that_breaks_off_its_answer_is_502()
    {
        await using var bench = new GatewayBench(InOneProcess);
        await bench.InitializeAsync();
        using var visitor = bench.Visitor();

        var problem = await ProblemReading.Of(await visitor.GetAsync("/api/broken-off"));

        problem.Code.ShouldBe(RefusalCatalog.CodeOf(RequestRefusal.ServiceFailed));
    }

    [Theory]
    [InlineData("/api/slow", HttpStatusCode.GatewayTimeout, RequestRefusal.TimedOut)]
    [InlineData("/api/silent", HttpStatusCode.BadGateway, RequestRefusal.ServiceFailed)]
    public async Task A_service_that_says_nothing_is_given_up_in_time(string address, HttpStatusCode status, RequestRefusal refusal)
    {
        await using var bench = new GatewayBench(InOneProcess) { Limits = new GatewayLimits { Silence = TimeSpan.FromSeconds(1) } };
        await bench.InitializeAsync();
        using var visitor = bench.Visitor();
        var answer = await visitor.GetAsync(address);
        answer.StatusCode.ShouldBe(status);
        (await ProblemReading.Of(answer)).Code.ShouldBe(RefusalCatalog.CodeOf(refusal));
    }
}
