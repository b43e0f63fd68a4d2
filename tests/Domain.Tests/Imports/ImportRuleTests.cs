using Revitalization.Contracts.Imports;
using Revitalization.Contracts.Refusals;
using Revitalization.Domain.Imports;

namespace Revitalization.Domain.Tests.Imports;

public sealed class ImportRuleTests
{
    private static readonly DateTimeOffset s_noon = new(2023, 9, 30, 12, 0, 0, TimeSpan.FromHours(8));

    private static readonly Import s_running = After(
        Import.Empty,
        new ImportReceived("households", "510823", "台账", "csv", "UTF-8", 100, "county", "county", ["region:510823"], s_noon, new DateOnly(2023, 10, 30), [], []),
        new ImportStarted(s_noon));

    private static Import After(Import import, params ImportEvent[] happened) => happened.Aggregate(import, Import.Evolve);

    private static ImportTally Read(long rows) => ImportTally.Zero with { Row = rows + 1, RowsRead = rows, Committed = rows };

    [Fact]
    public void A_cancelled_import_goes_on_and_keeps_its_count()
    {
        var cancelled = After(s_running, new ImportAdvanced(Read(512)), new ImportCancelled(s_noon));

        var resumed = After(cancelled, [.. ImportRules.Decide(cancelled, new ResumeImport(s_noon)).Events]);

        (resumed.State, resumed.Tally.RowsRead, resumed.FinishedAt).ShouldBe((ImportStates.Received, 512, null));
        ImportRules.Decide(resumed, new ResumeImport(s_noon)).Events.ShouldBeEmpty();
    }

    [Fact]
    public void An_import_that_a_fault_stopped_says_so_until_it_is_resumed()
    {
        var stopped = After(s_running, new ImportAdvanced(Read(512)));
        stopped = After(stopped, [.. ImportRules.Decide(stopped, new InterruptImport(s_noon)).Events]);

        (stopped.State, stopped.ProblemCode, stopped.IsFinal).ShouldBe((ImportStates.Interrupted, RefusalCatalog.CodeOf(ImportRefusal.Interrupted), true));
        ImportRules.Decide(stopped, new InterruptImport(s_noon)).Refusal!.Code.ShouldBe(RefusalCatalog.CodeOf(ImportRefusal.AlreadyFinished));
        var resumed = After(stopped, [.. ImportRules.Decide(stopped, new ResumeImport(s_noon)).Events]);
        (resumed.State, resumed.Tally.RowsRead, resumed.ProblemCode).ShouldBe((ImportStates.Received, 512, null));
    }

    // A batch is seen to its end after the cancelling: without its rows the count would say less than the register holds.
    [Fact]
    public void Rows_that_were_on_their_way_when_it_was_cancelled_are_counted()
    {
        var cancelled = After(s_running, new ImportCancelled(s_noon));

        var counted = After(cancelled, [.. ImportRules.Decide(cancelled, new AdvanceImport(Read(512))).Events]);

        (counted.State, counted.Tally.Committed).ShouldBe((ImportStates.Cancelled, 512));
        ImportRules.Decide(cancelled, new CompleteImport(Read(512), s_noon)).Refusal!.Code.ShouldBe(RefusalCatalog.CodeOf(ImportRefusal.AlreadyFinished));
    }

    [Fact]
    public void Only_a_cancelled_or_interrupted_import_whose_file_is_kept_is_resumed()
    {
        Refusal(After(s_running, new ImportCompleted(Read(1), s_noon))).ShouldBe(RefusalCatalog.CodeOf(ImportRefusal.NotCancelled));
        Refusal(After(s_running, new ImportFailed("import.workbook-broken", "", s_noon))).ShouldBe(RefusalCatalog.CodeOf(ImportRefusal.NotCancelled));
        Refusal(After(s_running, new ImportCancelled(s_noon), new ImportFilesDeleted(s_noon))).ShouldBe(RefusalCatalog.CodeOf(ImportRefusal.FilesDeleted));
        Refusal(After(s_running, new ImportInterrupted(s_noon), new ImportFilesDeleted(s_noon))).ShouldBe(RefusalCatalog.CodeOf(ImportRefusal.FilesDeleted));

        static string Refusal(Import import) => ImportRules.Decide(import, new ResumeImport(s_noon)).Refusal!.Code;
    }
}
