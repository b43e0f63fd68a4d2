using System.Net;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Imports;
using Revitalization.Silo.Imports.Running;
using Revitalization.SystemTests.Silo;

namespace Revitalization.SystemTests.Imports;

/// <summary>A fault of the platform's own in the middle of a sheet.</summary>
public sealed class InterruptedImportTests
{
    private const int Households = 6000;

    // It used to stay "running" until the Silo's next start, which is what an officer cannot cause.
    [Fact]
    public async Task An_import_that_meets_a_fault_is_seen_as_interrupted_and_goes_on_when_it_is_resumed()
    {
        await using var silo = await (await RunningSilo.Start(clock: new HurriedClock())).WithVillages();
        var county = await silo.SignedIn("jiange", Roles.County, "510823");
        var id = await silo.Waiting("households", Sheet());
        var file = Directory.EnumerateFiles(Path.Combine(silo.Data, "imports", id)).MaxBy(path => new FileInfo(path).Length)!;
        var whole = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);

        await File.WriteAllBytesAsync(file, Damaged(whole), TestContext.Current.CancellationToken);
        silo.Get<ImportQueue>().Add(id);
        var stopped = await county.Finished(id);

        (stopped.State, stopped.Problem!.Code).ShouldBe((ImportStates.Interrupted, "import.interrupted"));
        stopped.Problem.Detail.ShouldContain("继续导入");
        (await county.Import("households", Sheets.Households + $"{RunningSilo.Village},H-later,脱贫户,,,2023-01-10\n")).Committed.ShouldBe(1, "others do not wait for it");
        await File.WriteAllBytesAsync(file, whole, TestContext.Current.CancellationToken);
        (await county.PutAsync($"/api/imports/{id}/resumption", null)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var done = await county.Finished(id);
        (done.State, done.RowsRead, done.Committed, done.Refused, done.Problem).ShouldBe((ImportStates.Completed, Households, Households, 0, null));
    }

    private static string Sheet() =>
        Sheets.Households + string.Concat(Enumerable.Range(0, Households).Select(n => $"{RunningSilo.Village},H{n:00000},脱贫户,,,2023-01-10\n"));

    private static byte[] Damaged(byte[] whole)
    {
        var damaged = whole.ToArray();
        damaged[^100] ^= 1; // In the last of several encrypted pieces: rows before it can be read.
        return damaged;
    }

    /// <summary>The platform's waits pass a hundred times faster.</summary>
    private sealed class HurriedClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : dueTime / 100, period == Timeout.InfiniteTimeSpan ? period : period / 100);
    }
}
