using System.Data.Common;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Households;
using Revitalization.Contracts.Identity;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Events;
using Revitalization.Domain.Households;
using Revitalization.Domain.Indicators;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Households;
using Revitalization.Silo.Projections;
using Revitalization.Storage.EventLog;
using Revitalization.Storage.Registry;

namespace Revitalization.SystemTests.Silo;

/// <summary>Tables are a function of the log: whatever is killed in between, each event counts once.</summary>
public sealed class ProjectionTests
{
    [Fact]
    public async Task Rollups_equal_a_recount_of_every_household_at_every_level()
    {
        await using var silo = await County(households: 60);
        await silo.Projected();

        (await Rollups(silo)).ShouldBe(await Recount(silo));
        (await Rollups(silo)).Keys.Select(cell => cell.Region).Distinct().ShouldBe(
            [RunningSilo.Village, RunningSilo.OtherVillage, "510823100", "510823", "510800", "510000"], ignoreOrder: true);
    }

    // A projector that dies in a batch leaves neither rows nor checkpoint of it; one that dies after it leaves both.
    [Fact]
    public async Task A_projector_killed_in_any_batch_counts_each_event_once()
    {
        await using var silo = await County(households: 40);
        await silo.Projected();
        var expected = await Rollups(silo);
        var failing = new FailingProjection(silo.Get<IEnumerable<IProjection>>().OfType<RegisterProjection>().Single(), "register_again");

        for (var life = 0; life < 12; life++)
        {
            // Each life takes small steps and dies before, or after, its rows were written but not committed.
            var projector = new Projector(failing, new LogTail(new SmallReads(silo.Get<IEventLog>(), 17)), silo.Get<IRegistryDatabase>(), NullLogger<Projector>.Instance);
            await projector.Prepare(default);
            failing.DieAtBatch = 1 + life % 4;
            try
            {
                while (await projector.Step(default) > 0) { }
            }
            catch (InvalidOperationException died) when (died.Message == FailingProjection.Death)
            {
                continue;
            }
        }
        failing.DieAtBatch = int.MaxValue;
        var last = new Projector(failing, new LogTail(new SmallReads(silo.Get<IEventLog>(), 17)), silo.Get<IRegistryDatabase>(), NullLogger<Projector>.Instance);
        await last.Prepare(default);
        while (await last.Step(default) > 0) { }

        (await Rollups(silo, "rollups" + FailingProjection.Suffix)).ShouldBe(expected);
    }

    [Fact]
    public async Task A_rebuild_serves_the_old_tables_until_the_new_ones_have_caught_up()
    {
        await using var silo = await County(households: 30);
        await silo.Projected();
        var expected = await Rollups(silo);
        await Execute(silo, "UPDATE rollups SET delta = delta + 1000"); // What a mended mistake in a rule would have left.

        var rebuilding = silo.Get<ProjectionService>().Rebuild(RegisterProjection.ProjectionName, default);
        while (!rebuilding.IsCompleted) (await Rollups(silo)).Count.ShouldBe(expected.Count); // Never an empty table.
        await rebuilding;

        (await Rollups(silo)).ShouldBe(expected);
        await Put(silo, "late", 0);
        await silo.Projected();
        (await Rollups(silo)).ShouldBe(await Recount(silo));
    }

    [Fact]
    public async Task A_rebuild_asked_for_over_HTTP_runs_and_an_unknown_one_is_refused()
    {
        await using var silo = await County(households: 3);
        using var machine = await silo.SignedIn("machine", Roles.SystemAdministrator);
        await machine.Put("/api/projections/moon/rebuild", new { }).Refused(QueryRefusal.ProjectionNotFound);
        (await machine.Put("/api/projections/register/rebuild", new { })).IsSuccessStatusCode.ShouldBeTrue();
        (await machine.Read<ProjectionState[]>("/api/projections")).ShouldAllBe(state => state.Error == null);
    }

