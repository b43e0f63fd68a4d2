using System.Data.Common;
using System.Globalization;
using Revitalization.Silo.Monitoring.Lists;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Projections;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Monitoring.Sweep;

/// <summary>
/// Files the day's notices (提醒), each exactly once, part by part of the households: a part's notices and the note that it was swept
/// commit together. Killed at any moment it is run again; two that run at once file no notice twice, because its id is its content.
/// </summary>
public sealed class WorklistSweep(IRegistryDatabase database)
{
    /// <summary>How many days before its last day a limit is called due soon (即将到期): the worklist's own habit, no clause's.</summary>
    public const int DueSoonDays = 3;

    private const string Insert = "INSERT INTO worklist_notices (id, household, village_code, kind, deadline_kind, subject, name, due_on, filed_on)";

    private static readonly string[] s_filings =
    [
        OfDeadlines("due-soon", $"kind<>'{FileRows.CadreKind}' AND due_on>=@today AND due_on<=@soon"),
        OfDeadlines("overdue", $"kind<>'{FileRows.CadreKind}' AND due_on<@today"),
        OfDeadlines("cadre-wanted", $"kind='{FileRows.CadreKind}' AND due_on<=@today AND until_on>=@today"),
        $"""
        {Insert} SELECT 'colour-changed/' || household || '/' || colour || '/' || from_on, household, village_code, 'colour-changed', 'colour', colour, name, from_on, @today
        FROM monitoring_colours WHERE shard=@shard AND turned=1 AND from_on<=@today AND until_on>=@today ON CONFLICT (id) DO NOTHING
        """,
    ];

    /// <summary>Creates its tables; once before it runs.</summary>
    public async Task Prepare(CancellationToken cancellation)
    {
        await using var connection = await database.OpenWriter(cancellation);
        await WorklistTables.Create(connection, cancellation);
    }

    /// <summary>Sweeps every part; how many notices are new.</summary>
    /// <param name="again">Also the parts that were swept this day already, by whomever.</param>
    public async Task<long> Run(DateOnly today, bool again, CancellationToken cancellation)
    {
        var filed = 0L;
        for (var shard = 0; shard < Shards.Count; shard++) filed += await Sweep(shard, today, again, cancellation);
        return filed;
    }

    // The writer is let go between parts: whoever records a visit meanwhile sees it in the lists at once.
    private async Task<long> Sweep(int shard, DateOnly today, bool again, CancellationToken cancellation)
    {
        await using var connection = await database.OpenWriter(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (!again && await IsSwept(connection, transaction, shard, today, cancellation)) return 0;
        var filed = 0L;
        (string, object?)[] values = [("shard", (long)shard), ("today", PersonFields.Day(today)), ("soon", PersonFields.Day(today.AddDays(DueSoonDays)))];
        foreach (var filing in s_filings) filed += await connection.Execute(transaction, filing, cancellation, values);
        await connection.Execute(
            transaction, "INSERT INTO worklist_sweeps (shard, swept_on) VALUES (@shard, @today) ON CONFLICT (shard) DO UPDATE SET swept_on=excluded.swept_on",
            cancellation, ("shard", (long)shard), ("today", PersonFields.Day(today)));
        await transaction.CommitAsync(cancellation);
        return filed;
    }

    private static async Task<bool> IsSwept(DbConnection connection, DbTransaction transaction, int shard, DateOnly today, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT COUNT(*) FROM worklist_sweeps WHERE shard=@shard AND swept_on>=@today";
        command.Add("shard", (long)shard);
        command.Add("today", PersonFields.Day(today));
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture) > 0;
    }

    private static string OfDeadlines(string notice, string which) => $"""
        {Insert} SELECT '{notice}/' || household || '/' || kind || '/' || subject || '/' || due_on, household, village_code, '{notice}', kind, subject, '', due_on, @today
        FROM deadlines WHERE shard=@shard AND {which} ON CONFLICT (id) DO NOTHING
        """;
}
