using System.Globalization;
using Revitalization.Domain.Aid;
using Revitalization.Domain.Events;
using Revitalization.Silo.Households;
using Revitalization.Silo.Policies;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Projections;

namespace Revitalization.Silo.Aid.Lists;

/// <summary>Reports of support as rows: a function of the folded report and of the days its county's pack gives it to answer.</summary>
internal static class ReportFold
{
    public static async Task Apply(IReadOnlyList<Happened<AidReportEvent>> events, PolicyBook policies, ProjectionBatch batch, CancellationToken cancellation)
    {
        if (events.Count == 0) return;
        var reports = await States([.. events.Select(happened => happened.Id).Distinct(StringComparer.Ordinal)], batch, cancellation);
        var staged = new StagedRows();
        var cells = new CellFold(staged);
        foreach (var happened in events)
        {
            await AidProjection.Guard(happened.Stored, () =>
            {
                var before = reports.GetValueOrDefault(happened.Id, AidReport.Empty);
                cells.Add(happened.Id, before, reports[happened.Id] = AidReport.Evolve(before, happened.Event));
                return Task.CompletedTask;
            });
        }
        await cells.MoveMoney(batch, cancellation);
        await Write(reports, policies, staged, batch, cancellation);
    }

    private static async Task Write(Dictionary<string, AidReport> reports, PolicyBook policies, StagedRows staged, ProjectionBatch batch, CancellationToken cancellation)
    {
        await batch.Delete("aid_papers", "report", reports.Keys, cancellation); // A correction may name others.
        foreach (var (id, report) in reports)
        {
            staged.Put(AidTables.StateRow, id, (long)Snapshots.AidReport.SchemaVersion, Snapshots.AidReport.Write(report).ToArray());
            staged.Put(AidTables.ReportRow, Row(id, report, policies));
            var live = report.State is ReportState.Drafted or ReportState.Withdrawn ? 0L : 1L;
            foreach (var reference in report.Support!.References)
                staged.Put(AidTables.PaperRow, id, Terms.Code(reference.Kind), reference.Number.ToUpperInvariant(), live);
            foreach (var hash in report.Support.Evidence) staged.Put(AidTables.PaperRow, id, "evidence", hash, live);
        }
        await staged.Write(batch, cancellation);
    }

    private static object?[] Row(string id, AidReport report, PolicyBook policies)
    {
        var support = report.Support!;
        var waits = report.State == ReportState.Reported;
        return
        [
            id, report.Partnership, (long)support.Year, Terms.Code(support.Field), Terms.Code(support.Form), support.Title, support.Thousandths, support.Unit,
            support.AmountFen, PersonFields.Day(support.DeliveredOn), support.Recipient, support.Pairing, Terms.Code(report.State),
            AidFunds.IsMoney(support) ? 1L : 0L, report.ReportedFen, report.ConfirmedFen, report.ConfirmedThousandths, waits ? support.AmountFen : 0L,
            AidDays.Text(report.AskedOn), AidDays.Text(AnswerDays.DueOn(report, policies)), AidDays.Text(report.ConfirmedOn), report.ConfirmedAt,
            (long)report.Comments.Length, report.Version,
        ];
    }

    private static async Task<Dictionary<string, AidReport>> States(IReadOnlyCollection<string> reports, ProjectionBatch batch, CancellationToken cancellation)
    {
        var found = await batch.Find(
            "report, schema_version, state", "aid_report_states", "report", reports,
            reader => KeyValuePair.Create(reader.GetString(0), Read(reader.GetValue(1), (byte[])reader.GetValue(2))), cancellation);
        return found.ToDictionary(StringComparer.Ordinal);
    }

    private static AidReport Read(object version, byte[] state) =>
        Convert.ToInt32(version, CultureInfo.InvariantCulture) == Snapshots.AidReport.SchemaVersion
            ? Snapshots.AidReport.Read(state)
            : throw new InvalidOperationException("Stored reports have another shape: raise the projection's schema version.");
}
