using Revitalization.Silo.Privacy;
using Revitalization.Storage.Keyring;

namespace Revitalization.Silo.Households;

/// <summary>The name of a household's head as the tables hold it.</summary>
/// <param name="Person">Whose key it is sealed with.</param>
internal sealed record SealedHead(Guid Person, string Name)
{
    public static SealedHead? Of(string? person, string? name) =>
        person is null || name is null ? null : new(Guid.ParseExact(person, "N"), name);
}

/// <summary>Opens the heads of one page and masks them (张**); an erased person's stays shut.</summary>
internal sealed class HeadNames
{
    private readonly IReadOnlyDictionary<Guid, ReadOnlyMemory<byte>> _keys;

    private HeadNames(IReadOnlyDictionary<Guid, ReadOnlyMemory<byte>> keys) => _keys = keys;

    public static async Task<HeadNames> Of(IEnumerable<SealedHead?> heads, IKeyring keyring, CancellationToken cancellation) =>
        new(await keyring.Keys([.. heads.OfType<SealedHead>().Select(head => head.Person).Distinct()], cancellation));

    public string? Masked(SealedHead? head)
    {
        if (head is null || !_keys.TryGetValue(head.Person, out var key)) return null;
        using var sealer = new PersonSealer(key);
        return Masking.Name(sealer.Open(PersonFields.Name, head.Name));
    }
}
