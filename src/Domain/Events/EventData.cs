namespace Revitalization.Domain.Events;

/// <summary>An event as it is stored.</summary>
/// <param name="Type">Public name, such as <c>household.registered</c>.</param>
/// <param name="Data">UTF-8 JSON.</param>
public readonly record struct EventData(string Type, int SchemaVersion, ReadOnlyMemory<byte> Data);

/// <summary>A stored event that this product cannot read: an unknown name, a newer version, or broken data. Never skipped.</summary>
public sealed class EventUnreadableException : Exception
{
    public EventUnreadableException() { }

    public EventUnreadableException(string message) : base(message) { }

    public EventUnreadableException(string message, Exception inner) : base(message, inner) { }
}
