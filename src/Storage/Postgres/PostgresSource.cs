using Npgsql;

namespace Revitalization.Storage.Postgres;

/// <summary>How connections to PostgreSQL are opened, whatever the operator's connection string says of the rest.</summary>
internal static class PostgresSource
{
    private const int LongestCommandSeconds = 30;
    private const int MostConnections = 24; // For each of three pools: a server's usual hundred serves a silo and its neighbours.

    public static NpgsqlDataSource Create(string connectionString, string name, string options = "", string? searchPath = null)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = "revitalization " + name,
            Enlist = false,
            MaxAutoPrepare = 64,
            AutoPrepareMinUsages = 2,
            // Nothing here changes a session, and the one lock of a session is given back by name: seven statements before each read would undo nothing.
            NoResetOnClose = true,
        };
        settings.MaxPoolSize = Math.Min(settings.MaxPoolSize, MostConnections);
        settings.CommandTimeout = Math.Clamp(settings.CommandTimeout, 1, LongestCommandSeconds);
        // An acknowledged commit is on disk even if the server's own default was relaxed.
        settings.Options = $"{settings.Options} -c synchronous_commit=on {options}".Trim();
        settings.SearchPath = searchPath ?? settings.SearchPath;
        return NpgsqlDataSource.Create(settings);
    }

    /// <summary>A server that lies about its disk is refused: nothing it acknowledges is safe.</summary>
    public static async Task CheckDurable(NpgsqlDataSource source, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(
            "SELECT current_setting('fsync') || ' ' || current_setting('full_page_writes') || ' ' || current_setting('synchronous_commit')");
        var settings = await command.ExecuteScalarAsync(cancellation) as string;
        if (settings != "on on on")
            throw new StorageFaultException($"PostgreSQL must run with fsync, full_page_writes and synchronous_commit on; it has: {settings}.");
    }
}
