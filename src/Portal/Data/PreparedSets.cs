using System.IO.Compression;
using System.IO.Pipelines;
using Microsoft.Data.Sqlite;
using Revitalization.Portal.OData.Http;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.OData.Requests;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Data;

/// <summary>
/// Writes every set of the newest release to disk once, behind the service, so that a thousand downloads read files and
/// not the database. What is missing is made; what cannot be made, or would not fit, is streamed as before.
/// </summary>
internal sealed partial class PreparedSets(
    ReplicaStore store, SetDownload download, PreparedFiles files, PortalOptions options, TimeProvider clock, ILogger<PreparedSets> log) : BackgroundService
{
    private readonly HashSet<string> _givenUp = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _one = new(1, 1); // Not disposed: a preparation that is being stopped still gives it back.

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.PreparedBytes == 0) return;
        using var timer = new PeriodicTimer(options.PollInterval, clock);
        // Not while the service starts: the first reader comes first.
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Task.Run(() => Prepare(stoppingToken), stoppingToken);
            }
            catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
            {
                TryAgain(log, failed.Message); // A folder that cannot be cleared now; downloads are streamed meanwhile.
            }
        }
    }

    /// <summary>Completes when all that can be prepared of the newest release is.</summary>
    internal async Task Prepare(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            await Missing(cancellation);
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task Missing(CancellationToken cancellation)
    {
        var state = store.State;
        if (state.Current is not { Number: var newest }) return;
        ForgetAllBut(files.Folder(newest, state));
        foreach (var set in Disclosure.InOrder)
        {
            foreach (var (ending, format) in DownloadFormats.Prepared)
                await Missing(newest, state, new PreparedSet(set, ending, format), cancellation);
        }
    }

    private async Task Missing(int release, ReplicaState state, PreparedSet file, CancellationToken cancellation)
    {
        var path = files.Plain(release, state, file);
        if (File.Exists(path) || _givenUp.Contains(path)) return;
        try
        {
            if (Used(files.Folder(release, state)) > options.PreparedBytes) throw new IOException($"the prepared sets take more than {options.PreparedBytes} bytes");
            await Write(release, file, path, cancellation);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or SqliteException or QueryFaultException)
        {
            _givenUp.Add(path);
            NotPrepared(log, file.Set.Name + file.Ending, release, failed.Message);
        }
    }

    // The plain file takes its place last: where it stands, the others do.
    private async Task Write(int release, PreparedSet file, string path, CancellationToken cancellation)
    {
        var made = path + ".new";
        await using (var plain = File.Create(made))
        {
            var output = PipeWriter.Create(plain, new StreamPipeWriterOptions(leaveOpen: true));
            await download.Write(file.Set, file.Format, release, output, cancellation);
            await output.CompleteAsync();
            plain.Flush(flushToDisk: true);
        }
        foreach (var (encoding, ending) in AcceptedEncoding.All)
        {
            await Compress(made, path + ending + ".new", encoding, cancellation);
            File.Move(path + ending + ".new", path + ending, overwrite: true);
        }
        File.Move(made, path, overwrite: true);
    }

    private static async Task Compress(string from, string to, string encoding, CancellationToken cancellation)
    {
        await using var source = File.OpenRead(from);
        await using var target = File.Create(to);
        await using (Stream packed = encoding == "br" ? new BrotliStream(target, CompressionLevel.Optimal, leaveOpen: true) : new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true))
            await source.CopyToAsync(packed, cancellation);
        target.Flush(flushToDisk: true);
    }

    private static long Used(string folder) => new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    // Older releases, and what another build made.
    private void ForgetAllBut(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var other in Directory.GetDirectories(store.Files.Prepared).Where(other => other != folder)) Directory.Delete(other, recursive: true);
    }

    [LoggerMessage(2, LogLevel.Warning, "Sets could not be prepared and are tried again: {Reason}.")]
    private static partial void TryAgain(ILogger log, string reason);

    [LoggerMessage(1, LogLevel.Warning, "{File} of release {Release} is not prepared and will be streamed: {Reason}.")]
    private static partial void NotPrepared(ILogger log, string file, int release, string reason);
}
