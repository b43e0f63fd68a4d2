using Revitalization.Domain.Events;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Grains;

/// <summary>Reads a state from its own stream, for pages that show one thing: what was acknowledged is there, with no projection to wait for.</summary>
public static class StreamReading
{
    private const int EventsPerRead = 1000;

    public static async Task<TState> Fold<TState, TEvent>(
        this IEventLog log, string stream, TState empty, Func<TState, TEvent, TState> evolve, CancellationToken cancellation) where TEvent : class
    {
        var (state, version) = (empty, 0L);
        while (true)
        {
            var page = await log.ReadStream(stream, version, EventsPerRead, cancellation);
            foreach (var stored in page) state = evolve(state, EventCatalog.Read<TEvent>(stored.Type, stored.SchemaVersion, stored.Data));
            if (page.Count < EventsPerRead) return state;
            version = page[^1].Version;
        }
    }
}
