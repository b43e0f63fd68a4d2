using System.Diagnostics;
using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace Revitalization.Bench.Cube.Peers;

/// <summary>The same rows in a table of PostgreSQL, key and all; its own tools ask it: pgbench, and psql's <c>\copy</c>.</summary>
internal sealed class PostgresRows(string connection)
{
    private const string Tables = """
        CREATE TABLE observations(region_code text, period text, indicator_code text, region_level text NOT NULL, period_kind text NOT NULL,
          value numeric, status text NOT NULL, note text, release int NOT NULL);
        CREATE VIEW bench_observations AS SELECT * FROM observations;
        COMMENT ON VIEW bench_observations IS '@omit';
        CREATE FUNCTION county_observations(county text) RETURNS SETOF observations LANGUAGE sql STABLE AS
          'SELECT * FROM observations WHERE region_code LIKE county || ''%'' AND region_level = ''village'' AND period_kind = ''Quarter'''
        """;

    private readonly NpgsqlConnectionStringBuilder _to = new(connection);

    public string Connection => connection;

    public IReadOnlyList<string> NodeArguments => [_to.Host!, _to.Port.ToString(CultureInfo.InvariantCulture), _to.Database!];

    /// <summary>Loads the rows, makes the key and the statistics.</summary>
    public async Task Load(CubeRelease release)
    {
        await using var source = NpgsqlDataSource.Create(connection + ";Pooling=false;Command Timeout=600");
        await using var writer = await source.OpenConnectionAsync();
        await Execute(writer, Tables);
        await using (var copy = await writer.BeginBinaryImportAsync("COPY observations FROM STDIN (FORMAT binary)"))
        {
            foreach (var row in release.Observations())
            {
                await copy.StartRowAsync();
                foreach (var text in (string[])[row.RegionCode, row.Period, row.IndicatorCode, row.RegionLevel, row.PeriodKind]) await copy.WriteAsync(text, NpgsqlDbType.Text);
                await copy.WriteAsync(row.Value!.Value, NpgsqlDbType.Numeric);
                await copy.WriteAsync(row.Status, NpgsqlDbType.Text);
                await copy.WriteNullAsync();
                await copy.WriteAsync(row.Release, NpgsqlDbType.Integer);
            }

            await copy.CompleteAsync();
        }

        await Execute(writer, "ALTER TABLE observations ADD PRIMARY KEY (region_code, period, indicator_code)");
        await Execute(writer, "VACUUM ANALYZE observations");
    }

    /// <summary>Ends what others still have running: a server that was killed leaves its statements to run to their end.</summary>
    public async Task EndOthers()
    {
        await using var source = NpgsqlDataSource.Create(connection + ";Pooling=false");
        await using var asking = await source.OpenConnectionAsync();
        await Execute(asking, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
    }

    /// <summary>Transactions a second that pgbench reaches with this statement, prepared, on as many connections.</summary>
    public async Task<double> Pgbench(string script, int clients, TimeSpan time)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, script);
        var output = await Run("pgbench", ["-n", "-M", "prepared", "-c", Text(clients), "-j", "2", "-T", Text(Math.Max(1, (int)time.TotalSeconds)), "-f", file, .. Where, _to.Database!]);
        File.Delete(file);
        var line = output.Split('\n').First(each => each.StartsWith("tps = ", StringComparison.Ordinal));
        return double.Parse(line.Split(' ')[2], CultureInfo.InvariantCulture);
    }

    /// <summary>How long psql takes to write the whole table as CSV to nowhere.</summary>
    public async Task<TimeSpan> Copy()
    {
        var started = Stopwatch.GetTimestamp();
        await Run("psql", ["-q", "-c", @"\copy observations to '/dev/null' csv", .. Where, "-d", _to.Database!]);
        return Stopwatch.GetElapsedTime(started);
    }

    private IReadOnlyList<string> Where => ["-h", _to.Host!, "-p", Text(_to.Port), "-U", "postgres"];

    private static async Task<string> Run(string tool, IEnumerable<string> arguments)
    {
        var folder = Directory.EnumerateDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last();
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(folder, "bin", tool), arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{tool} ended with {process.ExitCode}.");
    }

    private static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
