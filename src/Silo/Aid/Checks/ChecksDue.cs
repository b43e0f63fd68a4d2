using System.Data.Common;
using Revitalization.Contracts.Aid;
using Revitalization.Domain.Aid.Checks;
using Revitalization.Domain.Calendar;
using Revitalization.Silo.Aid.Lists;
using Revitalization.Silo.Households;
using Revitalization.Silo.Policies;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Projections;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Aid.Checks;

/// <summary>
/// Who is to check what and has not (待盘点): periods that ended within a year and that the county's pack gives a limit. What lies further back is
/// shown on nobody's list: its figures could no longer be those of its time.
/// </summary>
public sealed class ChecksDue(IRegistryDatabase database, PolicyBook policies, TimeProvider clock)
{
    /// <summary>The earliest first; a county has a few, a province the most urgent.</summary>
    private const int Most = 500;

    public async Task<IReadOnlyList<AidCheckDue>> Read(Sender by, CancellationToken cancellation)
    {
        var today = clock.ChinaToday();
        var since = today.AddYears(-1);
        await using var connection = await database.OpenReader(cancellation);
        var agreed = await PartnershipRows.Read(connection, AidReach.Agreed(by), cancellation);
        var taken = await Taken(connection, since, cancellation);
        var ended = new[] { today.Year - 1, today.Year }.SelectMany(CheckPeriod.Of).Where(period => period.LastDay > since && period.LastDay <= today).ToList();
        var due = from line in agreed.Values
                  from period in ended
                  where period.Year >= line.StartYear && period.Year <= (line.EndYear ?? period.Year) && !taken.Contains((line.Code, period.Code))
                  let last = CheckLimits.DueOn(policies.For(line.Recipient, period.LastDay), period, WorkdayCalendar.Shipped)
                  where last is not null
                  orderby last, line.Code, period.Code
                  select new AidCheckDue(line.Code, period.Code, period.Name, last.Value, last < today);
        return [.. due.Take(Most)];
    }

    private static async Task<HashSet<(string Partnership, string Period)>> Taken(DbConnection connection, DateOnly since, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT partnership, period FROM aid_checks WHERE last_day>@since";
        command.Add("since", PersonFields.Day(since));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new HashSet<(string, string)>();
        while (await reader.ReadAsync(cancellation)) found.Add((reader.GetString(0), reader.GetString(1)));
        return found;
    }
}
