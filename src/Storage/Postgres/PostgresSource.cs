using Npgsql;

namespace Revitalization.Storage.Postgres;

/// <summary>How connections to PostgreSQL are opened, whatever the operator's connection string says of the rest.</summary>
internal static class PostgresSource
{
    private const int LongestCommandSeconds = 30;
    /// <summary>
    /// For connections that only look things up by key. Their statements are kept prepared, and one planned while a table was young and empty
    /// would read all of it for every batch until the server happens to analyse it, a minute later or more.
    /// </summary>
    public const string ByKeyOnly = "-c enable_seqscan=off";

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
        // An acknowledged commit is on disk even if the server's own default was relaxed. And compiling a statement to machine code takes longer
        // than any of ours runs; the server believes otherwise of those that it would rather not run without a scan.
        settings.Options = $"{settings.Options} -c synchronous_commit=on -c jit=off {options}".Trim();
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
