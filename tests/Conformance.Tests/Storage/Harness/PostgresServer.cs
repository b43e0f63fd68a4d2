using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Npgsql;

namespace Revitalization.Conformance.Tests.Storage.Harness;

/// <summary>
/// A real PostgreSQL with a private data folder, its safety settings as shipped (fsync on), started when first needed.
/// It ends with this process, however that ends: a shell waits on a pipe that only this process holds open.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly SemaphoreSlim _starting = new(1);
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "storage-pg-" + RandomNumberGenerator.GetHexString(8, lowercase: true));
    private readonly int _port = FreePort();
    private Process? _shell;

    private string Address => string.Create(CultureInfo.InvariantCulture, $"Host={_folder};Port={_port};Username=postgres");

    /// <summary>Process id of the server's first process.</summary>
    public async Task<int> ServerProcess() =>
        int.Parse((await File.ReadAllLinesAsync(Path.Combine(_folder, "data", "postmaster.pid")))[0], CultureInfo.InvariantCulture);

    /// <summary>A new, empty database; its connection string.</summary>
    public async Task<string> CreateDatabase()
    {
        await EnsureStarted();
        var name = "county_" + RandomNumberGenerator.GetHexString(12, lowercase: true);
        await using var source = NpgsqlDataSource.Create(Address + ";Database=postgres;Pooling=false");
        await using var command = source.CreateCommand($"CREATE DATABASE {name}");
        await command.ExecuteNonQueryAsync();
        return $"{Address};Database={name}";
    }

    public async ValueTask DisposeAsync()
    {
        if (_shell is { } shell)
        {
            shell.StandardInput.Close();
            await shell.WaitForExitAsync();
            shell.Dispose();
        }

        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
        _starting.Dispose();
    }

    private async Task EnsureStarted()
    {
        await _starting.WaitAsync();
        try
        {
            if (_shell is not null) return;
            _shell = Process.Start(Shell()) ?? throw new InvalidOperationException("No shell.");
            if (await _shell.StandardOutput.ReadLineAsync() != "ready")
                throw new InvalidOperationException("PostgreSQL did not start: " + await _shell.StandardError.ReadToEndAsync());
        }
        finally
        {
            _starting.Release();
        }
    }

    private ProcessStartInfo Shell()
    {
        var start = new ProcessStartInfo("/bin/bash")
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(Script);
        start.Environment["FOLDER"] = _folder;
        start.Environment["PORT"] = _port.ToString(CultureInfo.InvariantCulture);
        start.Environment["BIN"] = Binaries();
        return start;
    }

    // PostgreSQL refuses to run as root; there it runs as its own user.
    private const string Script = """
        set -e
        as() { if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid=postgres --clear-groups "$@"; else "$@"; fi; }
        mkdir -m 700 "$FOLDER"; cd "$FOLDER"
        if [ "$(id -u)" = 0 ]; then chown postgres "$FOLDER"; fi
        as "$BIN/initdb" -D "$FOLDER/data" -U postgres -A trust -E UTF8 --locale=C >"$FOLDER/../${FOLDER##*/}.log" 2>&1 \
          || { cat "$FOLDER/../${FOLDER##*/}.log" >&2; exit 1; }
        rm -f "$FOLDER/../${FOLDER##*/}.log"
        as "$BIN/pg_ctl" -D "$FOLDER/data" -w -t 60 -l "$FOLDER/data/server.log" \
          -o "-p $PORT -k $FOLDER -c listen_addresses='' -c max_connections=200" start >/dev/null 2>&1 \
          || { cat "$FOLDER/data/server.log" >&2; exit 1; }
        echo ready
        cat >/dev/null || true
        as "$BIN/pg_ctl" -D "$FOLDER/data" -m immediate -w stop >/dev/null 2>&1
        """;

    private static string Binaries() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin")).Last()
            : throw new InvalidOperationException("PostgreSQL is not installed (Debian package postgresql-15).");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
