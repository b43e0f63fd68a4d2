using Revitalization.Domain.Calendar;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Imports;
using Revitalization.Silo.Imports.Files;

namespace Revitalization.Silo.Imports.Running;

/// <summary>Deletes uploaded files and error files when their days are over (到期删除), and keys first.</summary>
public sealed class ImportSweep(IGrainFactory grains, ImportFiles files, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, clock);
        do await Sweep(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

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
