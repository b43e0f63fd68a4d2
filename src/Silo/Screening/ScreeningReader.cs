using System.Globalization;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Monitoring;
using Revitalization.Domain.Audit;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Screening;
using Revitalization.Silo.Audit;
using Revitalization.Silo.Households;
using Revitalization.Silo.Policies;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Regions;
using Revitalization.Silo.Requests;
using Revitalization.Storage.Keyring;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Screening;

/// <summary>What the caller asks of a screening's households.</summary>
public sealed record ScreenedQuery(string County, string Screening, ScreeningReasons? Reason, string? Region, string[] After, int Limit);

/// <summary>Screenings and whom they flagged. Explanations are derived anew from figures and rules that are both fixed, so they never change.</summary>
public sealed class ScreeningReader(IGrainFactory grains, IRegistryDatabase database, IKeyring keyring, AuditTrail audit, ScreeningRun run)
{
    private const int NewestMax = 50;

    public async Task<ScreeningView?> Read(string county, string id, CancellationToken cancellation)
    {
        if (await grains.GetGrain<IScreeningGrain>(ScreeningIds.Key(county, id)).Read() is not { } state) return null;
        // The grain knows first; until the tables hold whom it flagged, the counts would be those of half a screening.
        var name = state.Name == "completed" && !await IsShown(county, id, cancellation) ? "running" : state.Name;
        var counts = name == "completed" ? await Counts(county, id, cancellation) : new Dictionary<ScreeningReasons, long>();
        return new(
            id, Terms.Code(state.Kind), state.Period.ToString(), name, state.Pack, state.Screened, state.Flagged, ScreeningTermsView.Counts(counts),
            state.RequestedAt.ToOffset(ChinaCalendar.Offset), state.EndedAt?.ToOffset(ChinaCalendar.Offset));
    }

    public async Task<Page<ScreeningView>> Newest(string county, CancellationToken cancellation)
    {
        var ids = await Ids(county, cancellation);
        var views = await Task.WhenAll(ids.Select(id => Read(county, id, cancellation)));
        return new([.. views.OfType<ScreeningView>()], null);
    }

    public async Task<Page<ScreenedHousehold>> Households(ScreenedQuery query, ScreeningState state, Sender by, CancellationToken cancellation)
    {
        var rows = await ScreenedRows.Find(database, query with { Limit = query.Limit + 1 }, by.Regions(), cancellation);
        var shown = rows.Count > query.Limit ? rows[..query.Limit] : rows;
        var plan = await run.PlanOf(query.County, state, cancellation);
        var names = await HeadNames.Of(shown.Select(row => row.Head), keyring, cancellation);
        await audit.Record(by.Account, new PersonalDataSearched("screening", query.Region ?? query.County, shown.Count), cancellation);
        var next = rows.Count > query.Limit ? Cursor.Write(shown[^1].Flagged.Village, shown[^1].Flagged.Household) : null;
        return new([.. shown.Select(row => Show(row, plan, names))], next);
    }

    private static ScreenedHousehold Show(ScreenedRows.Row row, ScreeningPlan plan, HeadNames names) => new(
        row.Flagged.Household, row.Flagged.Village, row.VillageName, names.Masked(row.Head), [.. ScreeningTermsView.Codes(row.Flagged.Reasons)],
        [.. ScreeningExplanations.Of(plan, row.Flagged).Select(because => PolicyViews.Of(plan.Pack, because))], row.Reported);

    private async Task<bool> IsShown(string county, string id, CancellationToken cancellation)
    {
        await using var connection = await database.OpenReader(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM screenings WHERE county=@county AND id=@id AND ended=1";
        command.Add("county", county);
        command.Add("id", id);
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture) > 0;
    }

    private async Task<Dictionary<ScreeningReasons, long>> Counts(string county, string id, CancellationToken cancellation)
    {
        await using var connection = await database.OpenReader(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT reasons, COUNT(*) FROM screened_households WHERE county=@county AND screening=@id GROUP BY reasons";
        command.Add("county", county);
        command.Add("id", id);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var counts = new Dictionary<ScreeningReasons, long>();
        while (await reader.ReadAsync(cancellation))
        {
            var (reasons, households) = ((ScreeningReasons)reader.GetInt64(0), Convert.ToInt64(reader.GetValue(1), CultureInfo.InvariantCulture));
            foreach (var (reason, _) in ScreeningTermsView.All.Where(each => reasons.HasFlag(each.Reason)))
                counts[reason] = counts.GetValueOrDefault(reason) + households;
        }
        return counts;
    }

    private async Task<List<string>> Ids(string county, CancellationToken cancellation)
    {
        await using var connection = await database.OpenReader(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"SELECT id FROM screenings WHERE county=@county ORDER BY seq DESC LIMIT {NewestMax}");
        command.Add("county", county);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<string>();
        while (await reader.ReadAsync(cancellation)) found.Add(reader.GetString(0));
        return found;
    }
}
