using System.Diagnostics;
using System.Globalization;
using Revitalization.Bench.Harness;
using Revitalization.Bench.Silo;
using Revitalization.Contracts.Monitoring;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Policies;
using Revitalization.Domain.Screening;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Screening;
using Revitalization.Storage.Registry;

namespace Revitalization.Bench.Screening;

/// <summary>
/// Screening a county: the pack's rules over arrays beside a plain loop with the same rules written out, and the whole way from the
/// register's tables to flagged households in the log.
/// </summary>
public sealed class ScreeningSection : IBenchSection
{
    private const int County = 96_000, Million = 1_000_000, WarmMs = 2_000;
    private const string Code = "510823";
    private static readonly Period s_period = Period.OfQuarter(2023, 3);

    public string Name => "screening";

    public int Order => 45;

    public async Task Run(BenchRun run)
    {
        foreach (var households in new[] { County, Million }) Rules(run, households);
        await Whole(run, (int)(County * run.Scale));
    }

    private void Rules(BenchRun run, int households)
    {
        var figures = Figures(households);
        var plan = new ScreeningPlan(ShippedPacks.Find("shiquan-2023")!, ScreeningKind.Income, s_period, s_period.LastDay);
        if (ByPack(plan, figures) != Plain(figures)) throw new InvalidOperationException("The plain loop and the pack's rules disagree.");
        for (var warm = Stopwatch.StartNew(); warm.ElapsedMilliseconds < WarmMs;) _ = Plain(figures) + ByPack(plan, figures); // Compiled for good before the clock starts.
        var plain = Measure.PerSecond(run.Time, households, _ => Plain(figures));
        var byPack = Measure.PerSecond(run.Time, households, _ => ByPack(plan, figures));
        run.Report(new(Name, "", $"{households} households by the pack's rules, one thread; limit: a plain loop over the same arrays", byPack, "households/s", plain, "≥ 50 %"));
    }

    private static long ByPack(ScreeningPlan plan, ScreeningFigures[] figures)
    {
        long sum = 0;
        foreach (ref readonly var household in figures.AsSpan()) sum += (long)plan.Evaluate(household);
        return sum;
    }

    /// <summary>Shiquan's four ways and zero employment, with the numbers written into the code.</summary>
    private static long Plain(ScreeningFigures[] figures)
    {
        long sum = 0;
        foreach (ref readonly var f in figures.AsSpan())
        {
            var reasons = 0L;
            if (f.Resettled) reasons |= 4;
            if (f.Monitored) reasons |= 8;
            if (f.ZeroEmployment) reasons |= 16;
            if (f.ThisYearFen is { } now && f.LastYearFen is { } before && f.Members > 0)
            {
                if (Rounded(now, f.Members) < Rounded(before, f.Members)) reasons |= 1;
            }
            else reasons |= 32;
            if (f.ThisYearFen is { } earned && f.Members > 0)
            {
                if (Rounded(f.LastRestFen is { } rest ? earned + rest : Rounded(earned * 4, 3), f.Members) < 8_500_00) reasons |= 2;
            }
            else reasons |= 32;
            sum += reasons;
        }
        return sum;
    }

    private static long Rounded(long fen, long by) => fen >= 0 ? (fen + by / 2) / by : -((-fen + by / 2) / by);

    /// <summary>Made-up figures without chance: a seventh earns less than a year before, a fortieth reported nothing.</summary>
    private static ScreeningFigures[] Figures(int households) => [.. Enumerable.Range(0, households).Select(n => new ScreeningFigures(
        1 + n % 5, n % 40 == 7 ? null : 1_000_000L + n % 97 * 90_000, 1_000_000L + (n % 7 == 0 ? 97 : n % 97 - 1) * 90_000,
        n % 11 == 0 ? null : 300_000L + n % 89 * 30_000, n % 13 == 0, n % 50 == 0, n % 19 == 0))];

    /// <summary>From an officer's request to the last flagged household in the log.</summary>
    private async Task Whole(BenchRun run, int households)
    {
        await using var silo = await BenchSilo.Start(run.NewFolder(), null);
        await silo.Projected();
        await Fill(silo.Get<IRegistryDatabase>(), households);
        var read = await Read(silo.Get<IRegistryDatabase>());
        var watch = Stopwatch.StartNew();
        var desk = silo.Get<ScreeningDesk>();
        var adopted = await silo.Get<Revitalization.Silo.Policies.PolicyDesk>().Adopt(Code, "shiquan-2023", new(new(2023, 8, 11)), BenchSilo.By);
        if (adopted.Refusal is not null) throw new InvalidOperationException(adopted.Refusal.Code);
        watch.Restart();
        var asked = await desk.Put(Code, "bench", new ScreeningBody("income", "2023-Q3"), BenchSilo.By);
        if (asked.Refusal is not null) throw new InvalidOperationException(asked.Refusal.Code);
        ScreeningView? view;
        while ((view = await silo.Get<ScreeningReader>().Read(Code, "bench", default)) is not { State: "completed" }) await Task.Delay(5);
        run.Report(new(
            Name, "SQLite", string.Create(CultureInfo.InvariantCulture, $"{view.Screened} households from the tables to {view.Flagged} flagged in the log; limit: reading the same rows"),
            households / watch.Elapsed.TotalSeconds, "households/s", households / read.TotalSeconds, ""));
    }

    private static async Task<TimeSpan> Read(IRegistryDatabase database)
    {
        await using var connection = await database.OpenReader();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT h.household, i.quarter, i.wage FROM households h LEFT JOIN incomes i ON i.household=h.household WHERE h.active=1 ORDER BY h.village_code, h.household";
        var watch = Stopwatch.StartNew();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) _ = reader.GetString(0).Length;
        return watch.Elapsed;
    }

    /// <summary>Rows as the register's projection writes them: its own speed is measured elsewhere.</summary>
    private static async Task Fill(IRegistryDatabase database, int households)
    {
        await using var connection = await database.OpenWriter();
        await using var transaction = await connection.BeginTransactionAsync();
        for (var n = 0; n < households; n++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"H{n:0000000}");
            await connection.Execute(
                transaction,
                """
                INSERT INTO households (household, village_code, kind, risk_cleared, resettled, members, active, registered_on, version, zero_employment)
                VALUES (@id, @village, 'lifted', 0, @resettled, @members, 1, '2020-01-01', 1, 0)
                """,
                default, ("id", id), ("village", BenchSilo.Village), ("resettled", n % 13 == 0 ? 1L : 0L), ("members", 1L + n % 5));
            for (var quarter = 0; quarter < 7; quarter++)
            {
                await connection.Execute(
                    transaction, "INSERT INTO incomes (household, quarter, wage, operating, costs, property, transfer, members) VALUES (@id, @quarter, @wage, 0, 0, 0, 0, @members)",
                    default, ("id", id), ("quarter", string.Create(CultureInfo.InvariantCulture, $"{2022 + quarter / 4}-Q{1 + quarter % 4}")),
                    ("wage", 1_000_000L + (n % 7 == 0 ? -quarter : quarter) * 10_000L), ("members", 1L + n % 5));
            }
        }
        await transaction.CommitAsync();
    }
}