    // Skipping it would make every later figure silently wrong.
    [Fact]
    public async Task A_projection_stops_before_an_event_it_was_never_taught_and_says_so()
    {
        await using var silo = await County(households: 2);
        await silo.Projected();
        var head = await silo.Get<IEventLog>().Head();
        await silo.Get<IEventLog>().Append(new AppendRequest(
            "household/H0", 4, [new NewEvent("household.flew-away", 1, "{}"u8.ToArray())], "odd", "odd", "test", TimeProvider.System.GetUtcNow()));

        var register = silo.Get<ProjectionService>().Projectors.Single(projector => projector.Projection.Name == RegisterProjection.ProjectionName);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (register.Error is null) await Task.Delay(20, patience.Token);

        register.Position.ShouldBe(head);
        register.Error.ShouldContain("household.flew-away");
        using var http = new HttpClient();
        (await http.GetAsync(new Uri(Revitalization.Hosting.Ports.ServiceAddresses.InternalAddress(silo.App), "/health/ready"))).IsSuccessStatusCode.ShouldBeFalse();

        // A rebuild meets it too, says so, and ends neither the service nor the next rebuild.
        silo.Get<ProjectionService>().RequestRebuild(RegisterProjection.ProjectionName);
        while (register.RebuildError is null) await Task.Delay(20, patience.Token);
        using var machine = await silo.SignedIn("machine", Roles.SystemAdministrator);
        (await machine.Read<ProjectionState[]>("/api/projections")).Single(state => state.Name == RegisterProjection.ProjectionName).RebuildError.ShouldBe(register.Error);
        var metrics = await http.GetStringAsync(new Uri(Revitalization.Hosting.Ports.ServiceAddresses.InternalAddress(silo.App), "/metrics"), patience.Token);
        metrics.Split('\n').ShouldContain(line => line.StartsWith("projection_stopped", StringComparison.Ordinal) && line.Contains("\"register\"", StringComparison.Ordinal) && line.EndsWith(" 1", StringComparison.Ordinal));
    }

