using System.Data.Common;
using System.Globalization;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Monitoring;
using Revitalization.Silo.Households;
using Revitalization.Silo.Monitoring.Lists;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Requests;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Monitoring.Sweep;

/// <summary>Notices in the sender's regions, newest first. They name households by id only.</summary>
public sealed class NoticeList(IRegistryDatabase database)
{
    private const int TownshipDigits = 9;

    public async Task<Page<WorklistNotice>> Page(string? cursor, int limit, Sender by, CancellationToken cancellation)
    {
        var after = Cursor.Read(cursor, 2)!;
        await using var connection = await database.OpenReader(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = Sql(by.Regions(), limit + 1, first: after[1].Length == 0);
        foreach (var (name, value) in ScopeFilter.Of(by, "").Values) command.Add(name, value);
        if (after[1].Length > 0)
        {
            command.Add("afterFiled", after[0]);
            command.Add("afterId", after[1]);
        }
        var rows = await Read(command, cancellation);
        var shown = rows.Count > limit ? rows[..limit] : rows;
        return new(shown, rows.Count > limit ? Cursor.Write(Privacy.PersonFields.Day(shown[^1].FiledOn), shown[^1].Id) : null);
    }

    /// <summary>
    /// A village or township takes its own rows by index and sorts them; whoever sees more walks back in time. The household's village of
    /// today decides: of one that moved away nothing is seen.
    /// </summary>
    private static string Sql(string[] scopes, int limit, bool first)
    {
        var narrow = scopes.Length > 0 && scopes.All(scope => scope.Length >= TownshipDigits);
        var within = narrow ? $"{ScopeFilter.Of(scopes, "n.village_code").Sql} AND {ScopeFilter.Of(scopes, "p.village_code").Sql}" : ScopeFilter.Of(scopes, "p.village_code").Sql;
        var next = first ? "" : " AND n.filed_on <= @afterFiled AND (n.filed_on < @afterFiled OR n.id < @afterId)";
        return string.Create(CultureInfo.InvariantCulture, $"""
            SELECT n.id, n.household, p.village_code, n.kind, n.deadline_kind, n.subject, n.name, n.due_on, n.filed_on
            FROM worklist_notices n CROSS JOIN monitoring_places p WHERE p.household=n.household AND {within}{next}
            ORDER BY n.filed_on{(narrow ? " || ''" : "")} DESC, n.id DESC LIMIT {limit}
            """);
    }

    private static async Task<List<WorklistNotice>> Read(DbCommand command, CancellationToken cancellation)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<WorklistNotice>();
        while (await reader.ReadAsync(cancellation))
        {
            var (kind, about, subject) = (reader.GetString(3), reader.GetString(4), reader.GetString(5));
            found.Add(new(
                reader.GetString(0), reader.GetString(1), reader.GetString(2), kind, Title(kind, about, subject, reader.GetString(6)), about, subject,
                FileRow.Day(reader, 7)!.Value, FileRow.Day(reader, 8)!.Value));
        }
        return found;
    }

    private static string Title(string kind, string about, string subject, string name) => kind switch
    {
        "due-soon" => $"即将到期：{TaskRoles.Title(about, subject)}",
        "overdue" => $"已超期：{TaskRoles.Title(about, subject)}",
        "cadre-wanted" => $"待{TaskRoles.Title(about, subject)}",
        "colour-changed" => $"已转为{name}",
        _ => throw new System.Diagnostics.UnreachableException($"No title for {kind}."),
    };
}
