using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Revitalization.Conformance.Tests.Storage.Harness;
using Revitalization.Storage;
using Revitalization.Storage.EventLog;

namespace Revitalization.Conformance.Tests.Storage;

/// <summary>What only a server can do to us: sync late, crash, lose the connection in mid-commit. A server of its own, to be maltreated.</summary>
public sealed class PostgresDurabilityTests : OwnPostgres
{
    private const int Commands = 12;

    // The trace of every process of the server: each answer that says COMMIT to an append is preceded by its write to the
    // server's log and a sync of that file that had returned.
    [Fact]
    public async Task The_servers_sync_returned_before_it_acknowledged_the_commit()
    {
        var file = Path.Combine(Lab.Folder, "trace");
        await Lab.Open();
        using (var trace = await Trace(file))
        {
            using var writer = WriterProcess.Start(Lab, writers: 1, Commands);
            (await writer.Acknowledged()).Count.ShouldBe(Commands);
            (await writer.Ended()).Code.ShouldBe(0);
            Signal("INT", trace.Id);
            await trace.WaitForExitAsync();
        }

        var calls = SystemCallTrace.Read(file);
        var acknowledgements = calls.Where(IsAcknowledgement).ToList();
        acknowledgements.Count.ShouldBe(Commands);
        foreach (var (before, acknowledgement) in acknowledgements.Prepend(null).Zip(acknowledgements))
            CheckSynced(calls, before?.Started ?? 0, acknowledgement);
    }

    [Fact]
    public async Task A_server_that_crashed_and_recovered_has_all_it_acknowledged()
    {
        await Lab.Open();
        using var writer = WriterProcess.Start(Lab, writers: 16, commands: 0);
        var acknowledged = await writer.Acknowledged(atMost: 300);

        Signal("KILL", await LogBackend("true")); // The server ends all its processes and recovers from its log.

        acknowledged.AddRange(await writer.Acknowledged());
        (await writer.Ended()).Code.ShouldBe(3);
        await Lab.Close();
        var log = (await OpenWhenRecovered()).Events;
        var recorded = (await LogInvariants.Check(log)).Select(e => e.CommandId).ToHashSet();
        acknowledged.ShouldAllBe(id => recorded.Contains(id));
    }

    // The network fails while the server has the commit before it: for a while nobody can know. Nobody may guess either.
    [Fact]
    public async Task After_a_connection_lost_at_commit_nothing_is_said_until_the_truth_is_known()
    {
        using var seam = new StoppingSeam(() => LogBackend("state = 'idle'").GetAwaiter().GetResult());
        await using var impatient = await Lab.Open(seam, "Command Timeout=1;Cancellation Timeout=100");
        var log = impatient.Events;
        await log.Append(Given.Command("household/1", 0, "c1"));
        seam.StopNextCommit();

        await Should.ThrowAsync<StorageFaultException>(() => log.Append(Given.Command("household/1", 1, "c2")));
        await Should.ThrowAsync<StorageFaultException>(() => log.FindCommand("c2").AsTask());
        await Should.ThrowAsync<StorageFaultException>(() => log.Load("household/1", 1).AsTask());
        seam.Continue();

        var outcome = await log.FindCommand("c2");
        var version = (await log.Load("household/1", 1)).Events.Count;
        version.ShouldBe(outcome is null ? 1 : 2);
        var again = await log.Append(Given.Command("household/1", 1, "c2"));
        again.Status.ShouldBe(outcome is null ? AppendStatus.Appended : AppendStatus.Repeated);
        (await LogInvariants.Check(log)).Select(e => e.CommandId).ShouldBe(["c1", "c2"]);
    }

    [Fact]
    public async Task A_server_that_does_not_sync_is_refused()
    {
        await using var source = NpgsqlDataSource.Create(Lab.Postgres!);
        await using (var off = source.CreateCommand("ALTER SYSTEM SET fsync = off")) await off.ExecuteNonQueryAsync();
        await using (var reload = source.CreateCommand("SELECT pg_reload_conf()")) await reload.ExecuteNonQueryAsync();
        await Until(async () =>
        {
            await using var fresh = NpgsqlDataSource.Create(Lab.Postgres! + ";Pooling=false");
            await using var show = fresh.CreateCommand("SHOW fsync");
            return (string)(await show.ExecuteScalarAsync())! == "off";
        });

        var refused = await Should.ThrowAsync<StorageFaultException>(Lab.Open);

        refused.Message.ShouldContain("off on on");
    }

    private static bool IsAcknowledgement(SystemCall call) =>
        call.Name == "sendto" && call.Text.Contains("INSERT 0 1", StringComparison.Ordinal) && call.Text.Contains("COMMIT", StringComparison.Ordinal);

    private static void CheckSynced(List<SystemCall> calls, int after, SystemCall acknowledgement)
    {
        var onLog = calls.Where(call => call.Text.Contains("/pg_wal/", StringComparison.Ordinal)).ToList();
        var written = onLog.LastOrDefault(
            call => call.Name == "pwrite64" && call.Started > after && call.Returned < acknowledgement.Started);
        written.ShouldNotBeNull();
        onLog.ShouldContain(call => (call.Name == "fdatasync" || call.Name == "fsync") && call.Succeeded
            && call.Started > written.Returned && call.Returned < acknowledgement.Started);
    }

    private async Task<Process> Trace(string file)
    {
        var process = (await ServerProcess()).ToString(CultureInfo.InvariantCulture);
        var trace = Process.Start(new ProcessStartInfo(
            "strace", ["-f", "-y", "-s", "1024", "-o", file, "-e", "trace=fsync,fdatasync,pwrite64,sendto", "-p", process])
        {
            UseShellExecute = false, RedirectStandardError = true,
        })!;
        (await trace.StandardError.ReadLineAsync()).ShouldNotBeNull().ShouldContain("attached");
        return trace;
    }

    private async Task<int> LogBackend(string condition)
    {
        await using var source = NpgsqlDataSource.Create(Lab.Postgres! + ";Pooling=false");
        await using var command = source.CreateCommand(
            $"SELECT pid FROM pg_stat_activity WHERE application_name = 'revitalization log writer' AND {condition}");
        return (int)(await command.ExecuteScalarAsync())!;
    }

    private async Task<IStorage> OpenWhenRecovered()
    {
        IStorage? storage = null;
        await Until(async () =>
        {
            try
            {
                storage = await Lab.Open();
                return true;
            }
            catch (StorageFaultException)
            {
                return false; // Still recovering.
            }
        });
        return storage!;
    }

    private static async Task Until(Func<Task<bool>> done)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await done())
        {
            Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(60));
            await Task.Delay(100);
        }
    }

    internal static void Signal(string signal, int process)
    {
        using var kill = Process.Start("kill", ["-" + signal, process.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
