using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Requests;
using Revitalization.Contracts.Villages;

namespace Revitalization.SystemTests.Silo;

/// <summary>太平场村 was merged in 2021: who compares years must say on which villages.</summary>
public sealed class VillageSeriesTests(SiloFixture fixture) : IClassFixture<SiloFixture>
{
    private const string First = "510823100921", Second = "510823100922", Merged = "510823100923";

    private readonly HttpClient _county = fixture.County;

    [Fact]
    public async Task A_series_is_read_on_old_or_on_new_villages()
    {
        foreach (var (code, name) in new[] { (First, "甲村(示例)"), (Second, "乙村(示例)"), (Merged, "新村(示例)") })
            await _county.Accepted($"/api/villages/{code}", new VillageBody(name, new DateOnly(2000, 1, 1)));
        await _county.Accepted("/api/households/HS1", Given.Household(First, on: new DateOnly(2020, 1, 1)));
        await _county.Accepted("/api/households/HS2", Given.Household(Second, on: new DateOnly(2020, 4, 1)));
        foreach (var old in new[] { First, Second })
            await _county.Accepted($"/api/villages/{old}/lineage/l", new LineageBody(new DateOnly(2021, 1, 1), [Merged]));

        var merged = await Eventually(Merged, "new", "2021-Q1", 2);
        Value(merged, "2020-Q1").ShouldBe(1);
        Value(merged, "2020-Q4").ShouldBe(2);
        merged.Points.Single(point => point.Period == "2020-Q4").Summed.ShouldBe([First, Second], ignoreOrder: true);
        var old1 = await Series(First, "old");
        Value(old1, "2020-Q4").ShouldBe(1);
        old1.Points.Single(point => point.Period == "2021-Q1").ShouldSatisfyAllConditions(
            point => point.Value.ShouldBeNull(), point => point.Note.ShouldBe("建制调整后无法拆分"));
        (await _county.Read<VillageView>($"/api/villages/{Merged}")).Predecessors.ShouldBe([First, Second]);
    }

    [Fact]
    public async Task A_series_is_asked_for_by_a_known_indicator_and_basis_within_ones_scope()
    {
        const string village = RunningSilo.Village;
        await _county.GetAsync($"/api/villages/{village}/series?indicator=households&basis=both").Refused(RequestRefusal.ParameterInvalid, "basis");
        await _county.GetAsync($"/api/villages/{village}/series?indicator=nonsense").Refused(RequestRefusal.ParameterInvalid, "indicator");
        await _county.GetAsync("/api/villages/510823100999/series?indicator=households").Refused(QueryRefusal.VillageNotFound, "code");
        await _county.GetAsync($"/api/villages/{RunningSilo.ElsewhereVillage}/series?indicator=households").Refused(AccessRefusal.ScopeElsewhere, "code");
    }

    private Task<VillageSeries> Series(string village, string basis) =>
        _county.Read<VillageSeries>($"/api/villages/{village}/series?indicator=households&basis={basis}");

    private static long? Value(VillageSeries series, string period) => series.Points.Single(point => point.Period == period).Value;

    // The households follow their village by a reactor.
    private async Task<VillageSeries> Eventually(string village, string basis, string period, long value)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            await fixture.Silo.Projected();
            var series = await Series(village, basis);
            if (series.Points.Any(point => point.Period == period && point.Value == value && point.Summed is [Merged])) return series;
            await Task.Delay(50, patience.Token);
        }
    }
}
