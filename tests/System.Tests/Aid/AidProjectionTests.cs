using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Revitalization.Conformance.Tests.Storage.Harness;
using Revitalization.Contracts.Aid;
using Revitalization.Contracts.Funds;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Policies;
using Revitalization.Contracts.Projects;
using Revitalization.Domain.Commands;
using Revitalization.Silo.Aid;
using Revitalization.Silo.Aid.Lists;
using Revitalization.Silo.Funds;
using Revitalization.Silo.Households;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Projects;
using Revitalization.Storage.EventLog;
using Revitalization.Storage.Registry;
using Revitalization.SystemTests.Silo;
using static Revitalization.SystemTests.Aid.AidYearFixture;

namespace Revitalization.SystemTests.Aid;

/// <summary>The tables of aid are a function of the log, however it is cut into batches, and add up to what the streams themselves say.</summary>
public sealed class AidProjectionTests
{
    private const int Acts = 400;
    private static readonly Sender s_county = new("wangcang", Roles.County, [Scope.Region("510821")], "");
    private static readonly Sender s_partner = new("xiaoshan", Roles.PartnerCity, [Scope.Partnership(Xiaoshan)], "", IsAct: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Rebuilt_from_zero_or_in_small_steps_the_tables_are_what_they_were_and_add_up(bool postgres)
    {
        await using var server = new PostgresServer();
        await using var silo = await RunningSilo.Start(postgres: postgres ? await server.CreateDatabase() : null);
        await Live(silo, new Random(20_220_512));
        await silo.Projected();
        await AddsUp(silo);

        await DueDaysFollowThePacks(silo);
        var before = await Dump(silo, "");
        await silo.Get<ProjectionService>().Rebuild(AidProjection.ProjectionName, default);
        (await Dump(silo, "")).ShouldBe(before);
        await InSmallSteps(silo);
        (await Dump(silo, FailingProjection.Suffix)).ShouldBe(before);
    }

    // Skipping it would make every later sum silently wrong.
    [Fact]
    public async Task An_event_it_was_never_taught_stops_it_before_a_number_is_wrong()
    {
        await using var silo = await RunningSilo.Start();
        await silo.Get<IEventLog>().Append(new AppendRequest(
            "aid-report/x", 0, [new NewEvent("aid-report.flew-away", 1, "{}"u8.ToArray())], "odd", "odd", "test", TimeProvider.System.GetUtcNow()));
        var aid = silo.Get<ProjectionService>().Projectors.Single(projector => projector.Projection.Name == AidProjection.ProjectionName);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (aid.Error is null) await Task.Delay(20, patience.Token);
        aid.Error.ShouldContain("aid-report.flew-away");
    }

    private static async Task Live(RunningSilo silo, Random random)
    {
        var agreed = await silo.Get<PartnershipDesk>().PutAgreement(Xiaoshan, new("east-west", "330109", "510821", 2021, null, "协议"), s_county);
        agreed.Refusal.ShouldBeNull();
        await silo.Get<PartnershipDesk>().PutPlan(Xiaoshan, 2022, new(Day, [new("funds", 100, 1, 0, new(2022, 12, 31))]), s_county);
        await silo.Get<PartnershipDesk>().PutPlan(Xiaoshan, 2022, new(Day, [new("industry", 100, 1, 0, new(2022, 12, 31))]), s_county);
        for (var project = 0; project < 3; project++) await Project(silo, $"p{project}");
        for (var act = 0; act < Acts; act++) await Act(silo, random, act);
    }

    private static async Task Project(RunningSilo silo, string id)
    {
        var desk = silo.Get<ProjectDesk>();
        (await desk.Put(id, new(Day, id, "industry", "510821", 2022, 100_000, Xiaoshan, WorkRelief: true), s_county)).Refusal.ShouldBeNull();
        (await desk.Reach(id, "approved", new(Day, "批复", [Proof]), s_county)).Refusal.ShouldBeNull();
        (await desk.Reach(id, "contracted", new(Day, "合同", [Proof]), s_county)).Refusal.ShouldBeNull();
    }

    /// <summary>Any act of either side; most of those refused are refused for the rule they would break.</summary>
    private static Task<CommandReply> Act(RunningSilo silo, Random random, int act)
    {
        var (report, project, county) = (Id(random.Next(12)), $"p{random.Next(3)}", s_county with { IsAct = true });
        var (fen, name) = (random.Next(1, 60), string.Create(CultureInfo.InvariantCulture, $"a{act}"));
        var (aid, projects, funds) = (silo.Get<AidDesk>(), silo.Get<ProjectDesk>(), silo.Get<FundDesk>());
        return random.Next(14) switch
        {
            0 or 1 => aid.Report(Xiaoshan, report, Money($"T{act % 5}", fen), s_partner),
            2 or 3 => aid.Answer(Xiaoshan, report, $"decisions/{name}", new(Day, "confirm"), county),
            4 => aid.Answer(Xiaoshan, report, $"decisions/{name}", new(Day, "reopen", Reason: "有误"), county),
            5 => aid.Correct(Xiaoshan, report, name, new(Money($"C{act % 5}", fen) with { Year = 2022 + random.Next(2) }, "更正"), s_partner),
            6 => aid.Answer(Xiaoshan, report, $"decisions/{name}", new(Day, random.Next(2) == 0 ? "dispute" : "return", Reason: "请核对"), county),
            7 => funds.Arrive(EastWest, name, new(Day, fen, $"V{act}"), county),
            8 or 9 => projects.Allocate(project, $"d{random.Next(6)}", new(Day, EastWest, fen), county),
            10 => projects.Pay(project, name, new(Day, $"d{random.Next(6)}", random.Next(1, 20), random.Next(2) == 0 ? "labour" : "works", $"P{act}", [Proof]), county),
            11 => projects.Reverse(project, $"a{random.Next(act + 1)}", new(Day, "误付"), county),
            12 => projects.GiveBack(project, $"d{random.Next(6)}", name, new(Day, random.Next(1, 20), "结余"), county),
            _ => projects.PutRoster(project, $"2022-0{random.Next(1, 4)}", new(Day, 1, 1, 1, 0, 0, fen, [Proof]), county with { IsAct = false }),
        };
    }

    /// <summary>Sums of rows against the numbers that the streams tell.</summary>
    private static async Task AddsUp(RunningSilo silo)
    {
        using var county = await silo.SignedIn("wangcang-2", Roles.County, "510821");
        var fund = await county.Read<FundView>($"/api/funds/{EastWest}");
        fund.AllocatedFen.ShouldBeGreaterThan(0); // Otherwise the history proves nothing.
        fund.PaidFen.ShouldBeGreaterThan(0);
        (await Rows(silo, $"SELECT confirmed_fen, arrived_fen, allocated_fen, paid_fen, version FROM funds WHERE fund='{EastWest}'")).Single()
            .ShouldBe(string.Create(CultureInfo.InvariantCulture, $"{fund.ConfirmedFen}|{fund.ArrivedFen}|{fund.AllocatedFen}|{fund.PaidFen}|{fund.Version}"));
        foreach (var table in (string[])["fund_promises", "fund_shares"])
            (await Rows(silo, $"SELECT CAST(SUM(allocated_fen) AS BIGINT), CAST(SUM(paid_fen) AS BIGINT) FROM {table} WHERE fund='{EastWest}'")).Single()
                .ShouldBe(string.Create(CultureInfo.InvariantCulture, $"{fund.AllocatedFen}|{fund.PaidFen}"));
        (await Rows(silo, "SELECT report FROM aid_reports WHERE allocated_fen>confirmed_fen OR paid_fen>allocated_fen OR confirmed_fen>reported_fen OR paid_fen<0")).ShouldBeEmpty();
        (await Rows(silo, "SELECT fund FROM fund_promises WHERE ended=1 AND (allocated_fen<>0 OR paid_fen<>0)")).ShouldBeEmpty();
        string Cells(string table, string count) => $"""
            SELECT partnership, year, field, recipient, CAST(SUM({count}) AS BIGINT), CAST(SUM(reported_fen) AS BIGINT), CAST(SUM(confirmed_fen) AS BIGINT),
                CAST(SUM(unanswered_fen) AS BIGINT), CAST(SUM(allocated_fen) AS BIGINT), CAST(SUM(paid_fen) AS BIGINT)
            FROM {table} GROUP BY partnership, year, field, recipient HAVING SUM(reported_fen)>0 ORDER BY partnership, year, field, recipient
            """;
        (await Rows(silo, Cells("aid_cells", "reports"))).ShouldBe(await Rows(silo, Cells("aid_reports", "CASE WHEN state IN ('reported','confirmed','disputed') THEN 1 ELSE 0 END")));
        foreach (var id in (string[])["p0", "p1", "p2"])
        {
            var view = await county.Read<ProjectView>($"/api/projects/{id}");
            (await Rows(silo, $"SELECT allocated_fen, paid_fen, labour_pay_fen, roster_pay_fen, version FROM projects WHERE project='{id}'")).Single()
                .ShouldBe(string.Create(CultureInfo.InvariantCulture, $"{view.AllocatedFen}|{view.PaidFen}|{view.LabourPayFen}|{view.RosterPayFen}|{view.Version}"));
        }
        (await Rows(silo, "SELECT field FROM aid_plan_lines")).ShouldBe(["industry"]); // The second plan replaced the first whole.
    }

    /// <summary>A county that adopts a pack has the days of everything that waits for it counted anew.</summary>
    private static async Task DueDaysFollowThePacks(RunningSilo silo)
    {
        const string waiting = "SELECT report, answer_due_on FROM aid_reports WHERE state='reported' ORDER BY report";
        var due = await Rows(silo, waiting);
        due.ShouldNotBeEmpty();
        await using (var connection = await silo.Get<IRegistryDatabase>().OpenWriter())
            await connection.Execute(null, "UPDATE aid_reports SET answer_due_on='2000-01-01' WHERE state='reported'", default);
        using var county = await silo.SignedIn("wangcang-3", Roles.County, "510821");
        await county.Accepted("/api/counties/510821/policies/wangcang-2022", new AdoptionBody(new DateOnly(2024, 1, 1)));
        await silo.Projected();
        (await Rows(silo, waiting)).ShouldBe(due);
    }

    private static async Task InSmallSteps(RunningSilo silo)
    {
        var again = new FailingProjection(silo.Get<IEnumerable<IProjection>>().OfType<AidProjection>().Single(), "aid_again") { DieAtBatch = int.MaxValue };
        using var tail = new LogTail(new SmallReads(silo.Get<IEventLog>(), 3));
        var projector = new Projector(again, tail, silo.Get<IRegistryDatabase>(), NullLogger<Projector>.Instance);
        await projector.Prepare(default);
        while (await projector.Step(default) > 0) { }
    }

    private static async Task<List<string>> Dump(RunningSilo silo, string suffix)
    {
        var rows = new List<string>();
        foreach (var table in silo.Get<IEnumerable<IProjection>>().OfType<AidProjection>().Single().Tables)
            rows.AddRange((await Rows(silo, $"SELECT * FROM {table.Name}{suffix}")).Select(row => $"{table.Name}: {row}").Order(StringComparer.Ordinal));
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
}
