using Revitalization.Contracts.Households;
using Revitalization.Contracts.Policies;
using Revitalization.Domain.Events;
using Revitalization.Domain.Households;
using Revitalization.Domain.Indicators;
using Revitalization.Domain.Monitoring;
using Revitalization.Domain.Policies;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Households;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Reactors;
using Revitalization.Storage.EventLog;
using Revitalization.Storage.Registry;
using Revitalization.SystemTests.Silo;

namespace Revitalization.SystemTests.Monitoring;

using Cells = SortedDictionary<(string Region, string Period, string Indicator), long>;

/// <summary>Monitoring figures in the roll-ups are a function of the log, whatever came in which order, and survive a rebuild.</summary>
public sealed class FigureTests
{
    [Fact]
    public async Task Roll_ups_equal_a_recount_of_every_file_before_and_after_an_adoption_and_a_rebuild()
    {
        await using var fixture = await Fixture();
        var (helped, cleared) = (await fixture.Household("F1"), await fixture.Household("F2"));
        await helped.Admit();
        await cleared.Admit();
        await cleared.Clear();
        await fixture.County.Accepted("/api/households/F1/members/2", Given.Member(901, "spouse"));
        await Settled(fixture.Silo);
        var before = await Rollups(fixture.Silo);
        before.ShouldBe(await Recount(fixture.Silo));
        before[("510823", "2023-Q2", IndicatorCodes.MonitoringAdmittedFlow)].ShouldBe(2);
        Stock(before, "510823", "2023-Q4", IndicatorCodes.MonitoringOpen).ShouldBe(1);
        Stock(before, "510823", "2023-Q4", IndicatorCodes.MonitoringOpenPeople).ShouldBe(2); // The spouse joined after the admission.
        Stock(before, "510823", "2023-Q4", IndicatorCodes.MonitoringCleared).ShouldBe(1);

        // Another county's rules, from before the admissions: colours are counted anew, on past days too.
        await fixture.County.Accepted("/api/counties/510823/policies/wangcang-2022", new AdoptionBody(new(2023, 1, 1)));
        await Settled(fixture.Silo);
        var adopted = await Rollups(fixture.Silo);
        adopted.ShouldBe(await Recount(fixture.Silo));

        await fixture.Silo.Get<ProjectionService>().Rebuild(RegisterProjection.ProjectionName, default);
        (await Rollups(fixture.Silo)).ShouldBe(adopted);
    }

    // The household's own life moves its figures, without one event of its file.
    [Fact]
    public async Task A_household_that_moves_takes_its_file_along_and_one_that_closes_leaves_the_figures()
    {
        await using var fixture = await Fixture();
        var moved = await fixture.Household("F3");
        var closed = await fixture.Household("F4");
        await moved.Admit();
        await closed.Admit();
        await fixture.County.Accepted("/api/households/F3/moves/m1", new MoveBody(RunningSilo.OtherVillage, new(2023, 8, 1)));
        await fixture.County.Accepted("/api/households/F4/closure/c1", new CloseBody("moved-away", new(2023, 8, 2), "整户外迁"));
        await Settled(fixture.Silo);
        var figures = await Rollups(fixture.Silo);

        figures.ShouldBe(await Recount(fixture.Silo));
        Stock(figures, RunningSilo.Village, "2023-Q2", IndicatorCodes.MonitoringOpen).ShouldBe(2);
        Stock(figures, RunningSilo.Village, "2023-Q3", IndicatorCodes.MonitoringOpen).ShouldBe(0);
        Stock(figures, RunningSilo.OtherVillage, "2023-Q3", IndicatorCodes.MonitoringOpen).ShouldBe(1);
        Stock(figures, "510823", "2023-Q3", IndicatorCodes.MonitoringOpen).ShouldBe(1);
    }

    private static async Task<OwnFixture> Fixture()
    {
        var fixture = new OwnFixture();
        await fixture.InitializeAsync();
        return fixture;
    }

