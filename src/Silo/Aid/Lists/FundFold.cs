using System.Diagnostics;
using Revitalization.Domain.Funds;
using Revitalization.Silo.Funds;
using Revitalization.Silo.Households;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Projections;

namespace Revitalization.Silo.Aid.Lists;

/// <summary>What happened to funds, as rows and as differences of their sums.</summary>
/// <param name="moved">Funds whose attribution may have changed.</param>
internal sealed class FundFold(ProjectionBatch batch, StagedRows staged, ISet<string> moved)
{
    public async Task Apply(string fund, FundEvent happened, long version, CancellationToken cancellation)
    {
        switch (happened)
        {
            case MoneyConfirmed e: // The last in the line: nothing that is allocated moves.
                staged.Put(FundTables.PromiseRow, fund, e.Origin, version, PersonFields.Day(e.On), e.Fen, 0L, ReportOf(e.Origin));
                Add(fund, confirmed: e.Fen);
                break;
            case MoneyUnconfirmed e:
                await End(fund, e, version, cancellation);
                Add(fund, confirmed: -e.Fen);
                moved.Add(fund);
                break;
            case MoneyArrived e:
                staged.Put(FundTables.ArrivalRow, fund, e.Arrival, PersonFields.Day(e.On), e.Fen, e.Voucher, 0L);
                Add(fund, arrived: e.Fen);
                break;
            case MoneyArrivalReversed e:
                await Change("fund_arrivals SET reversed=1", "arrival", fund, e.Arrival, 0, cancellation);
                Add(fund, arrived: -e.Fen);
                break;
            case MoneyAllocated e:
                staged.Put(FundTables.AllocationRow, fund, e.Allocation, version, PersonFields.Day(e.On), e.Project, e.Fen);
                Add(fund, allocated: e.Fen);
                moved.Add(fund);
                break;
            case MoneyTakenBack e:
                await Change("fund_allocations SET returned_fen=returned_fen+@fen", "allocation", fund, e.Allocation, e.Fen, cancellation);
                Add(fund, allocated: -e.Fen);
                moved.Add(fund);
                break;
            case AllocationDeclined: // Nothing was given, nothing is owed.
                Add(fund);
                break;
            default:
                throw new UnreachableException($"No row for {happened.GetType().Name}.");
        }
    }

    /// <summary>Null of a budget: only a confirmation of a report is named <c>{report}@{version}</c>.</summary>
    public static string? ReportOf(string origin) =>
        origin.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && Guid.TryParseExact(origin.AsSpan(0, at), "D", out _) ? origin[..at] : null;

    private void Add(string fund, long confirmed = 0, long arrived = 0, long allocated = 0)
    {
        var key = FundKeys.Read(fund) ?? throw new InvalidOperationException($"{fund} names no fund.");
        staged.Put(FundTables.FundRow, fund, key.County, (long)key.Year, Terms.Code(key.Source));
        staged.Put(FundTables.SumRow, fund, confirmed, arrived, allocated, 0L, 1L);
    }

    /// <summary>An origin may be ended before it was brought: then it stands there ended, and comes to nothing when it comes.</summary>
    private async Task End(string fund, MoneyUnconfirmed e, long version, CancellationToken cancellation)
    {
        if (await Change("fund_promises SET ended=1", "origin", fund, e.Origin, 0, cancellation) == 0)
            staged.Put(FundTables.PromiseRow, fund, e.Origin, version, PersonFields.Day(e.On), e.Fen, 1L, ReportOf(e.Origin));
    }

    private async Task<int> Change(string sets, string column, string fund, string id, long fen, CancellationToken cancellation)
    {
        await staged.Write(batch, cancellation); // The row may be among these.
        var (table, rest) = (sets[..sets.IndexOf(' ', StringComparison.Ordinal)], sets[sets.IndexOf(' ', StringComparison.Ordinal)..]);
        await using var command = batch.Command($"UPDATE {batch.Table(table)}{rest} WHERE fund=@fund AND {column}=@id");
        command.Add("fund", fund);
        command.Add("id", id);
        if (rest.Contains("@fen", StringComparison.Ordinal)) command.Add("fen", fen);
        return await command.ExecuteNonQueryAsync(cancellation);
    }
}
