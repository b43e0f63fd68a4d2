using Revitalization.Contracts.Monitoring;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Households;
using Revitalization.Domain.Monitoring;
using Revitalization.Domain.Policies;
using Revitalization.Silo.Households;
using Revitalization.Silo.Monitoring.Lists;
using Revitalization.Silo.Policies;
using Revitalization.Silo.Privacy;
using Revitalization.Storage.Keyring;

namespace Revitalization.Silo.Monitoring.Reading;

/// <summary>A file as whoever may read it sees it today: texts opened, colour and limits derived, the acts open to him named.</summary>
public sealed class MonitoringViews(IKeyring keyring, PolicyBook policies, TimeProvider clock)
{
    public async Task<MonitoringView> Of(
        string id, Household household, IReadOnlyList<RecordedEvent> events, string role, CancellationToken cancellation)
    {
        var today = clock.ChinaToday();
        var village = household.VillageOn(today) ?? household.VillageOn(DateOnly.MaxValue)!;
        var file = events.Select(recorded => recorded.Event).Aggregate(MonitoringFile.Empty, MonitoringEvolve.Evolve);
        var pack = policies.For(village, today);
        var colour = MonitoringColour.On(file, pack, today);
        using var texts = await OpenedTexts.Of(events, keyring, cancellation);
        return new(
            id, village, await HeadName(household, today, cancellation), file.Version, Terms.Code(file.Step), file.Version == 0 ? null : file.Since,
            file.Round, file.Admission is { } admission ? Terms.Code(admission.Kind) : null, file.Admission?.On, file.ClearedOn,
            file.IsMonitored ? file.Finding?.ExpectedClearOn : null, colour is null ? null : View(colour), Cadre(file, colour), Wanted(file, colour), file.Verifier,
            FileEntries.Notice(file, events, texts), [.. (file.Finding?.Risks ?? []).Select(Terms.Code)], MonitoringCodes.Codes(file.Finding?.Needs ?? BasicNeeds.Met),
            FileEntries.Clues(file, events, texts), FileEntries.Measures(file, events, texts), FileEntries.Visits(file, events, texts),
            [.. file.Targets.OrderBy(target => target.Year).Select(target => Target(target, household))], Deadlines(file, village, today),
            NextActs.Of(file, role, today, household.ExistsOn(today)), FileEntries.Timeline(events, texts), file.Clearing,
            file.Proposed == MonitoredKind.None ? null : Terms.Code(file.Proposed));
    }

    public static ColourView View(ColourOnDay colour) => new(
        colour.Shown.Id, colour.Shown.Name, colour.Shown.Severity, colour.Shown.Help, colour.Shown.Rank, colour.Shown.RankName,
        colour.Assessed.Result, colour.Elapsed.Result, colour.AssessedName, colour.ElapsedName);

    private static CadreView? Cadre(MonitoringFile file, ColourOnDay? colour) => file.Cadre is { } cadre
        ? new(cadre.Account, Terms.Code(cadre.Rank), cadre.Since, RankSuffices: colour is null || cadre.Rank >= colour.RequiredRank)
        : null;

    private static bool Wanted(MonitoringFile file, ColourOnDay? colour) =>
        file.IsMonitored && (file.Cadre is null || (colour is not null && file.Cadre.Rank < colour.RequiredRank));

    private static IncomeTargetView Target(IncomeTarget target, Household household)
    {
        var reported = household.Incomes.Where(entry => entry.Quarter.Year == target.Year).GroupBy(entry => entry.Quarter).ToList();
        var reached = reported.Sum(quarter =>
            NetIncome.PerHeadFen(quarter.Last().Amounts, household.AsOf(quarter.Key.LastDay)?.Members.Length ?? 0) ?? 0);
        return new(target.Year, target.PerHeadFen, reported.Count == 0 ? null : reached, reported.Count);
    }

    private List<DeadlineView> Deadlines(MonitoringFile file, string village, DateOnly today) =>
    [
        .. MonitoringDeadlines.Of(file, day => policies.For(village, day), WorkdayCalendar.Shipped).Where(deadline => deadline.StartedOn <= today).Select(deadline => new DeadlineView(
            deadline.Kind, TaskRoles.Title(deadline.Kind, deadline.Subject), deadline.Subject, deadline.StartedOn, deadline.DueOn, deadline.IsProvisional,
            deadline.DueOn < today, deadline.Rule)),
    ];

    private async Task<string?> HeadName(Household household, DateOnly today, CancellationToken cancellation)
    {
        if (household.AsOf(today)?.Members.FirstOrDefault(member => member.Details.Relation == Relation.Head) is not { } head) return null;
        var keys = await keyring.Keys([head.Details.Person], cancellation);
        if (!keys.TryGetValue(head.Details.Person, out var key) || head.Details.Name.IsCleared) return null;
        using var sealer = new PersonSealer(key);
        return Masking.Name(sealer.Open(PersonFields.Name, head.Details.Name.Ciphertext));
    }
}
