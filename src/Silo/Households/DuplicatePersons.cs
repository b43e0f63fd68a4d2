using System.Globalization;
using Revitalization.Silo.Projections;

namespace Revitalization.Silo.Households;

/// <summary>Keeps the list of persons who stand in more than one household (重复人员), for those whom a batch touched.</summary>
internal static class DuplicatePersons
{
    public static async Task Write(IReadOnlyCollection<string> persons, ProjectionBatch batch, CancellationToken cancellation)
    {
        if (persons.Count == 0) return;
        var places = await batch.Find(
            "person, household", "members", "person", persons, reader => (Person: reader.GetString(0), Household: reader.GetString(1)), cancellation);
        var twice = places.GroupBy(place => place.Person, StringComparer.Ordinal)
            .Select(person => (person.Key, Households: person.Select(place => place.Household).Distinct(StringComparer.Ordinal).LongCount()))
            .Where(person => person.Households > 1).ToList();
        await batch.Delete("duplicates", "person", persons, cancellation);
        await batch.Upsert(RegisterTables.DuplicateRow, [.. twice.Select(person => new object?[] { person.Key, person.Households })], cancellation);
    }
}

/// <summary>Takes an erased person's ciphertext and index out of the rows (依法删除).</summary>
internal static class ErasedPersons
{
    public static async Task Write(IReadOnlyList<Guid> persons, ProjectionBatch batch, CancellationToken cancellation)
    {
        foreach (var person in persons)
        {
            var id = person.ToString("N", CultureInfo.InvariantCulture);
            await Update($"UPDATE {batch.Table("members")} SET name=NULL, national_id=NULL, name_index=NULL WHERE person=@person");
            await Update($"UPDATE {batch.Table("households")} SET head_name=NULL WHERE head_person=@person");

            async Task Update(string sql)
            {
                await using var command = batch.Command(sql);
                command.Add("person", id);
                await command.ExecuteNonQueryAsync(cancellation);
            }
        }
    }
}
