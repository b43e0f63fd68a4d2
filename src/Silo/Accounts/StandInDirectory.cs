using System.Globalization;
using Revitalization.Contracts.Accounts;
using Revitalization.Contracts.Identity;
using Revitalization.Domain.Calendar;
using Revitalization.Silo.Households;
using Revitalization.Silo.Projections;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Accounts;

/// <summary>The list of stand-ins; a county sees those of the people it has in its scope.</summary>
public sealed class StandInDirectory(IRegistryDatabase database, TimeProvider clock)
{
    /// <param name="before">Position of the last one shown; the newest first.</param>
    public async Task<IReadOnlyList<(StandInView View, long Seq)>> List(
        string? account, long before, int limit, Sender by, CancellationToken cancellation)
    {
        await using var connection = await database.OpenReader(cancellation);
        await using var command = connection.CreateCommand();
        var scopes = by.Role == Roles.SecurityAdministrator ? null : by.Regions();
        command.CommandText = $"""
            SELECT s.act, s.absent, s.stand_in, s.from_day, s.until_day, s.withdrawn, s.seq FROM stand_ins s JOIN accounts a ON a.account=s.absent
            WHERE s.seq < @before {(account is null ? "" : "AND s.absent=@account")} {(scopes is null ? "" : $"AND ({Within(scopes)})")}
            ORDER BY s.seq DESC LIMIT {limit.ToString(CultureInfo.InvariantCulture)}
            """;
        command.Add("before", before);
        if (account is not null) command.Add("account", account);
        for (var at = 0; at < scopes?.Length; at++) command.Add($"s{at}", $"% region:{scopes[at]}%");
        var today = clock.ChinaToday();
        var found = new List<(StandInView View, long Seq)>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var (from, until) = (Day(reader.GetString(3)), Day(reader.GetString(4)));
            var state = reader.GetInt64(5) != 0 ? "withdrawn" : today < from ? "coming" : today > until ? "ended" : "running";
            found.Add((new(reader.GetString(0), reader.GetString(1), reader.GetString(2), from, until, state), reader.GetInt64(6)));
        }
        return found;
    }

    private static string Within(string[] scopes) =>
        scopes.Length == 0 ? "1=0" : string.Join(" OR ", scopes.Select((_, at) => $"' ' || a.scopes LIKE @s{at.ToString(CultureInfo.InvariantCulture)}"));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
