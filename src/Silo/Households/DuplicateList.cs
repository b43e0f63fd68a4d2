using System.Data.Common;
using System.Globalization;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Households;
using Revitalization.Domain.Privacy;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Villages;
using Revitalization.Storage.Keyring;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Households;

/// <summary>Persons who stand in two households (重复人员), whichever import or officer put them there.</summary>
public sealed class DuplicateList(IRegistryDatabase database, IKeyring keyring, VillageBook villages)
{
    private const string Columns = "m.person, m.household, m.member, m.name, m.national_id, m.joined_on, h.village_code";

    public async Task<IReadOnlyList<DuplicatePerson>> OfPersons(IReadOnlyCollection<Guid> persons, CancellationToken cancellation)
    {
        if (persons.Count == 0) return [];
        var names = string.Join(',', persons.Select((_, index) => $"@p{index}"));
        var values = persons.Select((person, index) => ($"p{index}", (object?)Id(person))).ToArray();
        return await Read($"d.person IN ({names})", values, cancellation);
    }

    /// <summary>Those with a place in the sender's scope, by person; the other place is shown as well, since it is what must be settled.</summary>
    public async Task<Page<DuplicatePerson>> Page(Sender by, string? cursor, int limit, CancellationToken cancellation)
    {
        var (scope, values) = ScopeFilter.Of(by, "h2.village_code");
        var where = $"""
            d.person IN (SELECT d2.person FROM duplicates d2 JOIN members m2 ON m2.person=d2.person JOIN households h2 ON h2.household=m2.household
            WHERE {scope} AND d2.person > @after GROUP BY d2.person ORDER BY d2.person LIMIT {limit + 1})
            """;
        var found = await Read(where, [.. values, ("after", cursor ?? "")], cancellation);
        return new([.. found.Take(limit)], found.Count > limit ? Id(found[limit - 1].Person) : null);
    }

    private async Task<IReadOnlyList<DuplicatePerson>> Read(string where, (string Name, object? Value)[] values, CancellationToken cancellation)
    {
        await using var connection = await database.OpenReader(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT {Columns} FROM duplicates d JOIN members m ON m.person=d.person JOIN households h ON h.household=m.household
            WHERE {where} ORDER BY m.person, m.household, m.member
            """;
        foreach (var (name, value) in values) command.Add(name, value);
        var places = new List<Place>();
        await using (var reader = await command.ExecuteReaderAsync(cancellation))
        {
            while (await reader.ReadAsync(cancellation)) places.Add(Place.Read(reader));
        }
        return await Open(places, cancellation);
    }

    private async Task<IReadOnlyList<DuplicatePerson>> Open(List<Place> places, CancellationToken cancellation)
    {
        var keys = await keyring.Keys([.. places.Select(place => place.Person).Distinct()], cancellation);
        await villages.Ensure(places.Select(place => place.Village).Distinct(StringComparer.Ordinal));
        return [.. places.GroupBy(place => place.Person).Select(person => Open(person.Key, [.. person], keys))];
    }

    private DuplicatePerson Open(Guid person, List<Place> places, IReadOnlyDictionary<Guid, ReadOnlyMemory<byte>> keys)
    {
        using var sealer = keys.TryGetValue(person, out var key) ? new PersonSealer(key) : null;
        var first = places[0];
        return new(
            person, Plain(PersonFields.Name, first.Name, Masking.Name), Plain(PersonFields.NationalId, first.NationalId, NationalId.Mask),
            [.. places.Select(place => new DuplicatePlace(
                place.Household, place.Member, place.Village, villages.Find(place.Village)?.Name ?? "", place.JoinedOn))]);

        string Plain(string field, string? text, Func<string, string> masked) =>
            sealer is null || text is null ? "" : masked(sealer.Open(field, text));
    }

    private static string Id(Guid person) => person.ToString("N", CultureInfo.InvariantCulture);

    private sealed record Place(Guid Person, string Household, string Member, string? Name, string? NationalId, DateOnly JoinedOn, string Village)
    {
        public static Place Read(DbDataReader reader) => new(
            Guid.ParseExact(reader.GetString(0), "N"), reader.GetString(1), reader.GetString(2), reader.Text(3), reader.Text(4),
            DateOnly.ParseExact(reader.GetString(5), "yyyy-MM-dd", CultureInfo.InvariantCulture), reader.GetString(6));
    }
}
