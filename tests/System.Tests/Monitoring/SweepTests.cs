using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Revitalization.Conformance.Tests.Storage.Harness;
using Revitalization.Silo.Monitoring.Lists;
using Revitalization.Silo.Monitoring.Sweep;
using Revitalization.Silo.Policies;
using Revitalization.Silo.Projections;
using Revitalization.Storage;
using Revitalization.Storage.Registry;

namespace Revitalization.SystemTests.Monitoring;

/// <summary>Each notice is filed once, whatever is killed, repeated or run at the same time, on both databases.</summary>
public sealed class SweepTests(SweepTests.Server server) : IClassFixture<SweepTests.Server>
{
    private static readonly DateOnly s_today = new(2026, 3, 2);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_sweep_files_what_is_due_soon_overdue_turned_and_wanted_and_nothing_twice(bool postgres)
    {
        await using var lab = await Lab.Open(postgres ? await server.Postgres.CreateDatabase() : null);
        var sweep = new WorklistSweep(lab.Registry);

        (await sweep.Run(s_today, again: false, default)).ShouldBe(lab.Expected.Count);
        (await lab.Notices()).ShouldBe(lab.Expected);
        (await sweep.Run(s_today, again: false, default)).ShouldBe(0);
        (await sweep.Run(s_today, again: true, default)).ShouldBe(0);

        // What is overdue the next day was due soon the day before: another notice, once more.
        (await sweep.Run(s_today.AddDays(1), again: false, default)).ShouldBeGreaterThan(0);
        (await sweep.Run(s_today.AddDays(1), again: true, default)).ShouldBe(0);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_sweep_killed_at_any_statement_and_run_again_has_filed_each_notice_once(bool postgres, bool answerLost)
    {
        await using var lab = await Lab.Open(postgres ? await server.Postgres.CreateDatabase() : null);
        var killed = 0;
        for (var failAt = 1; failAt <= 24; failAt++) // Parts are all alike: every statement of the first three, commits included.
        {
            await lab.Empty();
            var faulty = new FaultyRegistry(lab.Registry) { FailAt = failAt, AnswerLost = answerLost };
            await Should.ThrowAsync<PowerCutException>(() => new WorklistSweep(faulty).Run(s_today, again: false, default));
            faulty.Calls.ShouldBe(failAt);
            killed += (await lab.Notices()).Count < lab.Expected.Count ? 1 : 0;

            await new WorklistSweep(lab.Registry).Run(s_today, again: false, default);

            (await lab.Notices()).ShouldBe(lab.Expected);
        }
        killed.ShouldBe(24);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Sweeps_that_run_at_the_same_time_share_the_work_and_file_nothing_twice(bool postgres)
    {
        var address = postgres ? await server.Postgres.CreateDatabase() : null;
        await using var lab = await Lab.Open(address);
        await using var other = postgres ? await Lab.Join(address!) : null; // Another Silo of the same county.
        WorklistSweep[] sweeps = [new(lab.Registry), new((other ?? lab).Registry), new(lab.Registry)];

        var filed = await Task.WhenAll(sweeps.Select(sweep => Task.Run(() => sweep.Run(s_today, again: true, default))));

        filed.Sum().ShouldBe(lab.Expected.Count);
        (await lab.Notices()).ShouldBe(lab.Expected);
    }

    [Fact]
    public void Every_part_gets_its_share_of_households()
    {
        var counts = Enumerable.Range(0, 64_000).GroupBy(n => Shards.Of(string.Create(CultureInfo.InvariantCulture, $"H{n}"))).Select(part => part.Count()).ToList();

        counts.Count.ShouldBe(Shards.Count);
        counts.ShouldAllBe(count => count > 700 && count < 1_300);
    }

    public sealed class Server : IAsyncDisposable
    {
        public PostgresServer Postgres { get; } = new();

        public ValueTask DisposeAsync() => Postgres.DisposeAsync();
    }

    /// <summary>A registry with open limits and colours of made-up households, and the notices they ask for on the day.</summary>
    private sealed class Lab : IAsyncDisposable
    {
        private readonly IStorage _storage;
        private readonly string _folder;

        private Lab(IStorage storage, string folder) => (_storage, _folder) = (storage, folder);

        public IRegistryDatabase Registry => _storage.Registry;

        public SortedSet<string> Expected { get; } = new(StringComparer.Ordinal);

        public static async Task<Lab> Join(string? postgres)
        {
            var folder = Path.Combine(Path.GetTempPath(), "sweep-" + Path.GetRandomFileName());
            return new(await StorageFactory.Open(new(folder, postgres, SHA256.HashData("a test's master key"u8)), TimeProvider.System), folder);
        }

        public static async Task<Lab> Open(string? postgres)
        {
            var lab = await Join(postgres);
            await lab.Fill();
            await new WorklistSweep(lab.Registry).Prepare(default);
            return lab;
        }

        public async Task Empty()
        {
            await using var writer = await Registry.OpenWriter();
            await writer.Execute(null, "DELETE FROM worklist_notices", default);
            await writer.Execute(null, "DELETE FROM worklist_sweeps", default);
        }

        public async Task<SortedSet<string>> Notices()
        {
            await using var reader = await Registry.OpenReader();
            await using var command = reader.CreateCommand();
            command.CommandText = "SELECT id FROM worklist_notices";
            await using var rows = await command.ExecuteReaderAsync();
            var found = new SortedSet<string>(StringComparer.Ordinal);
            while (await rows.ReadAsync()) found.Add(rows.GetString(0)).ShouldBeTrue();
            return found;
        }

        public async ValueTask DisposeAsync()
        {
            await _storage.DisposeAsync();
            Directory.Delete(_folder, recursive: true);
        }

        private async Task Fill()
        {
            await using var writer = await Registry.OpenWriter();
            await using var transaction = await writer.BeginTransactionAsync();
            await ProjectionTables.Create(new MonitoringProjection(new PolicyBook(_storage.Events)), shadow: false, Registry.BlobType, writer, transaction, default);
            for (var n = 0; n < 400; n++)
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"H{n}");
                var due = s_today.AddDays((n % 20) - 10);
                await Deadline(writer, transaction, id, "visit", "", due, DateOnly.MaxValue);
                if (due < s_today) Expected.Add($"overdue/{id}/visit//{Day(due)}");
                else if (due <= s_today.AddDays(WorklistSweep.DueSoonDays)) Expected.Add($"due-soon/{id}/visit//{Day(due)}");
                if (n % 3 == 0) await Wanted(writer, transaction, id, s_today.AddDays((n % 5) - 2), s_today.AddDays((n % 5) - 1));
                if (n % 4 == 0) await Colour(writer, transaction, id, s_today.AddDays((n % 6) - 3), turned: n % 8 == 0);
            }
            await transaction.CommitAsync();
        }

        private async Task Wanted(DbConnection writer, DbTransaction transaction, string id, DateOnly from, DateOnly until)
        {
            await Deadline(writer, transaction, id, "cadre-wanted", "county-leader", from, until);
            if (from <= s_today && until >= s_today) Expected.Add($"cadre-wanted/{id}/cadre-wanted/county-leader/{Day(from)}");
        }

        private async Task Colour(DbConnection writer, DbTransaction transaction, string id, DateOnly from, bool turned)
        {
            await writer.Execute(
                transaction, "INSERT INTO monitoring_colours VALUES (@id, @from, '9999-12-31', '510823100901', @shard, @turned, 'red', '红色预警', 3)", default,
                ("id", id), ("from", Day(from)), ("shard", (long)Shards.Of(id)), ("turned", turned ? 1L : 0L));
            if (turned && from <= s_today) Expected.Add($"colour-changed/{id}/red/{Day(from)}");
        }

        private static Task<int> Deadline(DbConnection writer, DbTransaction transaction, string id, string kind, string subject, DateOnly due, DateOnly until) => writer.Execute(
            transaction,
            """
            INSERT INTO deadlines (household, kind, subject, due_on, until_on, village_code, shard, started_on, provisional, rule)
            VALUES (@id, @kind, @subject, @due, @until, '510823100901', @shard, @due, 0, '')
            """,
            default, ("id", id), ("kind", kind), ("subject", subject), ("due", Day(due)), ("until", Day(until)), ("shard", (long)Shards.Of(id)));

        private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
