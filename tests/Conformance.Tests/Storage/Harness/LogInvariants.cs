using Revitalization.Storage.EventLog;

namespace Revitalization.Conformance.Tests.Storage.Harness;

/// <summary>What must hold of a log after anything at all happened to it.</summary>
internal static class LogInvariants
{
    public static async Task<List<StoredEvent>> ReadAll(IEventLog log)
    {
        var all = new List<StoredEvent>();
        while (await log.Read(all.LastOrDefault()?.Seq ?? 0, 500) is { Count: > 0 } page) all.AddRange(page);
        return all;
    }

    /// <summary>Seq ascends, each stream counts 1, 2, 3 …, each command was applied once and whole, and its outcome says so.</summary>
    public static async Task<List<StoredEvent>> Check(IEventLog log)
    {
        var all = await ReadAll(log);
        all.Select(e => e.Seq).ShouldBe(all.Select(e => e.Seq).Distinct().Order());
        foreach (var stream in all.GroupBy(e => e.Stream))
            stream.Select(e => e.Version).ShouldBe(Enumerable.Range(1, stream.Count()).Select(n => (long)n));

        foreach (var command in all.GroupBy(e => e.CommandId))
        {
            var outcome = await log.FindCommand(command.Key);
            outcome.ShouldNotBeNull();
            (outcome.Stream, outcome.Version, outcome.Seq).ShouldBe(
                (command.Last().Stream, command.Last().Version, command.Last().Seq));
        }

        return all;
    }
}
