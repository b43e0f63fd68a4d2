using Revitalization.Domain.Audit;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Events;
using Revitalization.Silo.Households;
using Revitalization.Silo.Reactors;
using Revitalization.Storage;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Monitoring.Evidence;

/// <summary>
/// With a person's lawful erasure (依法删除) goes the evidence of every household the person stands in: pictures show who is at home, and
/// nobody can tell which. What came in later stays.
/// </summary>
public sealed class EvidenceErasure(EvidenceFiles files, PersonHouseholds households) : IReactor
{
    public string Name => "evidence-erasure";

    public bool Wants(StoredEvent stored) => stored.Type == "audit.person-erased";

    public async Task<IReadOnlyList<Refused>> React(StoredEvent stored, CancellationToken cancellation)
    {
        var erased = EventCatalog.Read<PersonErased>(stored.Type, stored.SchemaVersion, stored.Data);
        foreach (var household in await households.Of(erased.Household, erased.Person, cancellation)) files.Erase(household, stored.At);
        return [];
    }
}

/// <summary>Once at the start: what a kill in the middle of an erasure or of an upload has left behind goes.</summary>
public sealed partial class EvidenceSweep(EvidenceFiles files, ILogger<EvidenceSweep> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(Sweep, stoppingToken);

    private void Sweep()
    {
        try
        {
            var removed = files.Sweep();
            if (removed > 0) Swept(logger, removed);
        }
        catch (IOException failed)
        {
            SweptLater(logger, failed); // Without its key nothing of it can be read meanwhile.
        }
    }

    [LoggerMessage(LogLevel.Information, "Removed {Removed} files of evidence whose key is gone or whose upload never ended.")]
    private static partial void Swept(ILogger logger, int removed);

    [LoggerMessage(LogLevel.Warning, "Leftovers of evidence could not be removed; the next start tries again.")]
    private static partial void SweptLater(ILogger logger, Exception failed);
}
