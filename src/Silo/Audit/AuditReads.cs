using System.Data.Common;
using System.Globalization;
using Revitalization.Contracts.Audit;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Identity;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Households;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Regions;
using Revitalization.Silo.Requests;
using Revitalization.Silo.Villages;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Audit;

/// <summary>What is asked of the audit's list; null asks for all.</summary>
public sealed record AuditReadQuery(string? Region, string? Household, string? Account, DateOnly? From, DateOnly? Until, string[] After, int Limit);

/// <summary>Reads the list of reads (查阅记录). A county's officers see what happened to their households, wherever the reader sits.</summary>
public sealed class AuditReads(IRegistryDatabase database, RegionBook regions, VillageBook villages)
{
    private const string Columns = "r.seq, r.at, r.account, r.kind, r.household, r.region, r.purpose, r.search_by, r.found, r.day";

    public async Task<Page<AuditReadView>> Page(AuditReadQuery query, Sender by, CancellationToken cancellation)
    {
        var where = Conditions(query, by);
        await using var connection = await database.OpenReader(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = string.Create(
            CultureInfo.InvariantCulture, $"SELECT {Columns} FROM audit_reads r WHERE {where.Sql} ORDER BY r.day DESC, r.seq DESC LIMIT {query.Limit + 1}");
        foreach (var (name, value) in where.Values) command.Add(name, value);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<(AuditReadView View, string Day)>();
        while (await reader.ReadAsync(cancellation)) rows.Add((View(reader), reader.GetString(9)));
        var shown = rows.Take(query.Limit).ToList();
        await villages.Ensure(shown.Select(row => row.View.Region ?? "").Distinct(StringComparer.Ordinal));
        var next = rows.Count > query.Limit ? Cursor.Write(shown[^1].Day, shown[^1].View.Seq.ToString(CultureInfo.InvariantCulture)) : null;
        return new([.. shown.Select(row => row.View with { RegionName = NameOf(row.View.Region) })], next);
    }

    private static AuditConditions Conditions(AuditReadQuery query, Sender by)
    {
        var where = new AuditConditions();
        if (by.Role != Roles.AuditAdministrator) where.Within(by.Regions(), "scope");
        if (query.Region is { } region) where.Within([RegionNames.Significant(region)], "region");
        if (query.Household is { } household) where.And("r.household=@household", ("household", household));
        if (query.Account is { } account) where.And("r.account=@account", ("account", account));
        if (query.From is { } from) where.And("r.day >= @from", ("from", PersonFields.Day(from)));
        if (query.Until is { } until) where.And("r.day <= @until", ("until", PersonFields.Day(until)));
        if (query.After is [{ Length: > 0 } day, var seq])
            where.And("(r.day < @afterDay OR (r.day = @afterDay AND r.seq < @afterSeq))", ("afterDay", day), ("afterSeq", long.Parse(seq, CultureInfo.InvariantCulture)));
        return where;
    }

    private static AuditReadView View(DbDataReader reader) => new(
        reader.GetInt64(0), DateTimeOffset.Parse(reader.GetString(1), CultureInfo.InvariantCulture).ToOffset(ChinaCalendar.Offset), reader.GetString(2),
        reader.GetString(3), reader.Text(4), reader.GetString(5) is { Length: > 0 } region ? region : null, null, reader.Text(6), reader.Text(7),
        reader.IsDBNull(8) ? null : (int)reader.GetInt64(8));

    private string? NameOf(string? code) => code is null ? null : villages.Find(code)?.Name ?? regions.Find(code)?.Name;
}

/// <summary>Conditions on the list of reads, with their values.</summary>
internal sealed class AuditConditions
{
    private readonly List<string> _conditions = ["1=1"];

    public List<(string Name, object? Value)> Values { get; } = [];

    public string Sql => string.Join(" AND ", _conditions);

    /// <summary>One county at least is an equality, so that its index gives the rows in their order.</summary>
    public void Within(IReadOnlyList<string> prefixes, string name)
    {
        var (ranges, values) = ScopeFilter.Of(prefixes, "r.region", name);
        And(ranges, values);
        if (prefixes is [{ Length: >= 6 } only]) And($"r.county=@{name}County", ($"{name}County", only[..6]));
    }

    public void And(string condition, params (string Name, object? Value)[] values)
    {
        _conditions.Add(condition);
        Values.AddRange(values);
    }
}
