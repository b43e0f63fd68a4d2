using System.Data.Common;
using System.Globalization;
using Revitalization.Conformance.Tests.Storage.Harness;
using Revitalization.Contracts.Households;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Monitoring;
using Revitalization.Contracts.Policies;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Events;
using Revitalization.Domain.Households;
using Revitalization.Domain.Monitoring;
using Revitalization.Domain.Privacy;
using Revitalization.Silo.Audit;
using Revitalization.Silo.Households;
using Revitalization.Silo.Monitoring.Lists;
using Revitalization.Silo.Policies;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Villages;
using Revitalization.Storage.EventLog;
using Revitalization.Storage.Keyring;
using Revitalization.Storage.Registry;
using Revitalization.SystemTests.Silo;

namespace Revitalization.SystemTests.Monitoring;

/// <summary>The tables of lists are a function of the log, and a list by colour answers what the rule says of each household.</summary>
public sealed class MonitoringProjectionTests
{
    private static readonly string[] s_tables = ["monitoring_files", "monitoring_colours", "deadlines", "monitoring_differences", "monitoring_places"];
    private static readonly DateOnly s_start = new(2023, 1, 20);
    private static readonly string[] s_villages = [RunningSilo.Village, RunningSilo.OtherVillage];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Rebuilt_from_zero_the_tables_are_what_they_were_and_lists_agree_with_the_rule_on_any_day(bool postgres)
    {
        await using var server = new PostgresServer();
        await using var silo = await (await RunningSilo.Start(postgres: postgres ? await server.CreateDatabase() : null)).WithVillages();
        using var county = await silo.SignedIn("jiange", Roles.County, "510823");
        await Live(silo);
        await new FilesOf(silo).Settled();
        await ListsAgreeWithTheRule(silo);

        // Tongjiang's boundaries lie on the anniversary, not after it; adopted for the county it moves every turn.
        await county.Accepted("/api/counties/510823/policies/tongjiang-2023", new AdoptionBody(new DateOnly(2024, 1, 1)));
        await new FilesOf(silo).Settled();
        await ListsAgreeWithTheRule(silo);
        await LimitsAgreeWithTheRule(silo);

        var before = await Dump(silo);
        await silo.Get<ProjectionService>().Rebuild(MonitoringProjection.ProjectionName, default);
        (await Dump(silo)).ShouldBe(before);
    }

    [Fact]
    public async Task A_household_that_moves_takes_its_file_to_the_other_village()
    {
        await using var silo = await ListTests.County();
        var moved = await silo.Get<RegisterDesk>().PutMove("V2", "m", new MoveBody(RunningSilo.OtherVillage, new DateOnly(2023, 7, 1)), RunningSilo.County);
        moved.Refusal.ShouldBeNull();
        await silo.Projected();
        using var village = await silo.SignedIn("monitor-w", Roles.VillageMonitor, RunningSilo.OtherVillage);

        (await village.Read<Contracts.Commands.Page<MonitoringRow>>("/api/monitoring/files")).Items.Select(row => row.Household).ShouldBe(["V2", "W1"]);
    }

