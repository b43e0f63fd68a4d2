using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Monitoring;
using Revitalization.Domain.Audit;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Events;
using Revitalization.Domain.Households;
using Revitalization.Domain.Monitoring;
using Revitalization.Silo.Audit;
using Revitalization.Silo.Households;
using Revitalization.Silo.Policies;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Monitoring.Explain;

/// <summary>
/// Why a household stands where it stands (为什么), on a day and as known on a day: only what was recorded by then is folded, facts and
/// adopted rules alike, so that the answer for a past day never changes.
/// </summary>
public sealed class MonitoringExplainer(HouseholdReader reader, PolicyBook policies, AuditTrail audit, TimeProvider clock)
{
    public async Task<(MonitoringExplanation? Explanation, Enum? Refusal)> Explain(
        string id, DateOnly? on, DateOnly? knownOn, string purpose, Sender by, CancellationToken cancellation)
    {
        var today = clock.ChinaToday();
        if (on > today || knownOn > today) return (null, QueryRefusal.DayInFuture);
        var (all, village, refusal) = await reader.Visible(id, by, cancellation);
        if (refusal is not null) return (null, refusal);

        var moment = new Moment(on ?? today, knownOn ?? today);
        var household = Household.Fold(Known<HouseholdEvent>(all, moment));
        if (household.AsOf(moment.On) is not { } view) return (null, QueryRefusal.HouseholdNotFound);
        var events = await reader.ReadAll($"monitoring/{id}", cancellation);
        await policies.EnsureAll(PolicyBook.CountyOf(view.Village), cancellation);
        var past = MonitoringPast.On(Known<MonitoringEvent>(events, moment), moment.On);
        var labour = view.Members.Count(member => member.HasLabour);
        var rules = policies.Rules(view.Village, moment.End);
        var reasons = MonitoringReasons.Of(past, rules, WorkdayCalendar.Shipped, moment.On, labour);
        await audit.Record(by.Account, new PersonalDataRead(id, purpose, village), cancellation);
        return (ExplanationViews.Of(id, moment.On, moment.KnownOn, reasons, rules.On(moment.On)), null);
    }

    private static IEnumerable<TEvent> Known<TEvent>(IEnumerable<StoredEvent> events, Moment moment) where TEvent : class => events
        .Where(stored => stored.At < moment.End)
        .Select(stored => EventCatalog.Read<TEvent>(stored.Type, stored.SchemaVersion, stored.Data));

    private readonly record struct Moment(DateOnly On, DateOnly KnownOn)
    {
        public DateTimeOffset End => ChinaCalendar.StartOf(KnownOn.AddDays(1));
    }
}
