using System.Net;
using System.Net.Http.Json;
using Revitalization.Contracts.Households;
using Revitalization.Contracts.Monitoring;
using Revitalization.Hosting.Json;
using Revitalization.SystemTests.Silo;

namespace Revitalization.SystemTests.Monitoring;

/// <summary>A whole county is taken over at once. What is counted is the county: no other test may put a household into it.</summary>
public sealed class CountyTakeOverTests(MonitoringFixture fixture) : IClassFixture<MonitoringFixture>
{
    [Fact]
    public async Task A_county_takes_over_all_that_its_register_says_and_sending_again_takes_over_nobody_twice()
    {
        var bulk = new CountyTakeOverBody(Chain.Day(0), Chain.Day(120));
        for (var n = 1; n <= 7; n++) await fixture.Household($"TB{n}", Given.Household() with { Monitored = "unstable-lifted" });
        await fixture.Household("TB8", Given.Household() with { Monitored = "marginal", RiskCleared = true });
        await fixture.Household("TB9");
        await (await fixture.Household("TB10", Given.Household() with { Monitored = "marginal" })).Accept(fixture.Village, "clues/c1", Chain.Clue());
        await fixture.Silo.Projected();

        var first = await Put(bulk);
        (first.TakenOver, first.AlreadyFiled, first.Refused.Count).ShouldBe((7, 1, 0));
        var again = await Put(bulk);
        (again.TakenOver, again.AlreadyFiled).ShouldBe((7, 1));
        var other = await Put(bulk, "other");
        (other.TakenOver, other.AlreadyFiled).ShouldBe((0, 8));

        var view = await new Chain(fixture, "TB3").View();
        (view.Step, view.Kind, view.AdmittedOn, view.Timeline.Count).ShouldBe(("helping", "unstable-lifted", Given.Registered, 1));
        (await new Chain(fixture, "TB8").View()).Round.ShouldBe(0);
    }

    private async Task<CountyTakeOverReply> Put(CountyTakeOverBody bulk, string act = "t2023")
    {
        var reply = await fixture.County.Put($"/api/counties/510823/takeovers/{act}", bulk);
        reply.StatusCode.ShouldBe(HttpStatusCode.OK, await reply.Content.ReadAsStringAsync());
        return (await reply.Content.ReadFromJsonAsync<CountyTakeOverReply>(ServiceJson.Options))!;
    }
}
