using Revitalization.Conformance.Tests.Storage.Harness;

namespace Revitalization.Conformance.Tests.Storage;

/// <summary>A silo killed while many commands are under way, again and again on the same log.</summary>
public abstract class CrashConformance(Func<Task<StorageLab>> newLab)
{
    private const int Kills = 4;

    // What a village was told is recorded, is recorded; what it was not told is there whole or not at all.
    [Fact]
    public async Task Killed_in_mid_append_nothing_acknowledged_is_lost_and_nothing_applied_twice()
    {
        await using var lab = await newLab();
        var acknowledged = new List<string>();
        for (var kill = 1; kill <= Kills; kill++) acknowledged.AddRange(await WriteAndKill(lab, afterCommands: 97 * kill));

        var events = await LogInvariants.Check((await lab.Open()).Events);

        var recorded = events.Select(e => e.CommandId).ToHashSet();
        acknowledged.ShouldAllBe(id => recorded.Contains(id));
        events.Count.ShouldBe(recorded.Count);
    }

    private static async Task<List<string>> WriteAndKill(StorageLab lab, int afterCommands)
    {
        using var writer = WriterProcess.Start(lab, writers: 32, commands: 0);
        var acknowledged = await writer.Acknowledged(afterCommands);
        writer.Kill();
        acknowledged.AddRange(await writer.Acknowledged()); // Said before the kill, read after it.
        var (_, error) = await writer.Ended();
        acknowledged.Count.ShouldBeGreaterThanOrEqualTo(afterCommands, error);
        return acknowledged;
    }
}
