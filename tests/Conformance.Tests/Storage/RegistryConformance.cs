using System.Data.Common;
using Dapper;
using Revitalization.Conformance.Tests.Storage.Harness;
using Revitalization.Storage.Registry;

namespace Revitalization.Conformance.Tests.Storage;

/// <summary>Where projections keep their rows: one SQL for both databases, one writer, readers beside it.</summary>
public abstract class RegistryConformance(Func<Task<StorageLab>> newLab)
{
    private const string Upsert =
        "INSERT INTO rollups(region, households) VALUES (@region, @households) ON CONFLICT (region) DO UPDATE SET households = rollups.households + excluded.households";

    [Fact]
    public async Task Rows_and_checkpoint_commit_together_or_not_at_all()
    {
        await using var lab = await newLab();
        var registry = (await lab.Open()).Registry;
        await CreateTables(registry);

        await Project(registry, commit: true);
        await Project(registry, commit: false);

        await using var reader = await ((await lab.Reopen()).Registry).OpenReader();
        (await reader.QuerySingleAsync<long>("SELECT households FROM rollups WHERE region = @region", new { region = "510823" })).ShouldBe(5);
        (await reader.QuerySingleAsync<long>("SELECT seq FROM checkpoint")).ShouldBe(1);
    }

    [Fact]
    public async Task A_reader_keeps_its_snapshot_and_does_not_hold_up_the_writer()
    {
        await using var lab = await newLab();
        var registry = (await lab.Open()).Registry;
        await CreateTables(registry);
        await Project(registry, commit: true);

        await using var reader = await registry.OpenReader();
        await using var reading = await reader.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
        var before = await reader.QuerySingleAsync<long>("SELECT seq FROM checkpoint", transaction: reading);
        await Project(registry, commit: true);

        (await reader.QuerySingleAsync<long>("SELECT seq FROM checkpoint", transaction: reading)).ShouldBe(before);
        await using var later = await registry.OpenReader();
        (await later.QuerySingleAsync<long>("SELECT seq FROM checkpoint")).ShouldBe(before + 1);
    }

    // A page that forgot to end its transaction must not leave the next page in the past.
    [Fact]
    public async Task A_reader_left_in_a_transaction_gives_the_next_reader_the_present()
    {
        await using var lab = await newLab();
        var registry = (await lab.Open()).Registry;
        await CreateTables(registry);
        await using (var forgetful = await registry.OpenReader())
            await forgetful.QuerySingleAsync<long>("BEGIN; SELECT seq FROM checkpoint");
        await Project(registry, commit: true);

        await using var next = await registry.OpenReader();

        (await next.QuerySingleAsync<long>("SELECT seq FROM checkpoint")).ShouldBe(1);
    }

    // Readers keep their statements; a rebuilt projection puts another table in the place of the one they were planned for.
    [Fact]
    public async Task A_statement_asked_before_a_table_was_replaced_reads_the_new_one()
    {
        await using var lab = await newLab();
        var registry = (await lab.Open()).Registry;
        await CreateTables(registry);
        await Project(registry, commit: true);
        for (var turn = 0; turn < 4; turn++) (await Households(registry)).ShouldBe(5);

        await using (var writer = await registry.OpenWriter())
        {
            await writer.ExecuteAsync(
                "CREATE TABLE rollups__shadow(note TEXT, region TEXT PRIMARY KEY, households BIGINT NOT NULL); INSERT INTO rollups__shadow(region, households) VALUES ('510823', 7)");
            await writer.ExecuteAsync("DROP TABLE rollups; ALTER TABLE rollups__shadow RENAME TO rollups");
        }

        (await Households(registry)).ShouldBe(7);
    }

    private static async Task<long> Households(IRegistryDatabase registry)
    {
        await using var reader = await registry.OpenReader();
        return await reader.QuerySingleAsync<long>("SELECT households FROM rollups WHERE region = @region", new { region = "510823" });
    }

    [Fact]
    public async Task A_reader_cannot_write()
    {
        await using var lab = await newLab();
        var registry = (await lab.Open()).Registry;
        await CreateTables(registry);

        await using var reader = await registry.OpenReader();

        await Should.ThrowAsync<DbException>(() => reader.ExecuteAsync("DELETE FROM checkpoint"));
    }

    // Two silos must not fold the same events into the same rows at the same time.
    [Fact]
    public async Task The_next_writer_waits_until_the_first_is_done_even_one_that_failed_half_way()
    {
        await using var lab = await newLab();
        var registry = (await lab.Open()).Registry;
        await CreateTables(registry);
        var first = await registry.OpenWriter();
        await first.ExecuteAsync("BEGIN; UPDATE checkpoint SET seq = 99");

        var next = registry.OpenWriter().AsTask();
        await Task.Delay(50);
        next.IsCompleted.ShouldBeFalse();
        await first.DisposeAsync();

        await using var second = await next.WaitAsync(TimeSpan.FromSeconds(20));
        (await second.QuerySingleAsync<long>("SELECT seq FROM checkpoint")).ShouldBe(0);
    }

    [Fact]
    public async Task Binary_columns_are_named_by_the_database()
    {
        await using var lab = await newLab();
        var registry = (await lab.Open()).Registry;
        await using var writer = await registry.OpenWriter();

        await writer.ExecuteAsync($"CREATE TABLE sealed(id TEXT PRIMARY KEY, data {registry.BlobType} NOT NULL)");
        await writer.ExecuteAsync("INSERT INTO sealed VALUES (@id, @data)", new { id = "a", data = new byte[] { 1, 2, 3 } });

        (await writer.QuerySingleAsync<byte[]>("SELECT data FROM sealed")).ShouldBe([1, 2, 3]);
    }

    private static async Task CreateTables(IRegistryDatabase registry)
    {
        await using var writer = await registry.OpenWriter();
        await writer.ExecuteAsync("CREATE TABLE rollups(region TEXT PRIMARY KEY, households BIGINT NOT NULL)");
        await writer.ExecuteAsync("CREATE TABLE checkpoint(seq BIGINT NOT NULL)");
        await writer.ExecuteAsync("INSERT INTO checkpoint VALUES (0)");
    }

    private static async Task Project(IRegistryDatabase registry, bool commit)
    {
        await using var writer = await registry.OpenWriter();
        await using var transaction = await writer.BeginTransactionAsync();
        await writer.ExecuteAsync(Upsert, new { region = "510823", households = 5 }, transaction);
        await writer.ExecuteAsync("UPDATE checkpoint SET seq = seq + 1", transaction: transaction);
        if (commit) await transaction.CommitAsync();
    }
}
