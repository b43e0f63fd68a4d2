using System.Data.Common;
using Revitalization.Silo.Projections;

namespace Revitalization.Silo.Reactors;

/// <summary>A consequence that another grain refused; somebody must settle it by hand.</summary>
public sealed record ReactorRefusal(string Reactor, long Seq, string Code);

public static class ReactorRefusals
{
    public static Task CreateTable(DbConnection connection, CancellationToken cancellation) => connection.Execute(
        null, "CREATE TABLE IF NOT EXISTS reactor_refusals (reactor TEXT NOT NULL, seq BIGINT NOT NULL, code TEXT NOT NULL, PRIMARY KEY (reactor, seq, code))", cancellation);

    public static Task Save(DbConnection connection, ReactorRefusal refusal, CancellationToken cancellation) => connection.Execute(
        null,
        "INSERT INTO reactor_refusals (reactor, seq, code) VALUES (@reactor, @seq, @code) ON CONFLICT (reactor, seq, code) DO NOTHING",
        cancellation, ("reactor", refusal.Reactor), ("seq", refusal.Seq), ("code", refusal.Code));

    public static async Task<IReadOnlyList<ReactorRefusal>> List(DbConnection connection, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT reactor, seq, code FROM reactor_refusals ORDER BY seq DESC LIMIT 200";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<ReactorRefusal>();
        while (await reader.ReadAsync(cancellation)) found.Add(new(reader.GetString(0), reader.GetInt64(1), reader.GetString(2)));
        return found;
    }
}
