using Revitalization.Domain.Commands;
using Revitalization.Domain.Imports;
using Revitalization.Silo.Imports.Files;
using Revitalization.Silo.Outages;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Imports.Running;

/// <summary>
/// Runs imports one after another in the background: two at once would only take turns at the log's one writer. At its start it
/// takes up those that a stop or a kill has left unfinished. While the database is away it waits, since nothing else could go in
/// either; an import that meets a fault of ours again and again is interrupted, so that whoever sent it sees it and the next goes on.
/// </summary>
internal sealed partial class ImportRunner(
    ImportQueue queue, ImportRun run, ImportFiles files, IGrainFactory grains, IEventLog log, TimeProvider clock, ILogger<ImportRunner> logger) : BackgroundService
{
    private readonly OutageLog _outage = new(logger, clock, "Imports");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Whoever is finished is passed over by the run itself; the grain knows, and no list can be out of date.
        foreach (var import in files.All().Where(files.HasUpload)) queue.Add(import);
        await foreach (var import in queue.Take(stoppingToken)) await RunOne(import, stoppingToken);
    }

    private async Task RunOne(string import, CancellationToken stopping)
    {
        var switched = queue.Begin(import, stopping);
        var attempts = new Attempts();
        try
        {
            while (!await Tried(import, attempts, switched.Token)) await Task.Delay(attempts.Wait, clock, switched.Token);
            _outage.Answered();
        }
        catch (Exception) when (switched.IsCancellationRequested)
        {
            // Cancelled by a person, or the service stops, whatever failed on the way: the next start, or whoever resumes it, takes it up.
        }
        finally
        {
            queue.End(import);
        }
    }

    /// <summary>False when it is worth another try from the last checkpoint.</summary>
    private async Task<bool> Tried(string import, Attempts attempts, CancellationToken cancellation)
    {
        try
        {
            await run.Run(import, cancellation);
            return true;
        }
        catch (Exception failed) when (!cancellation.IsCancellationRequested)
        {
            // Any failure: one import that meets a fault of ours must not keep the others of the county waiting.
            return await GaveUp(import, attempts, failed, cancellation);
        }
    }

    private async Task<bool> GaveUp(string import, Attempts attempts, Exception failed, CancellationToken cancellation)
    {
        try
        {
            await log.Head(cancellation);
            var standing = await grains.GetGrain<IImportGrain>(import).Read();
            _outage.Answered();
            if (attempts.GoOn(standing.Tally.Row))
            {
                Retrying(logger, failed, import, attempts.Wait);
                return false;
            }
            Broken(logger, failed, import);
            await Interrupt(import, standing.Version);
            return true;
        }
        catch (Exception away) when (WorldFailures.IsOf(away))
        {
            _outage.Failed(away);
            attempts.GoOn(null);
            return false;
        }
        catch (Exception untold) when (!cancellation.IsCancellationRequested)
        {
            Unreadable(logger, untold, import); // Not even its own stream can be read: the log's line is all that can be said.
            return true;
        }
    }

    private Task<CommandReply> Interrupt(string import, long version) => grains.GetGrain<IImportGrain>(import).Handle(
        new InterruptImport(clock.GetUtcNow()),
        new CommandContext(FormattableString.Invariant($"import/{import}/interrupt/{version}"), "interrupt", "import-runner"));

    [LoggerMessage(LogLevel.Warning, "Import {Import} failed and goes on from its checkpoint after {Wait}.")]
    private static partial void Retrying(ILogger logger, Exception failed, string import, TimeSpan wait);

    [LoggerMessage(LogLevel.Error, "Import {Import} met a fault and its own stream cannot be read; it stays as it is until the next start.")]
    private static partial void Unreadable(ILogger logger, Exception untold, string import);

    [LoggerMessage(LogLevel.Error, "Import {Import} met the same fault again and again and is interrupted; it can be resumed.")]
    private static partial void Broken(ILogger logger, Exception failed, string import);
}
