using System.Collections.Immutable;
using System.Globalization;
using Revitalization.Domain.Events;
using Revitalization.Domain.Households;
using Revitalization.Domain.Monitoring;
using Revitalization.Silo.Households;
using Revitalization.Storage.EventLog;
using Revitalization.Storage.Registry;
using Revitalization.SystemTests.Silo;

namespace Revitalization.SystemTests.Monitoring;

/// <summary>Households with files in a Silo's log, as the chain would have written them; lists read nothing else.</summary>
internal sealed class FilesOf(RunningSilo silo)
{
    public static readonly ImmutableArray<string> Proof = ["0f343b0931126a20f133d67c2b018a3b1c4b8a4f2c2f2f3c9f8a4f4f0b7e1d11"];

    private int _people;

    public async Task Register(string household, string village = RunningSilo.Village, string? monitored = null)
    {
        var desk = silo.Get<RegisterDesk>();
        var by = RunningSilo.County with { Scopes = [Contracts.Identity.Scope.Region(village[..6])] };
        (await desk.PutHousehold(household, Given.Household(village) with { Monitored = monitored }, by)).Refusal.ShouldBeNull();
        (await desk.PutMember(household, "1", Given.Member(++_people), by)).Refusal.ShouldBeNull();
    }

    /// <summary>Appends facts to the household's file.</summary>
    public async Task Happen(string household, params IReadOnlyList<MonitoringEvent> happened)
    {
        var log = silo.Get<IEventLog>();
        var version = (await log.ReadStream($"monitoring/{household}", 0, LogLimits.EventsPerRead)).Count;
        var events = happened.Select(EventCatalog.WriteAny).Select(data => new NewEvent(data.Type, data.SchemaVersion, data.Data)).ToList();
        var id = string.Create(CultureInfo.InvariantCulture, $"test/{household}/{version}");
        (await log.Append(new($"monitoring/{household}", version, events, id, "test", "jiange", TimeProvider.System.GetUtcNow()))).Status.ShouldBe(AppendStatus.Appended);
    }

    /// <summary>Waits until what files decided stands in the register too, and both in the tables.</summary>
    public async Task Settled()
    {
        var decided = (await silo.Get<IEventLog>().Read(0, LogLimits.EventsPerRead))
            .Last(stored => stored.Type is "monitoring.admitted" or "monitoring.risk-cleared").Seq;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await Carried() < decided) await Task.Delay(20, patience.Token);
        await silo.Projected();
    }

    private async Task<long> Carried()
    {
        await using var connection = await silo.Get<IRegistryDatabase>().OpenReader();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT position FROM checkpoints WHERE name='reactor:monitoring-register'";
        return await command.ExecuteScalarAsync() is long position ? position : 0;
    }

    public static IReadOnlyList<MonitoringEvent> Clue(DateOnly on) => [new ClueReported(on, "c1", ClueOrigin.Visit, RiskKind.Illness, null, [])];

    public static IReadOnlyList<MonitoringEvent> Verifying(DateOnly on, string verifier) => [.. Clue(on), new CluesDispatched(on, verifier)];

    public static IReadOnlyList<MonitoringEvent> AtTownship(DateOnly on) =>
    [
        .. Verifying(on, "verifier"), new RiskVerified(on, "v1", [RiskKind.Illness], BasicNeeds.Met, on.AddMonths(4), Proof),
        new VillageReviewAgreed(on, 10, 9, Proof), new NoticePosted(on, "n1", "村务公开栏", Proof[0], on.AddDays(4)), new NoticeClosed(on.AddDays(5), "n1"),
    ];

    /// <summary>Admitted on the day; the forecast made that day says how many months it takes.</summary>
    public static IReadOnlyList<MonitoringEvent> Admitted(DateOnly on, int months = 4, MonitoredKind kind = MonitoredKind.SuddenHardship)
    {
        var before = on.AddDays(-7);
        return
        [
            .. Verifying(before, "verifier"), new RiskVerified(before, "v1", [RiskKind.Illness], BasicNeeds.Met, before.AddMonths(months), Proof),
            new VillageReviewAgreed(before, 10, 9, Proof), new NoticePosted(before, "n1", "村务公开栏", Proof[0], before.AddDays(4)), new NoticeClosed(before.AddDays(5), "n1"),
            new TownshipReviewAgreed(on), new MonitoringAdmitted(on, kind, 1, "jiange-2022"),
        ];
    }
}
