using Revitalization.Domain.Commands;
using Revitalization.Domain.Events;
using Revitalization.Domain.Households;
using Revitalization.Domain.Villages;
using Revitalization.Silo.Households;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Reactors;
using Revitalization.Storage.EventLog;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Villages;

/// <summary>
/// A village merged into another takes its households along (并村): each is told that its village was reformed, which is no move.
/// Of a village that was split only people know which household went where.
/// </summary>
public sealed class VillageReactor(IGrainFactory grains, IRegistryDatabase database, ProjectionService projections) : IReactor
{
    private const int HouseholdsPerPage = 500;

    public string Name => "village";

    public bool Wants(StoredEvent stored) => stored.Type == "village.dissolved";

    public async Task<IReadOnlyList<Refused>> React(StoredEvent stored, CancellationToken cancellation)
    {
        var dissolved = (VillageDissolved)EventCatalog.Read<VillageEvent>(stored.Type, stored.SchemaVersion, stored.Data);
        if (dissolved.Successors is not [var successor]) return [];
        if (!await projections.WaitFor(stored.Seq, TimeSpan.FromMinutes(1), cancellation, RegisterProjection.ProjectionName))
            throw new TimeoutException("The register does not show the village's households yet.");

        var refused = new List<Refused>();
        var (village, after) = (stored.Stream["village/".Length..], "");
        while (await Households(village, after, cancellation) is { Count: > 0 } page)
        {
            var change = new ChangeVillage(dissolved.On, successor, VillageChange.Reformed);
            var replies = await Task.WhenAll(page.Select(id =>
                grains.GetGrain<IHouseholdGrain>(id).Handle(change, this.Context(stored, id), within: null)));
            refused.AddRange(replies.Select(reply => reply.Refusal).OfType<Refused>());
            after = page[^1];
        }
        return [.. refused.Distinct()];
    }

    private async Task<List<string>> Households(string village, string after, CancellationToken cancellation)
    {
        await using var connection = await database.OpenReader(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT household FROM households WHERE village_code=@village AND household > @after AND active=1 ORDER BY household LIMIT @limit
            """;
        command.Add("village", village);
        command.Add("after", after);
        command.Add("limit", (long)HouseholdsPerPage);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<string>();
        while (await reader.ReadAsync(cancellation)) found.Add(reader.GetString(0));
        return found;
    }
}
