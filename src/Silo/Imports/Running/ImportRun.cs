using Revitalization.Contracts.Imports;
using Revitalization.Contracts.Refusals;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Imports;
using Revitalization.Silo.Imports.Columns;
using Revitalization.Silo.Imports.Files;
using Revitalization.Silo.Imports.Reading;

namespace Revitalization.Silo.Imports.Running;

/// <summary>
/// Reads one import's rows from its last checkpoint to its end. While batches are being committed the next one is read; a checkpoint
/// is written after the rows and errors it speaks of, so a stop at any moment loses nothing and repeats harmlessly.
/// </summary>
internal sealed class ImportRun(
    IGrainFactory grains, ImportFiles files, UploadedSheets sheets, RowSender sender, RefusalCatalog refusals, TimeProvider clock)
{
    private static readonly TimeSpan BetweenCheckpoints = TimeSpan.FromMilliseconds(700);

    public async Task Run(string id, CancellationToken cancellation)
    {
        var grain = grains.GetGrain<IImportGrain>(id);
        var import = await grain.Read();
        if (import.IsFinal || import.Received is not { } received || !files.HasUpload(id)) return;
        try
        {
            await Tell(id, new StartImport(clock.GetUtcNow()), $"start/{import.Version}");
            await Commit(id, import, received, cancellation);
        }
        catch (SheetRefusedException refused)
        {
            await Tell(id, new FailImport(RefusalCatalog.CodeOf(refused.Refusal), refused.Detail, clock.GetUtcNow()), "end");
        }
    }

    private async Task Commit(string id, Import import, ReceiveImport received, CancellationToken cancellation)
    {
        var headings = new CleaningTally();
        using var sheet = await sheets.Open(id, received, headings);
        using var errors = files.OpenErrors(id, import.Tally.ErrorBytes);
        var on = ChinaCalendar.DayOf(received.At);
        var context = new ImportContext(id, received.Kind, received.Region, received.UploadedBy, received.Role, Sheet(id, received.Kind), on);
        var progress = new Progress(new TallyBook(import.Tally), errors, headings, import.Tally.RowsRead == 0);
        await Commit(context, new RowReader(sheet, received.Kind), progress, import.Tally.Row, cancellation);
    }

    /// <summary>Payments rest on their vouchers' list itself where no better evidence is named.</summary>
    private string Sheet(string id, string kind)
    {
        if (kind != ImportKinds.Payments) return "";
        using var upload = files.OpenUpload(id);
        return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(upload));
    }

    private sealed record Progress(TallyBook Tally, ErrorFile Errors, CleaningTally Headings, bool FromTheStart);

    private async Task Commit(ImportContext import, RowReader reader, Progress progress, long settled, CancellationToken cancellation)
    {
        await sender.Begin(import, cancellation);
        reader.Skip(settled);
        // A batch on its way is seen to its end, so that what is committed is counted.
        await using var flight = new BatchFlight(batch => sender.Send(batch, import, CancellationToken.None));
        try
        {
            if (await Commit(import, reader, progress, flight, cancellation))
            {
                await SettleAll(import, flight, progress); // Cancelled elsewhere.
                return;
            }
        }
        catch (Exception stop) when (stop is SheetRefusedException or OperationCanceledException)
        {
            await SettleAll(import, flight, progress);
            throw;
        }
        progress.Errors.Flush();
        await Tell(import.Id, new CompleteImport(progress.Tally.At(progress.Errors.Length), clock.GetUtcNow()), "end");
    }

    /// <summary>True when the import is over meanwhile.</summary>
    private async Task<bool> Commit(ImportContext import, RowReader reader, Progress progress, BatchFlight flight, CancellationToken cancellation)
    {
        var checkpoint = clock.GetTimestamp();
        var batch = reader.Read();
        if (progress.FromTheStart) batch.Cleanings.Add(progress.Headings);
        while (batch.Rows.Count > 0 || !flight.IsEmpty)
        {
            cancellation.ThrowIfCancellationRequested();
            if (batch.Rows.Count > 0 && flight.Takes(batch))
            {
                flight.Start(batch);
                batch = reader.Read();
                continue;
            }
            Settle(await flight.Land(), progress);
            if (clock.GetElapsedTime(checkpoint) < BetweenCheckpoints) continue;
            checkpoint = clock.GetTimestamp();
            if (await Advance(import.Id, progress)) return true;
        }
        return false;
    }

    private async Task SettleAll(ImportContext import, BatchFlight flight, Progress progress)
    {
        while (!flight.IsEmpty) Settle(await flight.Land(), progress);
        await Advance(import.Id, progress);
    }

    private void Settle(RowBatch batch, Progress progress)
    {
        progress.Tally.Add(batch);
        progress.Errors.Append(new ErrorLines(refusals).Of(batch));
    }

    /// <summary>True when the import is over meanwhile.</summary>
    private async Task<bool> Advance(string id, Progress progress)
    {
        progress.Errors.Flush();
        var tally = progress.Tally.At(progress.Errors.Length);
        await Tell(id, new AdvanceImport(tally), FormattableString.Invariant($"row/{tally.Row}/{tally.ErrorBytes}"));
        return (await grains.GetGrain<IImportGrain>(id).Read()).IsFinal;
    }

    private Task<CommandReply> Tell(string id, ImportCommand command, string what) => grains.GetGrain<IImportGrain>(id)
        .Handle(command, new CommandContext($"import/{id}/{what}", what, "import-runner"));
}
