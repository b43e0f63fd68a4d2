using Revitalization.Silo.Households;
using Revitalization.Silo.Regions;

namespace Revitalization.Silo.Monitoring.Lists;

/// <summary>A filter as conditions, the sender's scope first.</summary>
internal static class MonitoringConditions
{
    public static FileQuery Of(MonitoringFilter filter, Sender by, DateOnly today)
    {
        var query = new FileQuery(today);
        Drive(query, filter);
        query.Within(by.Regions(), "scope");
        if (filter.Region is { } region) query.Within([RegionNames.Significant(region)], "region");
        AddColumns(query, filter);
        AddTimes(query, filter);
        return query;
    }

    private static void Drive(FileQuery query, MonitoringFilter filter)
    {
        if (filter.Colour is not null || filter.Severity is not null)
        {
            query.DriveBy("c");
            query.And("f.household=c.household AND c.from_on<=@today AND c.until_on>=@today");
        }
        else if (filter.Wanted == true)
        {
            query.DriveBy("w");
            query.And($"f.household=w.household AND {WantedNow("w")}");
        }
    }

    private static void AddColumns(FileQuery query, MonitoringFilter filter)
    {
        if (filter.Colour is { } colour) query.And("c.colour=@colour", ("colour", colour));
        if (filter.Severity is { } severity) query.And(filter.Colour is null ? "c.severity=@severity" : "+c.severity=@severity", ("severity", (long)severity));
        if (filter.Kind is { } kind) query.And("f.kind=@kind", ("kind", kind));
        if (filter.Step is { } step) query.And("f.step=@step", ("step", step));
        if (filter.Cadre is { } cadre) query.And("f.cadre=@cadre", ("cadre", cadre));
        // Whoever is monitored, answered for, coloured or wants a cadre has a file under way: saying it again would only lead the planner astray.
        if (filter.Step is null && filter.Kind is null && filter.Cadre is null && query.Driver == "f") query.And("f.active=1");
    }

    private static void AddTimes(FileQuery query, MonitoringFilter filter)
    {
        if (filter.Overdue is { } overdue) query.And(overdue ? "f.due_on<@today" : "(f.due_on IS NULL OR f.due_on>=@today)");
        if (filter.Late is { } late)
            query.And("EXISTS (SELECT 1 FROM deadlines y WHERE y.household=f.household AND y.kind || ''=@late AND y.due_on<@today)", ("late", late));
        if (filter.Wanted is { } wanted && query.Driver != "w")
            query.And($"{(wanted ? "" : "NOT ")}EXISTS (SELECT 1 FROM deadlines x WHERE x.household=f.household AND {WantedNow("x", "x.kind || ''")})");
    }

    // The joined text keeps SQLite from walking by the day due, which is not the order of a list.
    /// <param name="kind">The kind as an expression, where its index must not be chosen.</param>
    private static string WantedNow(string alias, string? kind = null) =>
        $"{kind ?? $"{alias}.kind"}='{FileRows.CadreKind}' AND {alias}.due_on || ''<=@today AND {alias}.until_on>=@today";
}
