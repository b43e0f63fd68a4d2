using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Monitoring;
using Revitalization.Domain.Audit;
using Revitalization.Domain.Calendar;
using Revitalization.Silo.Audit;
using Revitalization.Silo.Households;
using Revitalization.Silo.Regions;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Requests;
using Revitalization.Silo.Villages;
using Revitalization.Storage.Keyring;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Monitoring.Lists;

/// <summary>Lists of monitoring files (监测对象清单), inside the sender's scope only. Who read which list is an audited event.</summary>
public sealed class MonitoringFinder(IRegistryDatabase database, VillageBook villages, IKeyring keyring, AuditTrail audit, TimeProvider clock)
{
    public async Task<(Page<MonitoringRow>? Page, (Enum Code, string Field)? Refusal)> Find(MonitoringFilter filter, Sender by, CancellationToken cancellation)
    {
        if (Refused(filter, by) is { } refusal) return (null, refusal);
        var after = Cursor.Read(filter.Cursor, 2)!;
        var (found, next) = await Read(Query(filter, by), after, filter.Limit ?? 50, cancellation);
        await audit.Record(by.Account, new PersonalDataSearched("monitoring-files", by.Searched(filter.Region), found.Count), cancellation);
        return (new(found, next), null);
    }

    /// <summary>The households the sender answers for by name (我负责的户), wherever they are: being named is what gives the right.</summary>
    public async Task<Page<MonitoringRow>> Mine(string? cursor, int limit, Sender by, CancellationToken cancellation)
    {
        FileQuery Query()
        {
            var query = new FileQuery(clock.ChinaToday());
            query.And($"(f.cadre IN ({ByName.List(by)}) OR (f.verifier IN ({ByName.List(by)}) AND f.step='verification'))", ByName.Of(by));
            return query;
        }
        var (found, next) = await Read(Query, Cursor.Read(cursor, 2)!, limit, cancellation);
        await audit.Record(by.Account, new PersonalDataSearched("monitoring-mine", by.Searched(null), found.Count), cancellation);
        return new(found, next);
    }

    /// <summary>Every row of a list, some at a time; audited before the first is handed out.</summary>
    public async IAsyncEnumerable<IReadOnlyList<MonitoringRow>> All(
        MonitoringFilter filter, Sender by, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var query = Query(filter, by);
        await audit.Record(by.Account, new PersonalDataSearched("monitoring-export", by.Searched(filter.Region), (int)await Count(query, cancellation)), cancellation);
        string[] after = ["", ""];
        while (true)
        {
            var (rows, next) = await Read(query, after, RowsPerRead, cancellation);
            yield return rows;
            if (next is null) yield break;
            after = Cursor.Read(next, 2)!;
        }
    }

    public static (Enum Code, string Field)? Refused(MonitoringFilter filter, Sender by)
    {
        if (filter.Broken() is { } broken) return broken;
        return filter.Region is { } region && !by.Meets(region) ? (AccessRefusal.ScopeElsewhere, "region") : null;
    }

    private const int RowsPerRead = 1_000;

    private Func<FileQuery> Query(MonitoringFilter filter, Sender by) => () => MonitoringConditions.Of(filter, by, clock.ChinaToday());

    private async Task<long> Count(Func<FileQuery> query, CancellationToken cancellation)
    {
        await using var connection = await database.OpenReader(cancellation);
        return await query().Count(connection, cancellation);
    }

    private async Task<(List<MonitoringRow> Rows, string? Next)> Read(Func<FileQuery> newQuery, string[] after, int limit, CancellationToken cancellation)
    {
        var query = newQuery();
        query.After(after[0], after[1]);
        List<FileRow> rows;
        await using (var connection = await database.OpenReader(cancellation)) rows = await query.Page(connection, limit + 1, cancellation);
        var shown = rows.Count > limit ? rows[..limit] : rows;
        var next = rows.Count > limit ? Cursor.Write(shown[^1].Village, shown[^1].Household) : null;
        return (await Show(shown, cancellation), next);
    }

    private async Task<List<MonitoringRow>> Show(List<FileRow> rows, CancellationToken cancellation)
    {
        var names = await HeadNames.Of(rows.Select(row => row.Head), keyring, cancellation);
        await villages.Ensure(rows.Select(row => row.Village).Distinct(StringComparer.Ordinal));
        var today = clock.ChinaToday();
        var day = PersonFields.Day(today);
        return [.. rows.Select(row => FileCard.Read(row.Card, row.Household, row.Village, villages.Find(row.Village)?.Name ?? "", row.Members, today, day)
            with { HeadNameMasked = names.Masked(row.Head) })];
    }
}
