using System.Security.Cryptography;
using Npgsql;
using Microsoft.Data.Sqlite;
using Revitalization.Conformance.Tests.Storage.Harness;

namespace Revitalization.Conformance.Tests.Storage;

/// <summary>Erased (依法删除) means gone from the files, not only from the answers.</summary>
public sealed class ErasureTests(PostgresServer server)
{
    private static readonly byte[] Index = SHA256.HashData("an erased person"u8);

    [Fact]
    public async Task On_SQLite_no_file_holds_the_wrapped_key_or_the_blind_index_any_more()
    {
        await using var lab = StorageLab.Sqlite();
        var keyring = (await lab.Open()).Keyring;
        var person = await keyring.GetOrCreate(Index);
        await keyring.GetOrCreate(Enumerable.Range(0, 500).Select(n => (ReadOnlyMemory<byte>)SHA256.HashData(BitConverter.GetBytes(n))).ToList());
        var wrapped = await WrappedInSqlite(lab);
        Files(lab).ShouldContain(file => Holds(file, wrapped));

        await keyring.Erase(person.Person);

        Files(lab).ShouldAllBe(file => !Holds(file, wrapped) && !Holds(file, Index));
    }

    [Fact]
    public async Task On_PostgreSQL_the_tables_file_is_written_anew_without_the_key()
    {
        await using var lab = await StorageLab.OnPostgres(server);
        var keyring = (await lab.Open()).Keyring;
        var person = await keyring.GetOrCreate(Index);
        await using var source = NpgsqlDataSource.Create(lab.Postgres!);
        var before = await Text(source, "SELECT pg_relation_filepath('keys.person')");

        await keyring.Erase(person.Person);

        (await Text(source, "SELECT pg_relation_filepath('keys.person')")).ShouldNotBe(before);
        (await Text(source, "SELECT pg_relation_size('keys.person')::text")).ShouldBe("0");
    }

    private static IEnumerable<string> Files(StorageLab lab) => Directory.EnumerateFiles(lab.Folder, "*", SearchOption.AllDirectories);

    private static bool Holds(string file, byte[] secret)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(secret) >= 0;
    }

    private static async Task<byte[]> WrappedInSqlite(StorageLab lab)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(lab.Folder, "keys.db")};Pooling=false");
        await connection.OpenAsync();
        await using var command = new SqliteCommand("SELECT wrapped_key FROM person WHERE blind_index = $index", connection);
        command.Parameters.AddWithValue("$index", Index);
        return (byte[])(await command.ExecuteScalarAsync())!;
    }

    private static async Task<string> Text(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
