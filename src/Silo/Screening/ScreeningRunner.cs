using System.Data.Common;
using System.Threading.Channels;
using Orleans.Runtime;
using Revitalization.Silo.Projections;
using Revitalization.Storage;
using Revitalization.Storage.EventLog;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Screening;

/// <summary>
/// Runs screenings one after another in the background; at its start it takes up those that a stop or a kill has left unfinished.
/// </summary>
public sealed partial class ScreeningRunner(
    ScreeningRun run, IRegistryDatabase database, IEventLog log, ProjectionService projections, IGrainFactory grains, ILogger<ScreeningRunner> logger) : BackgroundService
{
    private const int WaitingMax = 50;
    private const int Attempts = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan BeforeRetry = TimeSpan.FromSeconds(2);

    private readonly Channel<string> _waiting = Channel.CreateBounded<string>(new BoundedChannelOptions(WaitingMax) { FullMode = BoundedChannelFullMode.Wait });

    public bool HasRoom => _waiting.Reader.Count < WaitingMax;

    /// <summary>What finds no room by a hair is taken up at the next start, or when it is asked for again.</summary>
    public void Add(string key) => _waiting.Writer.TryWrite(key);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // The list of unfinished ones must show the last request before the stop.
            await projections.WaitFor(await log.Head(stoppingToken), Patience, stoppingToken, ScreeningProjection.ProjectionName);
            foreach (var key in await Unfinished(stoppingToken)) await RunOne(key, stoppingToken);
            await foreach (var key in _waiting.Reader.ReadAllAsync(stoppingToken)) await RunOne(key, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next start takes up what is unfinished.
        }
    }

    private async Task RunOne(string key, CancellationToken stopping)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            try
            {
                await run.Run(key, stopping);
                return;
            }
            catch (Exception failed) when (failed is DbException or StorageFaultException or TimeoutException or IOException or OrleansException)
            {
                Retrying(logger, failed, key, attempt);
                await Task.Delay(BeforeRetry, stopping);
            }
            catch (Exception unexpected) when (unexpected is not OperationCanceledException)
            {
                // One screening that meets a fault of ours must not keep the others waiting; it ends as failed.
                Broken(logger, unexpected, key);
                break;
            }
        }
        await GiveUp(key);
    }

    private async Task GiveUp(string key)
    {
        var grain = grains.GetGrain<IScreeningGrain>(key);
        if (await grain.Read() is not { EndedAt: null } asked) return;
        var id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"screening/{key}/run/{asked.Run}/fail");
        await grain.Handle(new Domain.Screening.FailScreening(asked.Run, "筛查多次未能完成,请另做一次筛查。"), new(id, "derived", "screening"));
    }

    private async Task<List<string>> Unfinished(CancellationToken cancellation)
    {
        await using var connection = await database.OpenReader(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT county, id FROM screenings WHERE ended=0 ORDER BY seq LIMIT 1000";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<string>();
        while (await reader.ReadAsync(cancellation)) found.Add(ScreeningIds.Key(reader.GetString(0), reader.GetString(1)));
        return found;
    }

    [LoggerMessage(LogLevel.Warning, "Screening {Key} failed at attempt {Attempt} and begins anew.")]
    private static partial void Retrying(ILogger logger, Exception failed, string key, int attempt);

    [LoggerMessage(LogLevel.Error, "Screening {Key} met a fault and ends as failed.")]
    private static partial void Broken(ILogger logger, Exception failed, string key);
}
