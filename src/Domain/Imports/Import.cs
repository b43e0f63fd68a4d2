using System.Diagnostics;
using System.Text.Json.Serialization;
using Revitalization.Contracts.Imports;
using Revitalization.Contracts.Refusals;

namespace Revitalization.Domain.Imports;

/// <summary>One import as its events tell it.</summary>
[GenerateSerializer, Immutable, Alias("import")]
public sealed record Import(
    [property: Id(0)] long Version, [property: Id(1)] ReceiveImport? Received, [property: Id(2)] string State, [property: Id(3)] ImportTally Tally,
    [property: Id(4)] long RowsAtStart, [property: Id(5)] DateTimeOffset? StartedAt, [property: Id(6)] DateTimeOffset? FinishedAt,
    [property: Id(7)] string? ProblemCode, [property: Id(8)] string? ProblemDetail, [property: Id(9)] bool FilesDeleted)
{
    public static readonly Import Empty = new(0, null, "", ImportTally.Zero, 0, null, null, null, null, false);

    private static readonly string Interrupted = RefusalCatalog.CodeOf(ImportRefusal.Interrupted);

    [JsonIgnore]
    public bool IsFinal => ImportStates.IsFinal(State);

    public static Import Evolve(Import import, ImportEvent happened)
    {
        var after = happened switch
        {
            ImportReceived e => import with { Received = Of(e), State = ImportStates.Received },
            ImportStarted e => import with { State = ImportStates.Running, StartedAt = e.At, RowsAtStart = import.Tally.RowsRead },
            ImportAdvanced e => import with { Tally = e.Tally },
            ImportCompleted e => import with { Tally = e.Tally, State = ImportStates.Completed, FinishedAt = e.At },
            ImportCancelled e => import with { State = ImportStates.Cancelled, FinishedAt = e.At },
            ImportInterrupted e => import with { State = ImportStates.Interrupted, FinishedAt = e.At, ProblemCode = Interrupted },
            ImportResumed => import with { State = ImportStates.Received, FinishedAt = null, ProblemCode = null },
            ImportFailed e => import with { State = ImportStates.Failed, FinishedAt = e.At, ProblemCode = e.Code, ProblemDetail = e.Detail },
            ImportFilesDeleted => import with { FilesDeleted = true },
            _ => throw new UnreachableException($"An import was never taught {happened.GetType().Name}."),
        };
        return after with { Version = import.Version + 1 };
    }

    private static ReceiveImport Of(ImportReceived e) => new(
        e.Kind, e.Region, e.Source, e.Format, e.Encoding, e.Bytes, e.UploadedBy, e.Role, e.Scopes, e.UploadedAt, e.DeleteFilesOn, e.UnknownColumns, e.Mapping);
}
