using Revitalization.Domain.Households;
using Revitalization.Silo.Privacy;
using Revitalization.Storage.Keyring;

namespace Revitalization.Silo.Households;

/// <summary>Keyed hashes of names, made while projecting: the log holds none, so erasing a person leaves no trace to search by.</summary>
public sealed class NameIndex(IKeyring keyring, BlindIndex blindIndex)
{
    /// <summary>One for each member in order; null where the person was erased.</summary>
    public async Task<IReadOnlyList<string?>> Of(IReadOnlyList<MemberDetails> members, CancellationToken cancellation)
    {
        if (members.Count == 0) return [];
        var keys = await keyring.Keys([.. members.Select(member => member.Person).Distinct()], cancellation);
        return [.. members.Select(member => keys.TryGetValue(member.Person, out var key) ? Of(member, key) : null)];
    }

    private string Of(MemberDetails member, ReadOnlyMemory<byte> key)
    {
        using var sealer = new PersonSealer(key);
        return blindIndex.OfName(sealer.Open(PersonFields.Name, member.Name.Ciphertext));
    }
}
