using System.Net;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Households;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Monitoring;
using Revitalization.Domain.Monitoring;
using Revitalization.SystemTests.Silo;

namespace Revitalization.SystemTests.Monitoring;

/// <summary>Households that the national system monitored before the county worked here.</summary>
public sealed class TakeOverTests(MonitoringFixture fixture) : IClassFixture<MonitoringFixture>
{
    private static readonly TakeOverBody One = new(Chain.Day(0), new(2021, 6, 1), "marginal", ["income-loss"], Chain.Day(120));

    [Fact]
    public async Task A_household_taken_over_is_helped_at_once_and_its_file_says_how_it_came_there()
    {
        var chain = await fixture.Household("TO1");
        await chain.Refuse(fixture.Township, "takeovers/t", One, AccessRefusal.RoleInsufficient);
        await chain.Accept(fixture.County, "takeovers/t", One);
        await chain.Accept(fixture.County, "takeovers/t", One);

        var view = await chain.View();
        (view.Step, view.Kind, view.AdmittedOn, view.Round).ShouldBe(("helping", "marginal", new DateOnly(2021, 6, 1), 1));
        view.Timeline.ShouldHaveSingleItem().Title.ShouldBe("承接在册监测对象");
        await chain.Refuse(fixture.County, "takeovers/t2", One, MonitoringRefusal.TakeOverTooLate);
    }

    [Fact]
    public async Task Only_the_countys_own_officer_takes_it_over()
    {
        var bulk = new CountyTakeOverBody(Chain.Day(0), Chain.Day(120));
        (await fixture.Township.Put("/api/counties/510823/takeovers/x", bulk)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await fixture.OtherCounty.Put("/api/counties/510823/takeovers/x", bulk).Refused(AccessRefusal.ScopeElsewhere, "code");
        await fixture.County.Put("/api/counties/999999/takeovers/x", bulk).Refused(QueryRefusal.RegionNotFound, "code");
        await fixture.County.Put("/api/counties/510823/takeovers/x", bulk with { Risk = "bad-luck" }).Refused(PersonRefusal.TermUnknown, "risk");
        await fixture.County.Put("/api/counties/510823/takeovers/-", bulk).Refused(CommandRefusal.IdMalformed, "act");
    }
}