    /// <summary>Until nothing follows from anything any more, and the tables show it.</summary>
    private static async Task Settled(RunningSilo silo)
    {
        var (log, head) = (silo.Get<IEventLog>(), 0L);
        while (await log.Head() is var now && now > head)
        {
            head = now;
            (await silo.Get<ReactorService>().WaitFor(head, TimeSpan.FromSeconds(30), default)).ShouldBeTrue();
        }
        await silo.Projected();
    }

    private static long Stock(Cells cells, string region, string until, string indicator) => cells
        .Where(cell => cell.Key.Region == region && cell.Key.Indicator == indicator && string.CompareOrdinal(cell.Key.Period, until) <= 0).Sum(cell => cell.Value);

    private static async Task<Cells> Recount(RunningSilo silo)
    {
        var events = await silo.Get<IEventLog>().Read(0, 10_000);
        var households = Folded<HouseholdEvent, Household>(events, "household/", Household.Empty, Household.Evolve);
        var files = Folded<MonitoringEvent, MonitoringRecord>(events, "monitoring/", MonitoringRecord.Empty, MonitoringRecord.Evolve);
        var adoptions = Folded<AdoptionEvent, CountyAdoptions>(events, "county/", CountyAdoptions.Empty, CountyAdoptions.Evolve);
        var packs = new CountyPackDays(county => adoptions.TryGetValue(county, out var known) ? known.Adoptions : [], ShippedPacks.All);
        var cells = new Cells();
        foreach (var (id, household) in households)
        {
            var monitored = files.TryGetValue(id, out var file) ? MonitoringContribution.Of(file, household, packs) : [];
            foreach (var entry in HouseholdContribution.Of(household).Concat(monitored)) Add(cells, entry);
        }
        return new(cells.Where(cell => cell.Value != 0).ToDictionary());
    }

    private static void Add(Cells cells, ContributionEntry entry)
    {
        foreach (var region in RegionBook.Shipped.Ancestors(entry.Village).Select(region => region.Code).Prepend(entry.Village))
        {
            var cell = (region, entry.Quarter.ToString(), entry.Indicator);
            cells[cell] = cells.GetValueOrDefault(cell) + entry.Delta;
        }
    }

    private static Dictionary<string, TState> Folded<TEvent, TState>(
        IReadOnlyList<StoredEvent> events, string prefix, TState empty, Func<TState, TEvent, TState> evolve) where TEvent : class => events
        .Where(stored => stored.Stream.StartsWith(prefix, StringComparison.Ordinal) && EventCatalog.Is<TEvent>(stored.Type)).GroupBy(stored => stored.Stream[prefix.Length..])
        .ToDictionary(stream => stream.Key, stream => stream.Select(stored => EventCatalog.Read<TEvent>(stored.Type, stored.SchemaVersion, stored.Data)).Aggregate(empty, evolve));

    private static async Task<Cells> Rollups(RunningSilo silo)
    {
        await using var connection = await silo.Get<IRegistryDatabase>().OpenReader();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT region_code, period, indicator, delta FROM rollups WHERE delta <> 0";
        await using var reader = await command.ExecuteReaderAsync();
        var cells = new Cells();
        while (await reader.ReadAsync()) cells[(reader.GetString(0), reader.GetString(1), reader.GetString(2))] = reader.GetInt64(3);
        return cells;
    }

    /// <summary>A Silo for one test, whose counts nobody else changes.</summary>
    private sealed class OwnFixture : IAsyncDisposable
    {
        private readonly MonitoringFixture _fixture = new();

        public RunningSilo Silo => _fixture.Silo;

        public HttpClient County => _fixture.County;

        public ValueTask InitializeAsync() => _fixture.InitializeAsync();

        public Task<Chain> Household(string id) => _fixture.Household(id);

        public ValueTask DisposeAsync() => _fixture.DisposeAsync();
    }
}
