using System.Data;
using System.Data.Common;
using Revitalization.Domain.Calendar;
using Revitalization.Silo.Projections;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Releases;

/// <summary>One region's deltas of one indicator, by quarter, oldest first.</summary>
public sealed record RollupSeries(string Region, string Indicator, IReadOnlyList<(Period Quarter, long Delta)> Deltas);

/// <summary>The roll-ups as they stand at one point of the log: rows and position come from one read transaction.</summary>
public sealed record FrozenRollups(long LogPosition, IReadOnlyList<RollupSeries> Series, FrozenAid Aid)
{
    /// <param name="projection">Whose checkpoint says how far the roll-ups are.</param>
    /// <param name="until">Deltas of later quarters (somebody turns sixty) are not yet facts.</param>
    /// <param name="asOf">What began later in aid is not yet a fact either.</param>
    public static async Task<FrozenRollups> Read(
        IRegistryDatabase registry, string projection, Period until, DateOnly asOf, CancellationToken cancellation)
    {
        await using var connection = await registry.OpenReader(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var checkpoint = await Checkpoints.Find(connection, transaction, projection, cancellation)
            ?? throw new InvalidOperationException($"Projection {projection} has not begun.");
        if (checkpoint.Error is { } error) throw new InvalidOperationException($"Projection {projection} stopped: {error}");
        var series = await ReadSeries(connection, transaction, until, cancellation);
        return new FrozenRollups(checkpoint.Position, series, await new FrozenAidReader(connection, transaction, asOf).Read(cancellation));
    }

    private static async Task<List<RollupSeries>> ReadSeries(
        DbConnection connection, DbTransaction transaction, Period until, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT region_code, indicator, period, delta FROM rollups WHERE delta <> 0 AND period <= @until";
        command.Add("until", until.ToString());
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var cells = new Dictionary<(string Region, string Indicator), List<(Period Quarter, long Delta)>>();
        while (await rows.ReadAsync(cancellation))
        {
            var key = (rows.GetString(0), rows.GetString(1));
            if (!cells.TryGetValue(key, out var deltas)) cells[key] = deltas = [];
            deltas.Add((Period.Parse(rows.GetString(2)), rows.GetInt64(3)));
        }
        return [.. cells.OrderBy(cell => cell.Key.Region, StringComparer.Ordinal).ThenBy(cell => cell.Key.Indicator, StringComparer.Ordinal)
            .Select(cell => new RollupSeries(cell.Key.Region, cell.Key.Indicator, [.. cell.Value.OrderBy(delta => delta.Quarter)]))];
    }
}
