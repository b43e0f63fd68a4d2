using System.Data.Common;
using Revitalization.Contracts.Aid;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Households;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Projections;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Aid.Lists;

/// <summary>Plan against delivered, and what waits (协作看板): the same for both sides.</summary>
public sealed class AidBoardReader(IRegistryDatabase database, RegionBook regions, TimeProvider clock)
{
    /// <summary>Silent reports shown; the list behind them shows all.</summary>
    public const int SilentMost = 200;

    public async Task<(AidBoard? Board, (Enum Code, string Field)? Refusal)> Read(string? partnership, string? region, int? year, Sender by, CancellationToken cancellation)
    {
        var filter = new AidReportFilter(Partnership: partnership, Region: region, Year: year ?? clock.ChinaToday().Year);
        if (filter.Broken() is { } broken) return (null, broken);
        await using var connection = await database.OpenReader(cancellation);
        await using var moment = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
        return (await Read(connection, filter, by, cancellation), null);
    }

    /// <summary>For a document that shows more than the board of the same moment.</summary>
    internal async Task<AidBoard> Read(DbConnection connection, AidReportFilter filter, Sender by, CancellationToken cancellation)
    {
        var (today, year) = (clock.ChinaToday(), filter.Year!.Value);
        var where = filter.Condition(by, today);
        var cells = await AidCell.Read(connection, filter.Cells(by), cancellation);
        var agreed = AidReach.Agreed(by);
        if (filter.Partnership is { } code) agreed = agreed.With("p.code=@partnership", ("partnership", code));
        if (filter.Region is { } region) agreed = agreed.With(
            "(p.recipient=@county OR p.recipient LIKE @below)", ("county", Policies.PolicyBook.CountyOf(region)), ("below", Regions.RegionNames.Significant(region) + "%"));
        var narrow = IsNarrow(filter, by);
        var plans = narrow ? AidPlans.None : await PlanRows.Read(connection, agreed, year, cancellation);
        var reached = await PlanRows.Projects(connection, where, cancellation);
        var people = narrow ? [] : await PlanRows.Exchanged(connection, agreed, year, cancellation);
        var silent = await AidReportRows.Read(
            connection, (filter with { Silent = true }).Condition(by, today), ["", ""], SilentMost, regions, today, cancellation);
        return new(year, today, AidSums.Of(cells), AidBoardLines.Of(plans, cells, reached, people, narrow ? null : today), AidBoardLines.Sales(plans, cells), silent);
    }

    /// <summary>Plans are a county's: beside what one township received they would only look unmet.</summary>
    private static bool IsNarrow(AidReportFilter filter, Sender by) =>
        filter.Region is { Length: > CountyDigits } || (AidReach.Partnerships(by).Length == 0 && by.Regions().All(region => region.Length > CountyDigits));

    private const int CountyDigits = 6;
}
