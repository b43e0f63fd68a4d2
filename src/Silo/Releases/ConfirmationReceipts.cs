using Revitalization.Contracts.Releases;
using Revitalization.Silo.Aid.Receipts;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Releases;

/// <summary>Puts to each confirmed report the content hash of its confirmation's receipt: whoever holds the receipt can find the row that it stands for.</summary>
internal static class ConfirmationReceipts
{
    public static async Task<FrozenAid> Add(FrozenAid aid, IEventLog log, CancellationToken cancellation)
    {
        var reports = new List<PublicAidReport>(aid.Reports.Count);
        foreach (var report in aid.Reports)
        {
            var hash = aid.Confirmations.TryGetValue(report.Id, out var version) ? await Hash(report.Id, version, log, cancellation) : null;
            reports.Add(report with { Receipt = hash });
        }
        return aid with { Reports = reports };
    }

    private static async Task<string?> Hash(Guid report, long version, IEventLog log, CancellationToken cancellation) =>
        await log.ReadStream($"aid-report/{report:D}", version - 1, 1, cancellation) is [var confirmed] ? AidReceipts.ContentHash(confirmed) : null;
}
