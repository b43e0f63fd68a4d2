namespace Revitalization.Bench.Storage;

/// <summary>What the raw database is made to write for each command it is compared with.</summary>
internal enum RawRows
{
    /// <summary>One row of a table without a second key: the least any database can do with an event.</summary>
    EventAlone,

    /// <summary>
    /// What a command must leave behind to be safe to repeat, in any design: the event, its place in its stream (unique), and the
    /// command's id with its outcome. The same rows as ours, so what is left over is what the platform costs.
    /// </summary>
    AsACommandLeaves,
}
