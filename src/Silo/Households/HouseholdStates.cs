using System.Globalization;
using Revitalization.Domain.Events;
using Revitalization.Domain.Households;
using Revitalization.Domain.Indicators;
using Revitalization.Silo.Projections;

namespace Revitalization.Silo.Households;

/// <summary>What the register projection keeps of a household between batches.</summary>
/// <param name="Monitoring">Null where it never had a file.</param>
/// <param name="Counted">The contribution last added to the roll-ups.</param>
internal sealed record HouseholdState(Household Household, MonitoringRecord? Monitoring, byte[] Counted)
{
    public static readonly HouseholdState Empty = new(Household.Empty, null, []);

    public IEnumerable<string> Counties() => Household.Villages.Select(stay => CountyPackDays.CountyOf(stay.Value.Village)).Distinct(StringComparer.Ordinal);

    public IReadOnlyList<ContributionEntry> Contribution(CountyPackDays packs)
    {
        var entries = HouseholdContribution.Of(Household);
        return Monitoring is null ? entries : [.. entries, .. MonitoringContribution.Of(Monitoring, Household, packs)];
    }
}

internal static class HouseholdStates
{
    private const int HouseholdsPerPage = 2_000;

    public static async Task<Dictionary<string, HouseholdState>> Find(IReadOnlyCollection<string> households, ProjectionBatch batch, CancellationToken cancellation)
    {
        var found = await batch.Find(
            "household, schema_version, state, contribution, monitoring", "household_states", "household", households,
            reader => (Id: reader.GetString(0), Version: reader.GetValue(1), State: (byte[])reader.GetValue(2), Counted: (byte[])reader.GetValue(3),
                Monitoring: reader.IsDBNull(4) ? null : (byte[])reader.GetValue(4)),
            cancellation);
        return found.ToDictionary(
            row => row.Id, row => new HouseholdState(Read(row.Version, row.State), row.Monitoring is { } file ? Snapshots.MonitoringRecord.Read(file) : null, row.Counted),
            StringComparer.Ordinal);
    }

    /// <summary>Households with a file that live or lived in the county, in order of their id.</summary>
    public static async Task<List<string>> Monitored(string county, string after, ProjectionBatch batch, CancellationToken cancellation)
    {
        await using var command = batch.Command(string.Create(CultureInfo.InvariantCulture, $"""
            SELECT household FROM {batch.Table("household_states")} WHERE counties LIKE @county AND household > @after ORDER BY household LIMIT {HouseholdsPerPage}
            """));
        command.Add("county", $"%{county}%");
        command.Add("after", after);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<string>();
        while (await reader.ReadAsync(cancellation)) found.Add(reader.GetString(0));
        return found;
    }

    private static Household Read(object version, byte[] state) =>
        Convert.ToInt32(version, CultureInfo.InvariantCulture) == Snapshots.Household.SchemaVersion
            ? Snapshots.Household.Read(state)
            : throw new InvalidOperationException("Stored households have another shape: raise the projection's schema version.");
}
