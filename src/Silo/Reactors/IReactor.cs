using Revitalization.Domain.Commands;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Reactors;

/// <summary>
/// Carries a decision of one grain to another (反应器): a subscriber of the log that sends commands whose ids derive from the
/// event's, so that it may be killed and run again.
/// </summary>
public interface IReactor
{
    /// <summary>Part of the ids of its commands: never rename one.</summary>
    string Name { get; }

    bool Wants(StoredEvent stored);

    /// <summary>
    /// What follows from one stream does not hang on what follows from another: their events are then answered side by side. A reactor to which the
    /// order of the whole log matters leaves it so.
    /// </summary>
    bool StreamsAreIndependent => false;

    /// <summary>Sends what follows from the event; the replies that refused. A refusal is kept for people to see, a fault is retried.</summary>
    Task<IReadOnlyList<Refused>> React(StoredEvent stored, CancellationToken cancellation);
}

public static class ReactorCommands
{
    /// <summary>The context of the command that follows from this event for this target.</summary>
    public static CommandContext Context(this IReactor reactor, StoredEvent cause, string target)
    {
        var id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"reactor/{reactor.Name}/{cause.Seq}/{target}");
        return new(id, "derived", $"reactor:{reactor.Name}");
    }
}