    /// <summary>Files at every step, drawn with a fixed seed; some households move or are taken back.</summary>
    private static async Task Live(RunningSilo silo)
    {
        var files = new FilesOf(silo);
        var draw = new Random(20_230_711);
        for (var n = 0; n < 40; n++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"R{n}");
            var on = s_start.AddDays(draw.Next(0, 700));
            await files.Register(id, s_villages[n % 2], n % 3 == 0 ? "marginal" : null);
            await files.Happen(id, Drawn(draw, on));
            if (n % 7 == 0)
                (await silo.Get<RegisterDesk>().PutMove(id, "m", new MoveBody(s_villages[(n + 1) % 2], on), RunningSilo.County)).Refusal.ShouldBeNull();
        }
    }

    private static IReadOnlyList<MonitoringEvent> Drawn(Random draw, DateOnly on) => draw.Next(6) switch
    {
        0 => FilesOf.Clue(on),
        1 => FilesOf.Verifying(on, "verifier"),
        2 => FilesOf.AtTownship(on),
        3 => [.. FilesOf.Admitted(on, draw.Next(1, 15)), new CadreNamed(on, "cadre", (CadreRank)draw.Next(1, 4)), new RiskReassessed(on.AddDays(draw.Next(200)), on.AddDays(draw.Next(200, 900)), Sealed)],
        4 => [.. FilesOf.Admitted(on, draw.Next(1, 15)), new MeasurePlanned(on, "m1", "医疗救助", 0, 1, "次", "cadre", on.AddDays(30)), new VisitRecorded(on.AddDays(3), "x", BasicNeeds.Met, "cadre", null, [])],
        _ => [.. FilesOf.Admitted(on, draw.Next(1, 15)), new RiskCleared(on.AddDays(200), 1, MonitoredKind.SuddenHardship)],
    };

    private static PersonalText Sealed => new(Guid.Empty, new SealedText("AAAA"));

    private static async Task ListsAgreeWithTheRule(RunningSilo silo)
    {
        var files = await Files(silo);
        foreach (var day in Enumerable.Range(0, 16).Select(month => new DateOnly(2025, 8, 1).AddDays(month * 31)))
        {
            var finder = new MonitoringFinder(silo.Get<IRegistryDatabase>(), silo.Get<VillageBook>(), silo.Get<IKeyring>(), silo.Get<AuditTrail>(), new StandingClock(day));
            foreach (var severity in new[] { 1, 2, 3 })
            {
                var (page, _) = await finder.Find(new MonitoringFilter(Severity: severity, Limit: 200), RunningSilo.County, default);
                page!.Items.Select(row => row.Household).ShouldBe(
                    files.Where(file => Colour(silo, file, day)?.Shown.Severity == severity).Select(file => file.Key), ignoreOrder: true);
                page.Items.ShouldAllBe(row => row.ColourName == Colour(silo, files.Single(file => file.Key == row.Household), day)!.Shown.Name);
            }
            var (wanted, _) = await finder.Find(new MonitoringFilter(Wanted: true, Limit: 200), RunningSilo.County, default);
            wanted!.Items.Select(row => row.Household).ShouldBe(
                files.Where(file => Colour(silo, file, day) is { } colour && !(file.Value.Cadre?.Rank >= colour.RequiredRank)).Select(file => file.Key), ignoreOrder: true);
        }
    }

    private static async Task LimitsAgreeWithTheRule(RunningSilo silo)
    {
        var expected = (await Files(silo)).SelectMany(file => MonitoringDeadlines.Of(file.Value, day => silo.Get<PolicyBook>().For(RunningSilo.Village, day), WorkdayCalendar.Shipped)
            .Select(limit => $"{file.Key} {limit.Kind} {limit.Subject} {limit.DueOn.Day()} {(limit.IsProvisional ? 1 : 0)}"));

        (await Rows(silo, "SELECT household || ' ' || kind || ' ' || subject || ' ' || due_on || ' ' || provisional FROM deadlines WHERE kind<>'cadre-wanted'"))
            .ShouldBe(expected, ignoreOrder: true);
    }

    private static ColourOnDay? Colour(RunningSilo silo, KeyValuePair<string, MonitoringFile> file, DateOnly day) =>
        MonitoringColour.On(file.Value, silo.Get<PolicyBook>().For(RunningSilo.Village, day), day);

    private static async Task<Dictionary<string, MonitoringFile>> Files(RunningSilo silo)
    {
        var events = await silo.Get<IEventLog>().Read(0, 10_000);
        return events.Where(stored => stored.Stream.StartsWith("monitoring/", StringComparison.Ordinal)).GroupBy(stored => stored.Stream["monitoring/".Length..])
            .ToDictionary(file => file.Key, file => file.Select(stored => EventCatalog.Read<MonitoringEvent>(stored.Type, stored.SchemaVersion, stored.Data)).Aggregate(MonitoringFile.Empty, MonitoringEvolve.Evolve));
    }

    private static async Task<List<string>> Dump(RunningSilo silo)
    {
        var rows = new List<string>();
        foreach (var table in s_tables) rows.AddRange((await Rows(silo, $"SELECT * FROM {table}")).Select(row => $"{table}: {row}").Order(StringComparer.Ordinal));
        return rows;
    }

    private static async Task<List<string>> Rows(RunningSilo silo, string sql)
    {
        await using var connection = await silo.Get<IRegistryDatabase>().OpenReader();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column) is byte[] blob ? Convert.ToHexString(blob) : Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture))));
        return rows;
    }

    private sealed class StandingClock(DateOnly day) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => ChinaCalendar.StartOf(day).AddHours(9);
    }
}
