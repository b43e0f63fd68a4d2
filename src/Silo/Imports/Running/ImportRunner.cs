using Revitalization.Silo.Imports.Files;
using Revitalization.Storage;

namespace Revitalization.Silo.Imports.Running;

/// <summary>
/// Runs imports one after another in the background: two at once would only take turns at the log's one writer. At its start it
/// takes up those that a stop or a kill has left unfinished.
/// </summary>
internal sealed partial class ImportRunner(ImportQueue queue, ImportRun run, ImportFiles files, ILogger<ImportRunner> logger) : BackgroundService
{
    private const int Attempts = 20;
    private static readonly TimeSpan BeforeRetry = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Whoever is finished is passed over by the run itself; the grain knows, and no list can be out of date.
        foreach (var import in files.All().Where(files.HasUpload)) queue.Add(import);
        await foreach (var import in queue.Take(stoppingToken)) await RunOne(import, stoppingToken);
    }

    private async Task RunOne(string import, CancellationToken stopping)
    {
        var switched = queue.Begin(import, stopping);
        try
        {
            for (var attempt = 1; attempt <= Attempts && !await Tried(import, attempt, switched.Token); attempt++)
            {
                await Task.Delay(BeforeRetry, stopping);
            }
        }
        finally
        {
            queue.End(import);
        }
    }

    /// <summary>False when the world failed and it is worth another try from the last checkpoint.</summary>
    private async Task<bool> Tried(string import, int attempt, CancellationToken cancellation)
    {
        try
        {
            await run.Run(import, cancellation);
            return true;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return true; // Cancelled by a person, or the service stops: the next start takes it up.
        }
        catch (Exception failed) when (failed is StorageFaultException or TimeoutException or IOException)
        {
            Retrying(logger, failed, import, attempt);
            return false;
        }
        catch (Exception unexpected)
        {
            // One import that meets a fault of ours must not keep the others of the county waiting.
            Broken(logger, unexpected, import);
            return true;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Import {Import} failed at attempt {Attempt} and goes on from its checkpoint.")]
    private static partial void Retrying(ILogger logger, Exception failed, string import, int attempt);

    [LoggerMessage(LogLevel.Error, "Import {Import} met a fault; it stays unfinished until the next start.")]
    private static partial void Broken(ILogger logger, Exception failed, string import);
}
