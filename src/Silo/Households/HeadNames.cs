using System.Collections.Concurrent;
using Revitalization.Silo.Privacy;
using Revitalization.Storage.Keyring;

namespace Revitalization.Silo.Households;

/// <summary>The name of a household's head as the tables hold it.</summary>
/// <param name="Person">Whose key it is sealed with.</param>
internal sealed record SealedHead(Guid Person, string Name)
{
    private const int PersonDigits = 32;

    /// <summary>Both as one column of <c>households h</c>, never null: asking a column whether it is null costs as much as reading it.</summary>
    public const string Column = "COALESCE(h.head_person || h.head_name, '')";

    /// <param name="column">As <see cref="Column"/> reads.</param>
    public static SealedHead? Of(string column) => column.Length > PersonDigits ? new(Guid.ParseExact(column.AsSpan(0, PersonDigits), "N"), column[PersonDigits..]) : null;

    public static SealedHead? Of(string? person, string? name) =>
        person is null || name is null ? null : new(Guid.ParseExact(person, "N"), name);
}

/// <summary>Opens the heads of one page and masks them (张**); an erased person's stays shut.</summary>
internal sealed class HeadNames
{
    private const int MaskedMost = 50_000;

    // A sealed name never opens to another. Whoever asks has the person's key first: of an erased one nothing is said, whatever stands here.
    private static readonly ConcurrentDictionary<SealedHead, string> s_masked = new();

    private readonly IReadOnlyDictionary<Guid, ReadOnlyMemory<byte>> _keys;

    private HeadNames(IReadOnlyDictionary<Guid, ReadOnlyMemory<byte>> keys) => _keys = keys;

    public static async Task<HeadNames> Of(IEnumerable<SealedHead?> heads, IKeyring keyring, CancellationToken cancellation) =>
        new(await keyring.Keys([.. heads.OfType<SealedHead>().Select(head => head.Person).Distinct()], cancellation));

    public string? Masked(SealedHead? head)
    {
        if (head is null || !_keys.TryGetValue(head.Person, out var key)) return null;
        if (s_masked.TryGetValue(head, out var known)) return known;
        using var sealer = new PersonSealer(key);
        var masked = Masking.Name(sealer.Open(PersonFields.Name, head.Name));
        if (s_masked.Count >= MaskedMost) s_masked.Clear();
        return s_masked[head] = masked;
    }
}
