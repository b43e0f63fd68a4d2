namespace Revitalization.Storage;

/// <summary>
/// The world failed (disk, database, network). For a write the outcome is unknown: forget what you know and reload;
/// <see cref="EventLog.IEventLog.FindCommand"/> then tells what became of the command.
/// </summary>
public sealed class StorageFaultException(string message, Exception? cause = null) : Exception(message, cause);