    // Tables of an older schema that cannot be rebuilt grow old unseen: no reader could tell.
    [Fact]
    public async Task A_projection_whose_rebuild_meets_such_an_event_at_its_start_says_so_and_serves_what_it_had()
    {
        await using var silo = await County(households: 2);
        await silo.Projected();
        var before = new Projector(new OddEventProjection(1), silo.Get<LogTail>(), silo.Get<IRegistryDatabase>(), NullLogger<Projector>.Instance);
        await before.Prepare(default);
        while (await before.Step(default) > 0) { }
        await silo.Get<IEventLog>().Append(new AppendRequest(
            "household/H0", 4, [new NewEvent("household.flew-away", 1, "{}"u8.ToArray())], "odd", "odd", "test", TimeProvider.System.GetUtcNow()));

        using var service = new ProjectionService(
            [new OddEventProjection(2)], silo.Get<IEventLog>(), silo.Get<LogTail>(), silo.Get<IRegistryDatabase>(), silo.Get<System.Diagnostics.Metrics.IMeterFactory>(), Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance);
        await service.StartAsync(TestContext.Current.CancellationToken);
        var projector = service.Projectors.Single();
        while (projector.Error is null) await Task.Delay(20, TestContext.Current.CancellationToken);

        projector.Error.ShouldContain("household.flew-away");
        projector.RebuildError.ShouldBe(projector.Error);
        projector.Position.ShouldBe(before.Position);
        await service.StopAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Counts nothing, and was never taught one event.</summary>
    private sealed class OddEventProjection(int version) : IProjection
    {
        public string Name => "odd_events";

        public int SchemaVersion => version;

        public IReadOnlyList<ProjectionTable> Tables => [new("odd_events", "id TEXT PRIMARY KEY")];

        public Task Apply(IReadOnlyList<StoredEvent> events, ProjectionBatch batch, CancellationToken cancellation) =>
            events.FirstOrDefault(stored => stored.Type == "household.flew-away") is { } odd
                ? throw PoisonEventException.Of(odd, new NotSupportedException())
                : Task.CompletedTask;
    }

    // The same national id in two households, whichever import put it there.
    [Fact]
    public async Task A_person_in_two_households_is_found_and_no_longer_when_one_lets_go()
    {
        await using var silo = await (await RunningSilo.Start()).WithVillages();
        using var county = await silo.SignedIn("jiange", Roles.County, "510823");
        await county.Accepted("/api/households/HD1", Given.Household());
        await county.Accepted("/api/households/HD2", Given.Household(RunningSilo.OtherVillage));
        await county.Accepted("/api/households/HD1/members/1", Given.Member(71));
        await county.Accepted("/api/households/HD2/members/1", Given.Member(72));
        await county.Accepted("/api/households/HD2/members/2", Given.Member(71, "sibling"));
        await silo.Projected();

        var duplicate = (await county.Read<Page<DuplicatePerson>>("/api/duplicates")).Items.Single();
        duplicate.Places.Select(place => place.Household).ShouldBe(["HD1", "HD2"]);
        duplicate.NationalIdMasked.ShouldContain("********");

        await county.Accepted("/api/households/HD2/departures/2", new DepartureBody("moved-out", new DateOnly(2023, 9, 1)));
        await silo.Projected();
        (await county.Read<Page<DuplicatePerson>>("/api/duplicates")).Items.ShouldBeEmpty();
    }

    private static async Task<RunningSilo> County(int households)
    {
        var silo = await (await RunningSilo.Start()).WithVillages();
        for (var n = 0; n < households; n++) await Put(silo, $"H{n}", n);
        return silo;
    }

    private static async Task Put(RunningSilo silo, string id, int n)
    {
        var desk = silo.Get<RegisterDesk>();
        (await desk.PutHousehold(id, Given.Household(n % 3 == 0 ? RunningSilo.OtherVillage : RunningSilo.Village), RunningSilo.County)).Refusal.ShouldBeNull();
        (await desk.PutMember(id, "1", Given.Member(n * 2), RunningSilo.County)).Refusal.ShouldBeNull();
        (await desk.PutMember(id, "2", Given.Member(n * 2 + 1, "spouse"), RunningSilo.County)).Refusal.ShouldBeNull();
        (await desk.PutIncome(id, "2023-Q2", Given.Income(n * 1000), RunningSilo.County)).Refusal.ShouldBeNull();
        if (n % 5 == 0)
            (await desk.PutMove(id, "m", new MoveBody(RunningSilo.OtherVillage, new DateOnly(2023, 7, 1)), RunningSilo.County)).Refusal.ShouldBeNull();
    }

    private static async Task<SortedDictionary<(string Region, string Period, string Indicator), long>> Recount(RunningSilo silo)
    {
        var events = await silo.Get<IEventLog>().Read(0, 10_000);
        var households = events.Where(stored => stored.Stream.StartsWith("household/", StringComparison.Ordinal)).GroupBy(stored => stored.Stream)
            .Select(stream => Household.Fold(stream.Select(stored => EventCatalog.Read<HouseholdEvent>(stored.Type, stored.SchemaVersion, stored.Data))));
        var cells = new SortedDictionary<(string, string, string), long>();
        foreach (var entry in households.SelectMany(HouseholdContribution.Of))
        {
            foreach (var region in RegionBook.Shipped.Ancestors(entry.Village).Select(region => region.Code).Prepend(entry.Village))
            {
                var cell = (region, entry.Quarter.ToString(), entry.Indicator);
                cells[cell] = cells.GetValueOrDefault(cell) + entry.Delta;
            }
        }
        return new(cells.Where(cell => cell.Value != 0).ToDictionary());
    }

    private static async Task<SortedDictionary<(string Region, string Period, string Indicator), long>> Rollups(RunningSilo silo, string table = "rollups")
    {
        await using var connection = await silo.Get<IRegistryDatabase>().OpenReader();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT region_code, period, indicator, delta FROM {table} WHERE delta <> 0";
        await using var reader = await command.ExecuteReaderAsync();
        var cells = new SortedDictionary<(string, string, string), long>();
        while (await reader.ReadAsync()) cells[(reader.GetString(0), reader.GetString(1), reader.GetString(2))] = reader.GetInt64(3);
        return cells;
    }

    private static async Task Execute(RunningSilo silo, string sql)
    {
        await using var connection = await silo.Get<IRegistryDatabase>().OpenWriter();
        await connection.Execute(null, sql, default);
    }
}
