using Revitalization.Silo.Outages;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Policies;

/// <summary>Tells the policy book what was adopted before this process began, and what other processes record meanwhile.</summary>
public sealed class PolicyFollower(PolicyBook policies, IRegistryDatabase database, TimeProvider clock, ILogger<PolicyFollower> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await Follow(cancellationToken); // Nothing may be decided by rules that a county has replaced.
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var outage = new OutageLog(logger, clock, "Who follows the counties' adopted rules"); // The known ones hold meanwhile.
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Follow(stoppingToken);
                outage.Answered();
            }
            catch (Exception failed) when (WorldFailures.IsOf(failed))
            {
                outage.Failed(failed);
            }
        }
    }

    private async Task Follow(CancellationToken cancellation)
    {
        foreach (var (county, version) in await Streams(cancellation)) await policies.Ensure(county, version, cancellation);
    }

    private async Task<List<(string County, long Version)>> Streams(CancellationToken cancellation)
    {
        await using var connection = await database.OpenReader(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT county, version FROM adoption_streams";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<(string, long)>();
        while (await reader.ReadAsync(cancellation)) found.Add((reader.GetString(0), AdoptionProjection.Version(reader.GetValue(1))));
        return found;
    }
}
