using System.Data.Common;
using System.Globalization;
using Revitalization.Silo.Households;
using Revitalization.Silo.Projections;

namespace Revitalization.Silo.Monitoring.Lists;

/// <summary>
/// One page of files as SQL, by village and household. The rarest condition drives: its index lies in the order of the list, so a page
/// costs what it shows.
/// </summary>
internal sealed class FileQuery(DateOnly today)
{
    private const string Columns = $"f.household, f.village_code, COALESCE(h.members, 0), {SealedHead.Column}, f.card";

    private readonly List<string> _conditions = [];
    private readonly List<(string Name, object? Value)> _values = [("today", Privacy.PersonFields.Day(today))];
    private string _driver = "f";

    /// <summary>The table whose index is walked: <c>f</c> files, <c>c</c> colours, <c>w</c> cadres wanted.</summary>
    public void DriveBy(string alias) => _driver = alias;

    public string Driver => _driver;

    public void And(string condition, params IReadOnlyList<(string Name, object? Value)> values)
    {
        _conditions.Add(condition);
        _values.AddRange(values);
    }

    public void Within(IReadOnlyList<string> prefixes, string name)
    {
        var (sql, values) = ScopeFilter.Of(prefixes, $"{_driver}.village_code", name);
        And(sql, values);
    }

    public void After(string village, string household)
    {
        if (household.Length == 0) return;
        And($"{_driver}.village_code >= @afterVillage AND ({_driver}.village_code > @afterVillage OR {_driver}.household > @afterId)",
            ("afterVillage", village), ("afterId", household));
    }

    public async Task<List<FileRow>> Page(DbConnection connection, int limit, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = string.Create(
            CultureInfo.InvariantCulture, $"SELECT {Columns} {From()} WHERE {Where()} ORDER BY {_driver}.village_code, {_driver}.household LIMIT {limit}");
        Bind(command);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<FileRow>();
        while (await reader.ReadAsync(cancellation)) rows.Add(FileRow.Read(reader));
        return rows;
    }

    public async Task<long> Count(DbConnection connection, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) {Driving()} WHERE {Where()}";
        Bind(command);
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture);
    }

    private string Where() => _conditions.Count == 0 ? "1=1" : string.Join(" AND ", _conditions);

    private void Bind(DbCommand command)
    {
        foreach (var (name, value) in _values) command.Add(name, value);
    }

    private string Driving() => _driver switch
    {
        "c" => "FROM monitoring_colours c CROSS JOIN monitoring_files f",
        "w" => "FROM deadlines w CROSS JOIN monitoring_files f",
        _ => "FROM monitoring_files f",
    };

    private string From() => $"{Driving()} LEFT JOIN households h ON h.household=f.household";
}
