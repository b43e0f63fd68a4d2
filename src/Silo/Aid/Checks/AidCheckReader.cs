using System.Data.Common;
using System.Globalization;
using Revitalization.Contracts.Aid;
using Revitalization.Domain.Aid.Checks;
using Revitalization.Domain.Calendar;
using Revitalization.Silo.Grains;
using Revitalization.Silo.Households;
using Revitalization.Silo.Projections;
using Revitalization.Storage.EventLog;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Aid.Checks;

/// <summary>A partnership's checks as both its sides see them. Figures are the frozen ones; rank and overdue are told as of the reading.</summary>
public sealed class AidCheckReader(IRegistryDatabase database, IEventLog log, AidReader partnerships, TimeProvider clock)
{
    /// <summary>Ten years of every cycle.</summary>
    private const int ChecksMost = 130;

    public async Task<(AidCheckView? View, Enum? Refusal)> One(string code, string period, Sender by, CancellationToken cancellation)
    {
        var (partnership, refusal) = await partnerships.Partnership(code, by, cancellation);
        if (partnership is null) return (null, refusal);
        if (CheckPeriod.Read(period) is null) return (null, AidCheckRefusal.PeriodMalformed);
        await using var connection = await database.OpenReader(cancellation);
        return await View(connection, code, period, cancellation) is { } view ? (view, null) : (null, AidCheckRefusal.CheckUnknown);
    }

    /// <summary>Newest period first.</summary>
    public async Task<(IReadOnlyList<AidCheckView>? Views, Enum? Refusal)> All(string code, Sender by, CancellationToken cancellation)
    {
        var (partnership, refusal) = await partnerships.Partnership(code, by, cancellation);
        if (partnership is null) return (null, refusal);
        await using var connection = await database.OpenReader(cancellation);
        var views = new List<AidCheckView>();
        foreach (var period in await Periods(connection, code, cancellation))
            if (await View(connection, code, period, cancellation) is { } view) views.Add(view);
        return (views, null);
    }

    private async Task<AidCheckView?> View(DbConnection connection, string code, string period, CancellationToken cancellation)
    {
        var check = await log.Fold<AidCheck, AidCheckEvent>($"aid-check/{code}/{period}", AidCheck.Empty, AidCheck.Evolve, cancellation);
        if (check.Taken is not { } taken) return null;
        var all = await Others(connection, code, period, cancellation);
        all.Add(taken.Figures.DoneBasisPoints()); // Its own row may not be there yet.
        return CheckViews.Of(check, taken, all, clock.ChinaToday());
    }

    private static async Task<List<string>> Periods(DbConnection connection, string code, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = string.Create(
            CultureInfo.InvariantCulture, $"SELECT period FROM aid_checks WHERE partnership=@code ORDER BY last_day DESC, period LIMIT {ChecksMost}");
        command.Add("code", code);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<string>();
        while (await reader.ReadAsync(cancellation)) found.Add(reader.GetString(0));
        return found;
    }

    private static async Task<List<int?>> Others(DbConnection connection, string code, string period, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT done_basis_points FROM aid_checks WHERE period=@period AND partnership<>@code";
        command.Add("period", period);
        command.Add("code", code);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<int?>();
        while (await reader.ReadAsync(cancellation)) found.Add(reader.IsDBNull(0) ? null : (int)reader.GetInt64(0));
        return found;
    }
}
