using Revitalization.Domain.Aid;
using Revitalization.Silo.Households;
using Revitalization.Silo.Projections;

namespace Revitalization.Silo.Aid.Lists;

/// <summary>
/// What reports add to their cells: the new contribution less the old one, event by event, so that the cells do not depend on how the log is cut into
/// batches. Allocated and paid are attribution's; a report that goes to another cell takes with it what it has.
/// </summary>
internal sealed class CellFold(StagedRows staged)
{
    /// <summary>Units in which people are counted; days and places of nobody in particular are none.</summary>
    private static readonly string[] s_persons = ["人", "人次", "名"];

    private readonly Dictionary<string, (AidReport Before, AidReport After)> _moved = new(StringComparer.Ordinal);

    public void Add(string report, AidReport before, AidReport after)
    {
        if (before.Support is not null) Stage(before, -1);
        Stage(after, 1);
        if (before.Support is not null && Key(before) != Key(after))
            _moved[report] = (_moved.TryGetValue(report, out var earlier) ? earlier.Before : before, after);
    }

    /// <summary>For reports that have gone to another cell since the batch began.</summary>
    public async Task MoveMoney(ProjectionBatch batch, CancellationToken cancellation)
    {
        var money = await batch.Find(
            "report, allocated_fen, paid_fen", "aid_reports", "report", _moved.Keys,
            reader => (Report: reader.GetString(0), Allocated: reader.GetInt64(1), Paid: reader.GetInt64(2)), cancellation);
        foreach (var (report, allocated, paid) in money)
        {
            var (before, after) = _moved[report];
            Put(Key(before), 0, 0, 0, 0, 0, 0, 0, -allocated, -paid);
            Put(Key(after), 0, 0, 0, 0, 0, 0, 0, allocated, paid);
        }
    }

    private void Stage(AidReport report, long sign)
    {
        var support = report.Support!;
        Put(
            Key(report), report.IsReported ? sign : 0, sign * report.ReportedFen, sign * report.ConfirmedFen, AidFunds.IsMoney(support) ? sign * report.ConfirmedFen : 0,
            report.State == ReportState.Reported ? sign * support.AmountFen : 0,
            s_persons.Contains(support.Unit, StringComparer.Ordinal) ? sign * report.ConfirmedThousandths : 0,
            support.Form == AidForm.Purchase ? sign * report.ConfirmedFen : 0, 0, 0);
    }

    private void Put((string Partnership, long Year, string Field, string Recipient) key, params ReadOnlySpan<long> sums)
    {
        var row = new object?[4 + sums.Length];
        (row[0], row[1], row[2], row[3]) = (key.Partnership, key.Year, key.Field, key.Recipient);
        for (var at = 0; at < sums.Length; at++) row[4 + at] = sums[at];
        staged.Put(AidTables.CellRow, row);
    }

    private static (string Partnership, long Year, string Field, string Recipient) Key(AidReport report) =>
        (report.Partnership!, report.Support!.Year, Terms.Code(report.Support.Field), report.Support.Recipient);
}
