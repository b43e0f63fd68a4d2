using System.Net.Sockets;
using Npgsql;
using Revitalization.Standalone.Options;

namespace Revitalization.Standalone.Running;

/// <summary>Says before anything starts whether PostgreSQL is there, in words rather than a trace.</summary>
internal static class DatabaseCheck
{
    private const int PatienceSeconds = 5;

    public static async Task Require(string connection, CancellationToken cancellation)
    {
        var where = "";
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(connection) { Timeout = PatienceSeconds };
            where = $"{settings.Host}:{settings.Port}, database {settings.Database ?? settings.Username}";
            await using var probe = new NpgsqlConnection(settings.ConnectionString);
            await probe.OpenAsync(cancellation);
        }
        catch (ArgumentException malformed)
        {
            throw Refuse($"--postgres is no connection string: {malformed.Message} Example: Host=localhost;Database=platform;Username=platform;Password=…");
        }
        catch (Exception unreachable) when (unreachable is NpgsqlException or SocketException or TimeoutException)
        {
            throw Refuse($"PostgreSQL cannot be used ({where}): {unreachable.Message}");
        }
    }

    private static StartRefusedException Refuse(string why) => new(ExitCodes.DatabaseUnreachable, why);
}
