using Revitalization.Domain.Calendar;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Imports;
using Revitalization.Silo.Imports.Files;
using Revitalization.Storage;

namespace Revitalization.Silo.Imports.Running;

/// <summary>Deletes uploaded files and error files when their days are over (到期删除), and keys first.</summary>
public sealed partial class ImportSweep(IGrainFactory grains, ImportFiles files, TimeProvider clock, ILogger<ImportSweep> logger) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, clock);
        do await TrySweep(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // A background service that throws stops the whole service, and nothing here is worth that.
    private async Task TrySweep(CancellationToken cancellation)
    {
        try
        {
            await Sweep(cancellation);
        }
        catch (Exception failed) when (failed is StorageFaultException or TimeoutException or IOException or UnauthorizedAccessException)
        {
            NextTime(logger, failed);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Import files whose days are over could not be deleted; it is tried again within the hour.")]
    private static partial void NextTime(ILogger logger, Exception failed);

    public async Task Sweep(CancellationToken cancellation)
    {
        var today = clock.ChinaToday();
        foreach (var id in files.All().ToList())
        {
            cancellation.ThrowIfCancellationRequested();
            var grain = grains.GetGrain<IImportGrain>(id);
            if ((await grain.Read()).Received is not { } received || received.DeleteFilesOn >= today) continue;
            files.Delete(id);
            await grain.Handle(new DeleteImportFiles(clock.GetUtcNow()), new CommandContext($"import/{id}/files-deleted", "files-deleted", "import-sweep"));
        }
    }
}
