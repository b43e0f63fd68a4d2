using System.Text;
using Revitalization.Contracts.Imports;
using Revitalization.Silo.Imports.Columns;
using Revitalization.Silo.Imports.Reading;
using Revitalization.Silo.Imports.Running;

namespace Revitalization.SystemTests.Imports;

/// <summary>Several batches are on their way at once; what comes of them is as if they had gone one after another.</summary>
public sealed class BatchFlightTests
{
    [Fact]
    public void Rows_of_one_household_that_follow_each_other_stay_in_one_batch_and_none_is_lost()
    {
        var alone = Enumerable.Range(1, RowBatch.RowsMax - 1).Select(n => $"H{n}");
        var batches = Batches([.. alone, "X", "X", "X", "X", "Y", "Z"]);

        batches.Select(batch => batch.Rows.Count).ShouldBe([RowBatch.RowsMax + 3, 2]);
        batches.SelectMany(batch => batch.Rows).Select(row => row.Number).ShouldBe(Enumerable.Range(2, RowBatch.RowsMax + 5).Select(n => (long)n));
        batches[0].SharesAPlaceWith(batches[1]).ShouldBeFalse();
    }

    [Fact]
    public void A_household_of_a_thousand_rows_and_more_is_still_cut()
    {
        var batches = Batches([.. Enumerable.Repeat("X", 3 * RowBatch.RowsMax)]);

        batches.Select(batch => batch.Rows.Count).ShouldBe([2 * RowBatch.RowsMax, RowBatch.RowsMax]);
        batches[0].SharesAPlaceWith(batches[1]).ShouldBeTrue();
    }

    [Fact]
    public async Task A_batch_waits_for_one_that_flies_with_rows_of_the_same_household()
    {
        var batches = Batches([.. Households(1, 512), .. Households(513, 512), "H1", .. Households(2_000, 511)]);
        await using var flight = new BatchFlight(_ => Task.CompletedTask);
        flight.Start(batches[0]);

        flight.Takes(batches[1]).ShouldBeTrue();
        flight.Takes(batches[2]).ShouldBeFalse();
        (await flight.Land()).ShouldBe(batches[0]);
        flight.Takes(batches[2]).ShouldBeTrue();
    }

    [Fact]
    public async Task Batches_settle_in_the_order_of_the_sheet_whichever_is_answered_first()
    {
        var batches = Batches([.. Households(1, 512 * (BatchFlight.Most + 1))]);
        var answers = batches.ToDictionary(batch => batch, _ => new TaskCompletionSource());
        await using var flight = new BatchFlight(batch => answers[batch].Task);
        foreach (var batch in batches.Take(BatchFlight.Most)) flight.Start(batch);
        flight.Takes(batches[^1]).ShouldBeFalse();

        answers[batches[1]].SetResult();
        var first = flight.Land();
        first.IsCompleted.ShouldBeFalse();
        answers[batches[0]].SetResult();

        (await first).ShouldBe(batches[0]);
        (await flight.Land()).ShouldBe(batches[1]);
        answers[batches[2]].SetResult();
    }

    [Fact]
    public async Task A_failure_is_told_when_its_turn_comes_and_the_others_are_waited_for()
    {
        var batches = Batches([.. Households(1, 1_024)]);
        var second = new TaskCompletionSource();
        var flight = new BatchFlight(batch => batch == batches[0] ? Task.FromException(new IOException("the disk is full")) : second.Task);
        flight.Start(batches[0]);
        flight.Start(batches[1]);

        await Should.ThrowAsync<IOException>(flight.Land());
        var ended = flight.DisposeAsync().AsTask();
        ended.IsCompleted.ShouldBeFalse();
        second.SetException(new IOException("still full"));
        await ended;
    }

    private static IEnumerable<string> Households(int from, int count) => Enumerable.Range(from, count).Select(n => $"H{n}");

    private static List<RowBatch> Batches(IReadOnlyList<string> households)
    {
        var text = Sheets.Incomes + string.Concat(households.Select((household, n) => $"{household},{2000 + (n / 4)}年第{1 + (n % 4)}季度,1,0,0,0,0\n"));
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        using var sheet = SheetOpening.Open(stream, SheetFormat.Detect(stream), SheetLayouts.Of(ImportKinds.Incomes), [], SheetLimits.Default, new());
        var reader = new RowReader(sheet, ImportKinds.Incomes);
        var batches = new List<RowBatch>();
        for (var batch = reader.Read(); batch.Rows.Count > 0; batch = reader.Read()) batches.Add(batch);
        return batches;
    }
}
