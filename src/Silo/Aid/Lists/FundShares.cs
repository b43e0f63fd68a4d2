using System.Data.Common;
using Revitalization.Domain.Funds;
using Revitalization.Silo.Funds;
using Revitalization.Silo.Projections;

namespace Revitalization.Silo.Aid.Lists;

/// <summary>Whose money a fund allocated and paid, written beside its promises and their reports. Only what differs is written.</summary>
internal static class FundShares
{
    public static async Task Rewrite(string fund, ProjectionBatch batch, CancellationToken cancellation)
    {
        var promises = await Rows(
            "origin, fen, ended, report, allocated_fen, paid_fen", "fund_promises", "ord", fund, batch,
            reader => new Promise(new(reader.GetString(0), reader.GetInt64(2) == 1 ? 0 : reader.GetInt64(1)), reader.Text(3), reader.GetInt64(4), reader.GetInt64(5)), cancellation);
        var allocations = await Rows(
            "allocation, fen-returned_fen, paid_fen, project", "fund_allocations", "ord", fund, batch,
            reader => (Money: new AllocatedMoney(reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2)), Project: reader.GetString(3)), cancellation);
        var shares = Attribution.Of([.. promises.Select(each => each.Money)], [.. allocations.Select(each => each.Money)]);
        var reports = promises.ToDictionary(each => each.Money.Origin, each => each.Report, StringComparer.Ordinal);
        var projects = allocations.ToDictionary(each => each.Money.Allocation, each => each.Project, StringComparer.Ordinal);
        await WriteShares(fund, shares, share => (projects[share.Allocation], reports[share.Origin]), batch, cancellation);
        var sums = Attribution.ByOrigin(shares);
        foreach (var promise in promises)
        {
            var (allocated, paid) = sums.GetValueOrDefault(promise.Money.Origin);
            if ((allocated, paid) != (promise.AllocatedFen, promise.PaidFen)) await Write(fund, promise, allocated, paid, batch, cancellation);
        }
    }

    private static async Task WriteShares(
        string fund, IReadOnlyList<MoneyShare> shares, Func<MoneyShare, (string Project, string? Report)> behind, ProjectionBatch batch, CancellationToken cancellation)
    {
        var before = (await Rows(
            "origin, allocation, allocated_fen, paid_fen", "fund_shares", "origin, allocation", fund, batch,
            reader => new MoneyShare(reader.GetString(0), reader.GetString(1), reader.GetInt64(2), reader.GetInt64(3)), cancellation)).ToHashSet();
        var staged = new StagedRows();
        foreach (var share in shares.Where(share => !before.Contains(share)))
        {
            var (project, report) = behind(share);
            staged.Put(FundTables.ShareRow, fund, share.Origin, share.Allocation, project, report, share.AllocatedFen, share.PaidFen);
        }
        var keys = shares.Select(share => (share.Origin, share.Allocation)).ToHashSet();
        foreach (var gone in before.Where(share => !keys.Contains((share.Origin, share.Allocation))))
        {
            await batch.Connection.Execute(
                batch.Transaction, $"DELETE FROM {batch.Table("fund_shares")} WHERE fund=@fund AND origin=@origin AND allocation=@allocation", cancellation,
                ("fund", fund), ("origin", gone.Origin), ("allocation", gone.Allocation));
        }
        await staged.Write(batch, cancellation);
    }

    /// <summary>Reports move by the difference: an ended promise and its successor, perhaps in another fund, may stand behind one report.</summary>
    private static async Task Write(string fund, Promise promise, long allocated, long paid, ProjectionBatch batch, CancellationToken cancellation)
    {
        await batch.Connection.Execute(
            batch.Transaction, $"UPDATE {batch.Table("fund_promises")} SET allocated_fen=@allocated, paid_fen=@paid WHERE fund=@fund AND origin=@origin", cancellation,
            ("allocated", allocated), ("paid", paid), ("fund", fund), ("origin", promise.Money.Origin));
        if (promise.Report is not { } report) return;
        (string, object?)[] difference = [("allocated", allocated - promise.AllocatedFen), ("paid", paid - promise.PaidFen), ("report", report)];
        await batch.Connection.Execute(batch.Transaction, $"UPDATE {batch.Table("aid_reports")} {Move} WHERE report=@report", cancellation, difference);
        var cell = $"(SELECT partnership, year, field, recipient FROM {batch.Table("aid_reports")} WHERE report=@report)";
        await batch.Connection.Execute(
            batch.Transaction, $"UPDATE {batch.Table("aid_cells")} {Move} WHERE (partnership, year, field, recipient)={cell}", cancellation, difference);
    }

    private const string Move = "SET allocated_fen=allocated_fen+@allocated, paid_fen=paid_fen+@paid";

    private static async Task<List<T>> Rows<T>(
        string columns, string table, string order, string fund, ProjectionBatch batch, Func<DbDataReader, T> read, CancellationToken cancellation)
    {
        await using var command = batch.Command($"SELECT {columns} FROM {batch.Table(table)} WHERE fund=@fund ORDER BY {order}");
        command.Add("fund", fund);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<T>();
        while (await reader.ReadAsync(cancellation)) found.Add(read(reader));
        return found;
    }

    private sealed record Promise(PromisedMoney Money, string? Report, long AllocatedFen, long PaidFen);
}
