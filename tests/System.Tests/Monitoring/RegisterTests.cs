using Revitalization.Contracts.Households;
using Revitalization.Contracts.Monitoring;
using Revitalization.Domain.Monitoring;
using Revitalization.SystemTests.Silo;

namespace Revitalization.SystemTests.Monitoring;

/// <summary>File and register say the same, carried over by reactors.</summary>
public sealed class RegisterTests(MonitoringFixture fixture) : IClassFixture<MonitoringFixture>
{
    private readonly HttpClient _county = fixture.County;

    [Fact]
    public async Task Who_is_admitted_or_cleared_is_so_in_the_register()
    {
        var chain = await fixture.Household("RG1");
        await chain.Admit();
        (await Eventually(chain, household => household.Monitored == "sudden-hardship")).RiskCleared.ShouldBeFalse();

        await chain.Clear();
        (await Eventually(chain, household => household.RiskCleared)).Monitored.ShouldBe("sudden-hardship");
        // A village can still say what else it knows: the register's own rules hold.
        (await _county.Read<HouseholdView>($"{chain.Address}?asOf={Chain.Day(100).Day()}")).RiskCleared.ShouldBeFalse();
    }

    [Fact]
    public async Task A_household_that_closes_closes_its_file_and_a_closing_withdrawn_brings_it_back()
    {
        var chain = await fixture.Household("RG2");
        await chain.Admit();
        await _county.Accepted($"{chain.Address}/closure/c", new CloseBody("moved-away", Chain.Day(60), "整户迁往省外"));
        (await EventuallyView(chain, view => view.Step == "idle")).Next.ShouldBeEmpty();
        await chain.Refuse(fixture.Village, "visits/w1", Chain.Visit(59), MonitoringRefusal.FileClosed);

        var closing = (await _county.Read<Contracts.Commands.Page<HistoryEntry>>($"{chain.Address}/history")).Items.Single(entry => entry.Type == "household.closed");
        await _county.Accepted($"{chain.Address}/corrections/x", new CorrectionBody(closing.Version, "误登"));
        (await EventuallyView(chain, view => view.Step == "helping")).Round.ShouldBe(1);
        await chain.Accept(fixture.Village, "visits/w1", Chain.Visit(59));
    }

    [Fact]
    public async Task A_household_merged_into_another_takes_no_admission_along()
    {
        var (chain, other) = (await fixture.Household("RG3"), await fixture.Household("RG4"));
        await chain.Admit();
        await _county.Accepted($"{chain.Address}/merges/m", new MergeBody("RG4", Chain.Day(60)));

        await EventuallyView(chain, view => view.Step == "idle");
        (await other.View()).Round.ShouldBe(0);
    }

    [Fact]
    public async Task A_closed_household_without_a_file_gets_none()
    {
        var chain = await fixture.Household("RG5");
        await _county.Accepted($"{chain.Address}/closure/c", new CloseBody("moved-away", Chain.Day(60), "整户迁往省外"));
        await fixture.Silo.Projected();

        (await chain.View()).Version.ShouldBe(0);
    }

    private async Task<HouseholdView> Eventually(Chain chain, Func<HouseholdView, bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            var view = await _county.Read<HouseholdView>(chain.Address);
            if (condition(view)) return view;
            await Task.Delay(50, patience.Token);
        }
    }

    private static async Task<MonitoringView> EventuallyView(Chain chain, Func<MonitoringView, bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            var view = await chain.View();
            if (condition(view)) return view;
            await Task.Delay(50, patience.Token);
        }
    }
}
