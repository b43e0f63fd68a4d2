using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Revitalization.Engine.Orleans.Cluster;

/// <summary>Makes the membership tables where they are missing, and brings the provider's statements up to this version's text.</summary>
internal sealed class MembershipSchema(string connection) : IHostedService
{
    public const string Name = "engine";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var database = new NpgsqlConnection(connection);
        await database.OpenAsync(cancellationToken);
        await using var transaction = await database.BeginTransactionAsync(cancellationToken);
        await Execute(database, MembershipSql.Tables, cancellationToken);
        foreach (var (key, text) in MembershipSql.Statements)
            await Execute(database, MembershipSql.SaveStatement, cancellationToken, ("key", key), ("text", text));
        await transaction.CommitAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task Execute(
        NpgsqlConnection database, string sql, CancellationToken cancellation, params (string Name, string Value)[] values)
    {
        await using var command = new NpgsqlCommand(sql, database);
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
