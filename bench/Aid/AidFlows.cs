using System.Globalization;
using Revitalization.Bench.Silo;
using Revitalization.Contracts.Aid;
using Revitalization.Domain.Aid;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Events;
using Revitalization.Storage.EventLog;

namespace Revitalization.Bench.Aid;

/// <summary>Confirmed flows of many years and counties, straight into the log: what is measured is adding them up.</summary>
internal sealed class AidFlows(BenchSilo silo, IReadOnlyList<AgreedPair> pairs)
{
    private const int Proofs = 1_000;

    private static readonly DateOnly s_today = TimeProvider.System.ChinaToday();
    private static readonly string[] s_fields = [.. AidTerms.Fields.Keys];

    public static SupportBody Support(string county, int n) => new(
        s_today, s_today.Year, s_fields[n % s_fields.Length], "goods", "支援", 1, "批", 500_00 + n, s_today, county, null,
        [new("transfer", string.Create(CultureInfo.InvariantCulture, $"ZJ-{n}"))], [(n % Proofs).ToString("x64", CultureInfo.InvariantCulture)]);

    public async Task Fill(int count)
    {
        await BenchSilo.InParallel(count, n => Append(pairs[n % pairs.Count], n));
        await silo.Projected();
    }

    private async Task Append(AgreedPair pair, int n)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"f{n:0000000}-0000-4000-8000-000000000000");
        var support = new Support(
            s_today.Year - (n % 5), (AidField)(1 + n % s_fields.Length), AidForm.Goods, "支援", 1_000, "批", 500_00 + n, s_today.AddDays(-(n % 300)), pair.County, null, [],
            [(n % Proofs).ToString("x64", CultureInfo.InvariantCulture)]);
        NewEvent[] events = [Event(new SupportReported(s_today, pair.Code, support)), Event(new SupportConfirmed(s_today, support.AmountFen - n % 3, 1_000, null))];
        await silo.Get<IEventLog>().Append(new AppendRequest($"aid-report/{id}", 0, events, $"bench/{id}", "bench", "bench", TimeProvider.System.GetUtcNow()));
    }

    private static NewEvent Event(AidReportEvent happened)
    {
        var written = EventCatalog.WriteAny(happened);
        return new(written.Type, written.SchemaVersion, written.Data);
    }
}
