using System.Globalization;
using Microsoft.Data.Sqlite;
using Revitalization.Conformance.Tests.Storage.Harness;
using Revitalization.Storage;
using Revitalization.Storage.EventLog;

namespace Revitalization.Conformance.Tests.Storage;

/// <summary>What the disk must have done before a village is told its record is kept.</summary>
public sealed class SqliteDurabilityTests
{
    private const int Commands = 12;

    // No file may grow beyond 400 KB. (The runtime maps its code through a larger file unless told not to.)
    private const string SmallDisk = "trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0; ulimit -f 400; exec \"$@\"";

    // The trace of a writer that sends one command after another: each line it says is preceded by its own write to the
    // log's file and a sync of that file that had returned.
    [Fact]
    public async Task The_sync_of_the_file_returned_before_the_acknowledgement()
    {
        await using var lab = StorageLab.Sqlite();
        var file = Path.Combine(lab.Folder, "trace");
        using var writer = WriterProcess.Start(
            lab, writers: 1, Commands, "strace", "-f", "-y", "-s", "64", "-o", file,
            "-e", "trace=fsync,fdatasync,write,pwrite64");

        (await writer.Acknowledged()).Count.ShouldBe(Commands);
        var (code, error) = await writer.Ended();

        code.ShouldBe(0, error);
        var calls = SystemCallTrace.Read(file);
        var acknowledgements = calls.Where(call => call.Name == "write" && call.Text.Contains("\"ack ", StringComparison.Ordinal)).ToList();
        acknowledgements.Count.ShouldBe(Commands);
        foreach (var (before, acknowledgement) in acknowledgements.Prepend(null).Zip(acknowledgements))
            CheckSynced(calls, before?.Started ?? 0, acknowledgement);
    }

    [Fact]
    public async Task A_full_disk_faults_the_append_and_what_was_acknowledged_stays()
    {
        await using var lab = StorageLab.Sqlite();
        using var writer = WriterProcess.Start(lab, writers: 8, commands: 0, "/bin/bash", "-c", SmallDisk, "limited");

        var acknowledged = await writer.Acknowledged();
        var (code, error) = await writer.Ended();

        code.ShouldBe(3, error);
        writer.Fault.ShouldNotBeNull();
        acknowledged.ShouldNotBeEmpty();
        var recorded = (await LogInvariants.Check((await lab.Open()).Events)).Select(e => e.CommandId).ToHashSet();
        acknowledged.ShouldAllBe(id => recorded.Contains(id));
    }

    // An administrator's tool holds the file. The caller hears of it, and the next command finds a working log.
    [Fact]
    public async Task A_locked_file_faults_the_append_and_the_log_works_again_afterwards()
    {
        await using var lab = StorageLab.Sqlite();
        var log = (await lab.Open()).Events;
        await using (var tool = new SqliteConnection($"Data Source={Path.Combine(lab.Folder, "events.db")};Pooling=false"))
        {
            await tool.OpenAsync();
            await using var hold = new SqliteCommand("BEGIN IMMEDIATE", tool);
            await hold.ExecuteNonQueryAsync();
            await Should.ThrowAsync<StorageFaultException>(() => log.Append(Given.Command("household/1", 0, "c1")));
        }

        (await log.FindCommand("c1")).ShouldBeNull();
        (await log.Append(Given.Command("household/1", 0, "c1"))).Status.ShouldBe(AppendStatus.Appended);
    }

    [Fact]
    public async Task A_file_written_by_a_newer_program_is_not_opened()
    {
        await using var lab = StorageLab.Sqlite();
        await (await lab.Open()).Events.Append(Given.Command("household/1", 0, "c1"));
        await lab.Close();
        await using (var file = new SqliteConnection($"Data Source={Path.Combine(lab.Folder, "events.db")};Pooling=false"))
        {
            await file.OpenAsync();
            await using var newer = new SqliteCommand("PRAGMA user_version=99", file);
            await newer.ExecuteNonQueryAsync();
        }

        var refused = await Should.ThrowAsync<StorageFaultException>(lab.Open);

        refused.Message.ShouldContain("newer version (99)");
    }

    // A long import with a projection reading beside it must not make the write-ahead log grow without end.
    [Fact]
    public async Task The_write_ahead_log_is_copied_back_while_the_county_writes()
    {
        await using var lab = StorageLab.Sqlite();
        var log = (await lab.Open()).Events;
        var data = new byte[60_000];
        var commands = Enumerable.Range(0, 2_000).Select(n => log.Append(new AppendRequest(
            string.Create(CultureInfo.InvariantCulture, $"document/{n}"), 0, [new NewEvent("kept", 1, data)],
            string.Create(CultureInfo.InvariantCulture, $"c{n}"), "content", "monitor", Given.Morning)));

        await Task.WhenAll(commands);

        var walBytes = new FileInfo(Path.Combine(lab.Folder, "events.db-wal")).Length;
        walBytes.ShouldBeInRange(1, 64 << 20); // 120 MB were written.
    }

    private static void CheckSynced(List<SystemCall> calls, int after, SystemCall acknowledgement)
    {
        var onLog = calls.Where(call => call.Text.Contains("events.db-wal>", StringComparison.Ordinal)).ToList();
        var written = onLog.LastOrDefault(
            call => call.Name == "pwrite64" && call.Started > after && call.Returned < acknowledgement.Started);
        written.ShouldNotBeNull();
        onLog.ShouldContain(call => (call.Name == "fdatasync" || call.Name == "fsync") && call.Succeeded
            && call.Started > written.Returned && call.Returned < acknowledgement.Started);
    }
}
