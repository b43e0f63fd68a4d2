using System.Collections.Immutable;
using System.Globalization;
using Revitalization.Bench.Silo;
using Revitalization.Contracts.Households;
using Revitalization.Contracts.Villages;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Events;
using Revitalization.Domain.Households;
using Revitalization.Domain.Monitoring;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Villages;
using Revitalization.Storage.EventLog;

namespace Revitalization.Bench.Monitoring;

/// <summary>
/// A county of 136 villages in eight townships. One household in eight has a file: of these some stand in each step, most are monitored, in
/// every colour, with cadres or waiting for one.
/// </summary>
internal sealed class MonitoredCounty(BenchSilo silo)
{
    public const int Cadres = 1_000;
    private const int Townships = 8, VillagesEach = 17, OneInFiles = 8;
    private static readonly ImmutableArray<string> s_proof = [new string('0', 64)];

    private readonly DateOnly _today = TimeProvider.System.ChinaToday();

    public static string Id(int n) => string.Create(CultureInfo.InvariantCulture, $"M{n:000000}");

    public static string Cadre(int n) => string.Create(CultureInfo.InvariantCulture, $"cadre-{n % Cadres}");

    /// <summary>The n-th household whose file is monitored: every eighth of those with one is not.</summary>
    public static string Monitored(int n) => Id(((n / 7 * 8) + (n % 7) + 1) * OneInFiles);

    public async Task Fill(int households)
    {
        var villages = await Villages();
        await BenchSilo.InParallel(households, async n =>
        {
            var id = Id(n);
            BenchSilo.Accepted(await silo.Desk.PutHousehold(id, new HouseholdBody(villages[n % villages.Count], "lifted", new DateOnly(2023, 1, 10)), BenchSilo.By));
            await silo.AddMember(id, n);
            if (n % OneInFiles == 0) await Append(id, Facts(n / OneInFiles));
        });
        await silo.Projected();
    }

    private async Task<List<string>> Villages()
    {
        var codes = RegionBook.Shipped.Children("510823").Take(Townships)
            .SelectMany(township => Enumerable.Range(0, VillagesEach).Select(n => string.Create(CultureInfo.InvariantCulture, $"{township.Code}{910 + n}"))).ToList();
        foreach (var code in codes)
            BenchSilo.Accepted(await silo.Get<VillageDesk>().Put(code, new VillageBody($"示例{code[^3..]}村(示例)", new DateOnly(2000, 1, 1)), BenchSilo.By));
        return codes;
    }

    private async Task Append(string household, IReadOnlyList<MonitoringEvent> happened)
    {
        var events = happened.Select(EventCatalog.WriteAny).Select(data => new NewEvent(data.Type, data.SchemaVersion, data.Data)).ToList();
        await silo.Get<IEventLog>().Append(new($"monitoring/{household}", 0, events, $"bench/{household}", "bench", "jiange", TimeProvider.System.GetUtcNow()));
    }

    private List<MonitoringEvent> Facts(int file)
    {
        var on = _today.AddDays(-(file % 500) - 10);
        List<MonitoringEvent> facts = [new ClueReported(on, "c1", ClueOrigin.Visit, RiskKind.Illness, null, [])];
        if (file % 8 == 0 && file % 24 == 0) return facts;
        facts.Add(new CluesDispatched(on, Cadre(file)));
        if (file % 8 == 0 && file % 16 == 0) return facts;
        facts.AddRange([
            new RiskVerified(on, "v1", [RiskKind.Illness], BasicNeeds.Met, on.AddMonths(2 + (file % 11)), s_proof), new VillageReviewAgreed(on, 10, 9, s_proof),
            new NoticePosted(on, "n1", "村务公开栏", s_proof[0], on.AddDays(4)), new NoticeClosed(on.AddDays(5), "n1"), new TownshipReviewAgreed(on.AddDays(5)),
        ]);
        if (file % 8 == 0) return facts;
        facts.Add(new MonitoringAdmitted(on.AddDays(5), (MonitoredKind)(1 + (file % 3)), 1, "jiange-2022"));
        if (file % 5 != 0) facts.Add(new CadreNamed(on.AddDays(6), Cadre(file), (CadreRank)(1 + (file % 3))));
        if (file % 3 != 0) facts.Add(new MeasurePlanned(on.AddDays(6), "m1", "医疗救助", 0, 1, "次", Cadre(file), _today.AddDays((file % 60) - 20)));
        if (file % 2 == 0) facts.Add(new VisitRecorded(_today.AddDays(-(file % 40)) is var seen && seen > on.AddDays(5) ? seen : on.AddDays(5), "x1", BasicNeeds.Met, Cadre(file), null, []));
        return facts;
    }
}
