using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Monitoring;
using Revitalization.Contracts.Refusals;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Monitoring;
using Revitalization.Domain.Screening;
using Revitalization.Silo.Households;
using Revitalization.Silo.Monitoring;
using Revitalization.Silo.Requests;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Screening;

/// <summary>
/// Reports what a screening found as clues (生成线索). A clue's id follows from the screening's, so reporting again, wholly or in part,
/// reports nothing twice.
/// </summary>
public sealed class ScreeningClues(IRegistryDatabase database, MonitoringDesk desk)
{
    public const int HouseholdsMax = 2_000;

    private const int AtOnce = 16;

    private static readonly HashSet<string> s_reported = new(StringComparer.Ordinal)
    {
        RefusalCatalog.CodeOf(CommandRefusal.CommandIdReused), RefusalCatalog.CodeOf(MonitoringRefusal.ClueIdReused),
    };

    public async Task<ScreeningCluesReply> Report(
        string county, string screening, ScreeningCluesBody body, string[] after, Sender by, CancellationToken cancellation)
    {
        var query = new ScreenedQuery(county, screening, null, null, after, HouseholdsMax + 1);
        var rows = body.Households is null
            ? await ScreenedRows.Find(database, query, by.Regions(), cancellation)
            : await ScreenedRows.Named(database, query, body.Households, by.Regions(), cancellation);
        var taken = rows.Count > HouseholdsMax ? rows[..HouseholdsMax] : rows;
        var tally = new Tally();
        await Parallel.ForEachAsync(
            taken.Where(row => body.Households is not null || IsSign(row.Flagged.Reasons)), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (row, _) => tally.Count(await Report(county, screening, body.On, row, by)));
        var unknown = body.Households is null ? 0 : body.Households.Distinct(StringComparer.Ordinal).Count() - rows.Count;
        var next = rows.Count > HouseholdsMax ? Cursor.Write(taken[^1].Flagged.Village, taken[^1].Flagged.Household) : null;
        return new(tally.Reported, tally.Already, tally.Refused + unknown, next);
    }

    private static bool IsSign(ScreeningReasons reasons) =>
        (reasons & ScreeningTermsView.Signs) != ScreeningReasons.None && !reasons.HasFlag(ScreeningReasons.Monitored);

    private async Task<CommandReply?> Report(string county, string screening, DateOnly on, ScreenedRows.Row row, Sender by)
    {
        if (row.Reported) return null;
        var reasons = row.Flagged.Reasons;
        var body = new ClueBody(on, "screening", ScreeningTermsView.Risk(reasons, row.Flagged.Figures.Needs), $"集中筛查列入:{ScreeningTermsView.Text(reasons)}");
        return await desk.PutClue(row.Flagged.Household, ScreeningIds.Clue(county, screening), body, by with { IsAct = true, CommandId = "", ExpectedVersion = null });
    }

    private sealed class Tally
    {
        private long _reported, _already, _refused;

        public long Reported => _reported;

        public long Already => _already;

        public long Refused => _refused;

        public void Count(CommandReply? reply)
        {
            if (reply is null || reply.Repeated || (reply.Refusal is { } refusal && s_reported.Contains(refusal.Code))) Interlocked.Increment(ref _already);
            else if (reply.Refusal is not null) Interlocked.Increment(ref _refused);
            else Interlocked.Increment(ref _reported);
        }
    }
}
