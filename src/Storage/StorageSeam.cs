namespace Revitalization.Storage;

/// <summary>Where an adapter touches its database.</summary>
internal enum StorageCall { Connect, Begin, Query, Write, Commit, Checkpoint }

/// <summary>
/// The one place every database call passes, before it is made and after it succeeded. Tests make any call in turn
/// fail here, before (it never happened) or after (it happened and the answer was lost).
/// </summary>
internal class StorageSeam
{
    public static readonly StorageSeam None = new();

    public virtual void Before(StorageCall call)
    {
    }

    public virtual void After(StorageCall call)
    {
    }
}
