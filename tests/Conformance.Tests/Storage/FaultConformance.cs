using Revitalization.Conformance.Tests.Storage.Harness;
using Revitalization.Storage;
using Revitalization.Storage.EventLog;

namespace Revitalization.Conformance.Tests.Storage;

/// <summary>Every call to the database fails once: before it is made, or after it succeeded and its answer was lost.</summary>
public abstract class FaultConformance(Func<Task<StorageLab>> newLab)
{
    private const int Streams = 2;
    private const int CommandsPerStream = 2;
    private const int MostCalls = 400;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whichever_call_fails_the_log_stays_true_and_every_command_is_applied_once_in_the_end(bool answerLost)
    {
        var failAt = 1;
        var seam = new FailingSeam(failAt, answerLost);
        do
        {
            await using var lab = await newLab();
            var acknowledged = await RunWithFault(lab, seam);
            await lab.Close();
            await CheckAfterwards(lab, acknowledged, $"call {failAt}");
            (failAt, var failed) = (failAt + 1, seam.Failed);
            if (!failed) break;
            seam = new FailingSeam(failAt, answerLost);
        }
        while (failAt < MostCalls);

        failAt.ShouldBeInRange(20, MostCalls - 1);
    }

    private static async Task<Dictionary<string, CommandOutcome>> RunWithFault(StorageLab lab, FailingSeam seam)
    {
        var acknowledged = new Dictionary<string, CommandOutcome>();
        try
        {
            var log = (await lab.Open(seam)).Events;
            for (var n = 0; n < CommandsPerStream; n++)
                for (var stream = 0; stream < Streams; stream++)
                    await SendAsAGrainDoes(log, $"household/{stream}", $"c{stream}-{n}", acknowledged);
            await log.SaveSnapshot(new Snapshot("household/0", CommandsPerStream, 1, "{}"u8.ToArray()));
            foreach (var (id, first) in acknowledged.ToList()) await SendAgain(log, id, first);
        }
        catch (StorageFaultException)
        {
            // Opening failed, or a fault came while settling another; the silo starts anew.
        }

        return acknowledged;
    }

    // Load, decide, append; after a fault ask what became of it.
    private static async Task SendAsAGrainDoes(IEventLog log, string stream, string id, Dictionary<string, CommandOutcome> acknowledged)
    {
        try
        {
            await Append(log, stream, id, acknowledged);
        }
        catch (StorageFaultException)
        {
            if (await log.FindCommand(id) is { } outcome) acknowledged.Add(id, outcome);
            else (await log.ReadStream(stream, 0, 100)).ShouldAllBe(e => e.CommandId != id);
        }
    }

    // Whoever lost a reply: in the same place, and told what he was told first.
    private static async Task SendAgain(IEventLog log, string id, CommandOutcome first)
    {
        try
        {
            (await log.Append(Given.Command(first.Stream, first.Version, id, events: 2))).ShouldBe(new(AppendStatus.Repeated, first));
        }
        catch (StorageFaultException)
        {
            (await log.FindCommand(id)).ShouldBe(first);
        }
    }

    private static async Task Append(IEventLog log, string stream, string id, Dictionary<string, CommandOutcome> acknowledged)
    {
        var (snapshot, events) = await log.Load(stream, 1);
        var version = events.Count > 0 ? events[^1].Version : snapshot?.Version ?? 0;
        var result = await log.Append(Given.Command(stream, version, id, events: 2));
        result.Status.ShouldBe(AppendStatus.Appended);
        acknowledged.Add(id, result.Outcome!);
    }

    private static async Task CheckAfterwards(StorageLab lab, Dictionary<string, CommandOutcome> acknowledged, string where)
    {
        var log = (await lab.Open()).Events;
        await LogInvariants.Check(log);
        foreach (var (id, outcome) in acknowledged) (await log.FindCommand(id)).ShouldBe(outcome, where);

        await SendAllAgain(log);
        var events = await LogInvariants.Check(log);
        events.Count.ShouldBe(2 * Streams * CommandsPerStream, where);
    }

    private static async Task SendAllAgain(IEventLog log)
    {
        for (var n = 0; n < CommandsPerStream; n++)
            for (var stream = 0; stream < Streams; stream++)
            {
                var version = (await log.Load($"household/{stream}", 99)).Events.Count;
                await log.Append(Given.Command($"household/{stream}", version, $"c{stream}-{n}", events: 2));
            }
    }
}
