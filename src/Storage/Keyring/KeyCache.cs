using System.Collections.Concurrent;

namespace Revitalization.Storage.Keyring;

/// <summary>
/// Unwrapped keys lately used, bounded in number and age. The age bounds how long another process may still
/// read an erased person: no entry outlives <see cref="MaxAge"/>, however often it is used.
/// </summary>
internal sealed class KeyCache(TimeProvider clock, int size = 50_000)
{
    public static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<BlindIndex, Entry> _byIndex = new();
    private readonly ConcurrentDictionary<Guid, Entry> _byPerson = new();
    private readonly ConcurrentDictionary<Guid, bool> _erased = new(); // Erasures are rare and persons never come back.
    private int _count;

    public PersonKey? Find(ReadOnlyMemory<byte> blindIndex) =>
        _byIndex.TryGetValue(new(blindIndex), out var entry) && IsFresh(entry) ? entry.Key : null;

    public PersonKey? Find(Guid person) => _byPerson.TryGetValue(person, out var entry) && IsFresh(entry) ? entry.Key : null;

    public void Add(ReadOnlyMemory<byte> blindIndex, PersonKey key)
    {
        if (_erased.ContainsKey(key.Person)) return; // Read just before it was erased.
        if (Interlocked.Increment(ref _count) > size) Clear();
        var entry = new Entry(key, new(blindIndex.ToArray()), clock.GetTimestamp());
        _byIndex[entry.Index] = entry;
        _byPerson[key.Person] = entry;
    }

    public void Erase(Guid person)
    {
        _erased[person] = true;
        if (_byPerson.TryRemove(person, out var entry)) _byIndex.TryRemove(entry.Index, out _);
    }

    private bool IsFresh(Entry entry) => clock.GetElapsedTime(entry.Since) < MaxAge;

    // Dropping all at once costs one bulk read after 50,000 persons; keeping an order of use would cost every lookup.
    private void Clear()
    {
        Interlocked.Exchange(ref _count, 0);
        _byIndex.Clear();
        _byPerson.Clear();
    }

    private sealed record Entry(PersonKey Key, BlindIndex Index, long Since);
}
