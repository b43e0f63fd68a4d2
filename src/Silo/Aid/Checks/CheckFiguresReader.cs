using Revitalization.Contracts.Aid;
using Revitalization.Domain.Aid;
using Revitalization.Domain.Aid.Checks;
using Revitalization.Silo.Aid.Lists;
using Revitalization.Silo.Households;
using Revitalization.Silo.Projections;
using Revitalization.Storage.EventLog;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Aid.Checks;

/// <summary>What a check freezes: the board of that moment, and the place of the log up to which it holds (盘点数).</summary>
public sealed class CheckFiguresReader(IRegistryDatabase database, AidBoardReader boards, ProjectionService projections, IEventLog log)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    public async Task<(CheckFigures Figures, long Position)> Read(string code, int year, Sender by, CancellationToken cancellation)
    {
        // What was answered just before the check belongs into it. Where the tables lag for longer, the position says what is in.
        await projections.WaitFor(await log.Head(cancellation), s_patience, cancellation, AidProjection.ProjectionName);
        await using var connection = await database.OpenReader(cancellation);
        await using var moment = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
        var board = await boards.Read(connection, new(Partnership: code, Year: year), by, cancellation);
        var checkpoint = await Checkpoints.Find(connection, moment, AidProjection.ProjectionName, cancellation);
        return (Figures(board), checkpoint?.Position ?? 0);
    }

    private static CheckFigures Figures(AidBoard board) => new(
        board.Sum.ReportedFen, board.Sum.ConfirmedFen, board.Sum.AllocatedFen, board.Sum.PaidFen, board.Sum.OutstandingFen, board.Sum.UnansweredFen,
        [.. board.Lines.Select(line => new CheckLine(
            Terms.Find<AidField>(line.Field)!.Value, line.PlannedFen, line.ReportedFen, line.ConfirmedFen, line.PlannedProjects, line.Projects,
            line.PlannedPeople, line.People, line.DueOn, line.State))],
        board.Sales.Sum(floor => floor.FloorFen), board.Sales.Sum(floor => floor.ConfirmedFen));
}
