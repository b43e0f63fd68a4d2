using System.Globalization;
using System.Security.Cryptography;
using Dapper;
using Npgsql;
using Revitalization.Conformance.Tests.Storage.Harness;
using Revitalization.Storage.Registry;

namespace Revitalization.Conformance.Tests.Storage;

/// <summary>What the server does for the statements we keep prepared. A server of its own, so that its counters are ours alone.</summary>
public sealed class PostgresPlanTests : OwnPostgres
{
    private const int Rounds = 20, AtOnce = 64;

    // A statement is planned while its table is empty, where reading all of it is cheapest, and kept: with the table grown each batch read every
    // command there ever was, until the server happened to analyse the table.
    [Fact]
    public async Task No_batch_reads_a_table_from_end_to_end_however_young_it_was_when_it_was_planned()
    {
        var storage = await Lab.Open();
        for (var round = 0; round < Rounds; round++)
        {
            var ids = Enumerable.Range(round * AtOnce, AtOnce).Select(n => n.ToString(CultureInfo.InvariantCulture)).ToList();
            await Task.WhenAll(ids.Select(async id =>
            {
                await storage.Events.Load($"household/{id}", 1);
                await storage.Events.Append(Given.Command($"household/{id}", 0, $"c{id}"));
            }));
            await storage.Keyring.GetOrCreate([.. ids.Select(id => (ReadOnlyMemory<byte>)SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(id)))]);
            await Project(storage.Registry, ids, first: round == 0);
        }
        await Lab.Close(); // The server adds up what a session did when it ends.

        await using var source = NpgsqlDataSource.Create(Lab.Postgres!);
        while (await Number(source, "SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'revitalization%'") > 0) await Task.Yield();
        (await Number(source, "SELECT n_tup_ins FROM pg_stat_user_tables WHERE schemaname = 'log' AND relname = 'events'")).ShouldBe(Rounds * AtOnce);
        await using var connection = await source.OpenConnectionAsync();
        var read = await connection.QueryAsync<string>(
            "SELECT schemaname || '.' || relname FROM pg_stat_user_tables WHERE seq_tup_read > 0 AND relname NOT IN ('counter', 'schema_version')");
        read.ShouldBeEmpty();
    }

    private static async Task Project(IRegistryDatabase registry, List<string> ids, bool first)
    {
        await using var writer = await registry.OpenWriter();
        if (first) await writer.ExecuteAsync("CREATE TABLE houses (house TEXT PRIMARY KEY, people BIGINT NOT NULL)");
        var (condition, keys) = registry.Among("house", ids);
        (await writer.QueryAsync<string>($"SELECT house FROM houses WHERE {condition}", new { keys })).ShouldBeEmpty();
        var insert = new RowInsert("houses", "house,people", 2, "ON CONFLICT (house) DO UPDATE SET people=excluded.people");
        await registry.Insert(writer, insert, [.. ids.Select(id => (object?[])[id, 3L])]);
    }

    private static async Task<long> Number(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
