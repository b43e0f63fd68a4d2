using System.Data.Common;
using System.Globalization;
using Revitalization.Contracts.Funds;
using Revitalization.Domain.Funds;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Aid.Lists;
using Revitalization.Silo.Households;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Projects.Lists;
using Revitalization.Silo.Regions;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Funds.Lists;

/// <summary>
/// The funds board (资金看板): sources side by side. A county sees its funds; a partner sees of a fund what its own reports put into it, by the
/// order in which money is attributed, and nothing of another partner's.
/// </summary>
public sealed class FundBoard(IRegistryDatabase database, RegionBook regions)
{
    private const int FundsMost = 2_000;

    public async Task<FundList> Read(FundFilter filter, Sender by, CancellationToken cancellation)
    {
        var partnerships = AidReach.Partnerships(by);
        await using var connection = await database.OpenReader(cancellation);
        var where = filter.Condition();
        var whole = await Whole(connection, ProjectReach.Within(by.Regions(), "f.county").With(where.Sql, where.Values), cancellation);
        if (partnerships.Length == 0) return new(whole);
        var seen = whole.Select(fund => fund.Fund).ToHashSet(StringComparer.Ordinal);
        var own = await OwnShare(connection, partnerships, where, cancellation);
        return new([.. whole, .. own.Where(fund => !seen.Contains(fund.Fund))]);
    }

    private async Task<List<FundView>> Whole(DbConnection connection, AidCondition where, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"""
            SELECT f.fund, f.county, f.year, f.source, f.confirmed_fen, f.arrived_fen, f.allocated_fen, f.paid_fen, f.version FROM funds f WHERE {where.Sql}
            ORDER BY f.year DESC, f.county, f.source LIMIT {FundsMost}
            """);
        foreach (var (name, value) in where.Values) command.Add(name, value);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var funds = new List<FundView>();
        while (await reader.ReadAsync(cancellation)) funds.Add(View(reader, new(reader.GetInt64(4), reader.GetInt64(5), reader.GetInt64(6), reader.GetInt64(7))));
        return funds;
    }

    /// <summary>What arrived is attributed as allocations are: first confirmed, first arrived.</summary>
    private async Task<List<FundView>> OwnShare(DbConnection connection, string[] partnerships, AidCondition where, CancellationToken cancellation)
    {
        var codes = string.Join(',', partnerships.Select((_, at) => $"@own{at}"));
        await using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT f.fund, f.county, f.year, f.source, q.fen, q.allocated_fen, q.paid_fen, f.arrived_fen, f.version, CASE WHEN r.partnership IN ({codes}) THEN 1 ELSE 0 END
            FROM fund_promises q JOIN funds f ON f.fund=q.fund LEFT JOIN aid_reports r ON r.report=q.report
            WHERE q.ended=0 AND {where.Sql} AND f.fund IN
                (SELECT o.fund FROM fund_promises o JOIN aid_reports w ON w.report=o.report WHERE o.ended=0 AND w.partnership IN ({codes}))
            ORDER BY f.year DESC, f.county, f.source, q.ord
            """;
        for (var at = 0; at < partnerships.Length; at++) command.Add($"own{at}", partnerships[at]);
        foreach (var (name, value) in where.Values) command.Add(name, value);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var (funds, sums, left) = (new List<FundView>(), default(Sums), 0L);
        while (await reader.ReadAsync(cancellation) && funds.Count < FundsMost)
        {
            if (funds.Count == 0 || funds[^1].Fund != reader.GetString(0)) (sums, left) = (default, reader.GetInt64(7));
            else funds.RemoveAt(funds.Count - 1);
            var arrived = Math.Min(left, reader.GetInt64(4));
            left -= arrived;
            if (Convert.ToInt32(reader.GetValue(9), CultureInfo.InvariantCulture) == 1)
                sums = new(sums.ConfirmedFen + reader.GetInt64(4), sums.ArrivedFen + arrived, sums.AllocatedFen + reader.GetInt64(5), sums.PaidFen + reader.GetInt64(6));
            funds.Add(View(reader, sums));
        }
        return funds;
    }

    private FundView View(DbDataReader reader, Sums sums)
    {
        var (county, source) = (reader.GetString(1), Terms.Find<FundSource>(reader.GetString(3))!.Value);
        var progress = sums.ArrivedFen == 0 ? (int?)null : (int)((Int128)sums.PaidFen * 10_000 / sums.ArrivedFen);
        return new(
            reader.GetString(0), county, RegionNames.Full(regions, county), (int)reader.GetInt64(2), Terms.Code(source), FundNames.Of(source), sums.ConfirmedFen, sums.ArrivedFen,
            sums.AllocatedFen, sums.PaidFen, Math.Min(sums.ConfirmedFen, sums.ArrivedFen) - sums.AllocatedFen, progress, reader.GetInt64(8));
    }

    private readonly record struct Sums(long ConfirmedFen, long ArrivedFen, long AllocatedFen, long PaidFen);
}
