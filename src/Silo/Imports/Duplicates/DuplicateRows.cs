using Revitalization.Contracts.Imports;
using Revitalization.Domain.Audit;
using Revitalization.Domain.Imports;
using Revitalization.Silo.Audit;
using Revitalization.Silo.Households;
using Revitalization.Silo.Imports.Columns;
using Revitalization.Silo.Projections;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Imports.Duplicates;

/// <summary>
/// Finds which rows of an uploaded sheet put a person into a second household. Read from the sheet when somebody asks, so that it
/// is as true as the register now, and costs an import's rows nothing.
/// </summary>
internal sealed class DuplicateRows(IRegistryDatabase database, DuplicateList duplicates, AuditTrail audit)
{
    private const int ShownMax = 200;
    private const int RowsPerQuery = 256;

    public async Task<ImportDuplicates> Of(string id, ReceiveImport import, SheetOpening sheet, string account, CancellationToken cancellation)
    {
        await audit.Record(account, new PersonalDataRead($"import/{id}", "register", import.Region), cancellation);
        if (import.Kind != ImportKinds.Members) return new(0, []);
        var found = await Find(sheet, cancellation);
        var shown = found.Take(ShownMax).ToList();
        var persons = (await duplicates.OfPersons([.. shown.Select(row => row.Person).Distinct()], cancellation)).ToDictionary(person => person.Person);
        return new(found.Count, [.. shown.Where(row => persons.ContainsKey(row.Person))
            .Select(row => new ImportDuplicate(row.Number, row.Household, row.Member, persons[row.Person]))]);
    }

    private async Task<List<Row>> Find(SheetOpening sheet, CancellationToken cancellation)
    {
        var found = new List<Row>();
        for (var rows = Take(sheet); rows.Count > 0; rows = Take(sheet)) found.AddRange(await Find(rows, cancellation));
        return found;
    }

    private static Dictionary<(string Household, string Member), long> Take(SheetOpening sheet)
    {
        var rows = new Dictionary<(string Household, string Member), long>(RowsPerQuery);
        while (rows.Count < RowsPerQuery && sheet.Next() is { } row)
        {
            var bound = BoundRow.Bind(sheet.Plan, row, new CleaningTally());
            if (bound.Find("household") is { } household && bound.Find("member") is { } member) rows.TryAdd((household, member), bound.Number);
        }
        return rows;
    }

    private async Task<List<Row>> Find(Dictionary<(string Household, string Member), long> rows, CancellationToken cancellation)
    {
        var households = rows.Keys.Select(row => row.Household).Distinct(StringComparer.Ordinal).ToList();
        await using var connection = await database.OpenReader(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT m.household, m.member, m.person FROM members m JOIN duplicates d ON d.person=m.person
            WHERE m.household IN ({string.Join(',', households.Select((_, at) => $"@h{at}"))})
            """;
        for (var at = 0; at < households.Count; at++) command.Add($"h{at}", households[at]);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<Row>();
        while (await reader.ReadAsync(cancellation))
        {
            var (household, member) = (reader.GetString(0), reader.GetString(1));
            if (rows.TryGetValue((household, member), out var number)) found.Add(new(number, household, member, Guid.ParseExact(reader.GetString(2), "N")));
        }
        return [.. found.OrderBy(row => row.Number)];
    }

    private sealed record Row(long Number, string Household, string Member, Guid Person);
}
