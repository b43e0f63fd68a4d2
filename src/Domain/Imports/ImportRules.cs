using System.Diagnostics;
using Revitalization.Contracts.Imports;
using Revitalization.Domain.Commands;

namespace Revitalization.Domain.Imports;

public static class ImportRules
{
    public static Decision<ImportEvent> Decide(Import import, ImportCommand command) => command switch
    {
        ReceiveImport receive => Receive(import, receive),
        _ when import.Received is null => ImportRefusal.ImportUnknown.On(),
        DeleteImportFiles delete => import.FilesDeleted ? Decision<ImportEvent>.Nothing : new ImportFilesDeleted(delete.At),
        CancelImport cancel => Cancel(import, cancel),
        ResumeImport resume => Resume(import, resume),
        // Rows that were on their way when it was cancelled are committed: they are counted too.
        AdvanceImport advance when import.State == ImportStates.Cancelled => Advance(import, advance),
        _ when import.IsFinal => ImportRefusal.AlreadyFinished.On(),
        StartImport start => new ImportStarted(start.At),
        AdvanceImport advance => Advance(import, advance),
        CompleteImport complete => new ImportCompleted(complete.Tally, complete.At),
        InterruptImport interrupt => new ImportInterrupted(interrupt.At),
        FailImport fail => new ImportFailed(fail.Code, fail.Detail, fail.At),
        _ => throw new UnreachableException($"No import rule for {command.GetType().Name}."),
    };

    private static Decision<ImportEvent> Receive(Import import, ReceiveImport receive)
    {
        if (import.Received is not null) return Decision<ImportEvent>.Nothing; // The upload was sent again.
        return new ImportReceived(
            receive.Kind, receive.Region, receive.Source, receive.Format, receive.Encoding, receive.Bytes, receive.UploadedBy, receive.Role,
            receive.Scopes, receive.At, receive.DeleteFilesOn, receive.UnknownColumns, receive.Mapping);
    }

    private static Decision<ImportEvent> Advance(Import import, AdvanceImport advance) =>
        advance.Tally == import.Tally ? Decision<ImportEvent>.Nothing : new ImportAdvanced(advance.Tally);

    private static Decision<ImportEvent> Resume(Import import, ResumeImport resume)
    {
        if (!import.IsFinal) return Decision<ImportEvent>.Nothing;
        if (!ImportStates.IsResumable(import.State)) return ImportRefusal.NotCancelled.On();
        return import.FilesDeleted ? ImportRefusal.FilesDeleted.On() : new ImportResumed(resume.At);
    }

    private static Decision<ImportEvent> Cancel(Import import, CancelImport cancel)
    {
        if (import.State == ImportStates.Cancelled) return Decision<ImportEvent>.Nothing;
        return import.IsFinal ? ImportRefusal.AlreadyFinished.On() : new ImportCancelled(cancel.At);
    }
}
