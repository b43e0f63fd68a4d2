using Revitalization.Domain.Aid;
using Revitalization.Domain.Calendar;
using Revitalization.Silo.Aid.Lists;
using Revitalization.Silo.Policies;
using Revitalization.Silo.Projections;

namespace Revitalization.Silo.Aid;

/// <summary>The last day for a county to answer a report (答复时限), by the pack that held when it was asked.</summary>
internal static class AnswerDays
{
    /// <summary>Null where the county is not to answer: it has, or the report is the partner's to mend.</summary>
    public static DateOnly? DueOn(AidReport report, PolicyBook policies) =>
        report is { State: ReportState.Reported, AskedOn: { } asked, Support: { } support } ? DueOn(PolicyBook.CountyOf(support.Recipient), asked, policies) : null;

    public static DateOnly? DueOn(string county, DateOnly asked, PolicyBook policies) => AidLimits.AnswerDueOn(policies.For(county, asked), asked, WorkdayCalendar.Shipped);

    /// <summary>The county has adopted other packs: what waits for its answer is due on other days.</summary>
    public static async Task Rewrite(string county, PolicyBook policies, ProjectionBatch batch, CancellationToken cancellation)
    {
        foreach (var (report, asked) in await Waiting(county, batch, cancellation))
        {
            var due = DueOn(county, asked, policies);
            await batch.Connection.Execute(
                batch.Transaction, $"UPDATE {batch.Table("aid_reports")} SET answer_due_on=@due WHERE report=@report", cancellation,
                ("due", AidDays.Text(due)), ("report", report));
        }
    }

    private static async Task<List<(string Report, DateOnly Asked)>> Waiting(string county, ProjectionBatch batch, CancellationToken cancellation)
    {
        var (within, values) = Households.ScopeFilter.Of([county], "recipient");
        await using var command = batch.Command($"SELECT report, asked_on FROM {batch.Table("aid_reports")} WHERE state='reported' AND {within}");
        foreach (var (name, value) in values) command.Add(name, value);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<(string, DateOnly)>();
        while (await reader.ReadAsync(cancellation)) found.Add((reader.GetString(0), AidDays.Read(reader.GetString(1))!.Value));
        return found;
    }
}
