using Revitalization.Storage.GroupCommit;

namespace Revitalization.Storage.Keyring;

/// <summary>The keyring over any table of wrapped keys: cache first, then one bulk read, then one group commit.</summary>
internal sealed class CachedKeyring : IKeyring
{
    private const int PersonsPerWrite = 10_000;
    private readonly IKeyTable _table;
    private readonly KeyWrap _wrap;
    private readonly KeyCache _cache;
    private readonly CommitQueue<KeyWrite, IReadOnlyList<PersonKey>> _writes;

    public CachedKeyring(IKeyTable table, KeyWrap wrap, TimeProvider clock)
    {
        (_table, _wrap, _cache) = (table, wrap, new KeyCache(clock));
        _writes = new("keys writer", table, write => write.Persons.Count, new CommitLimits(BatchBytes: PersonsPerWrite));
    }

    public async ValueTask<PersonKey> GetOrCreate(ReadOnlyMemory<byte> blindIndex, CancellationToken cancellation = default) =>
        _cache.Find(blindIndex) ?? (await GetOrCreate([blindIndex], cancellation))[0];

    public async ValueTask<IReadOnlyList<PersonKey>> GetOrCreate(
        IReadOnlyList<ReadOnlyMemory<byte>> blindIndexes, CancellationToken cancellation = default)
    {
        foreach (var index in blindIndexes) BlindIndex.Check(index);
        var found = await FindAll(blindIndexes, cancellation);
        var unknown = blindIndexes.Select(index => new BlindIndex(index)).Where(index => !found.ContainsKey(index)).Distinct();
        foreach (var page in unknown.Chunk(PersonsPerWrite)) await Create(page, found, cancellation);
        return blindIndexes.Select(index => found[new(index)]).ToList();
    }

    public async ValueTask<PersonKey?> Find(ReadOnlyMemory<byte> blindIndex, CancellationToken cancellation = default)
    {
        BlindIndex.Check(blindIndex);
        return (await FindAll([blindIndex], cancellation)).GetValueOrDefault(new(blindIndex));
    }

    public async ValueTask<IReadOnlyDictionary<Guid, ReadOnlyMemory<byte>>> Keys(
        IReadOnlyCollection<Guid> persons, CancellationToken cancellation = default)
    {
        var keys = new Dictionary<Guid, ReadOnlyMemory<byte>>();
        var unknown = new List<Guid>();
        foreach (var person in persons)
        {
            if (_cache.Find(person) is { } cached) keys[person] = cached.Key;
            else unknown.Add(person);
        }

        foreach (var page in unknown.Distinct().Chunk(PersonsPerWrite))
            foreach (var row in await _table.Find(page, cancellation))
                keys[row.Person] = Remember(row).Key;
        return keys;
    }

    public async ValueTask Erase(Guid person, CancellationToken cancellation = default)
    {
        await _writes.Submit(new([], person), cancellation);
        _cache.Erase(person);
    }

    public async ValueTask DisposeAsync()
    {
        await _writes.DisposeAsync();
        await _table.DisposeAsync();
        _wrap.Dispose();
    }

    private async ValueTask<Dictionary<BlindIndex, PersonKey>> FindAll(
        IReadOnlyList<ReadOnlyMemory<byte>> indexes, CancellationToken cancellation)
    {
        var found = new Dictionary<BlindIndex, PersonKey>();
        var unknown = new List<ReadOnlyMemory<byte>>();
        foreach (var index in indexes)
        {
            if (_cache.Find(index) is { } cached) found[new(index)] = cached;
            else unknown.Add(index);
        }

        foreach (var page in unknown.Chunk(PersonsPerWrite))
            foreach (var row in await _table.Find(page, cancellation))
                found[new(row.BlindIndex)] = Remember(row);
        return found;
    }

    private async Task Create(BlindIndex[] unknown, Dictionary<BlindIndex, PersonKey> found, CancellationToken cancellation)
    {
        var created = await _writes.Submit(new(Array.ConvertAll(unknown, index => index.Bytes)), cancellation);
        for (var i = 0; i < unknown.Length; i++)
        {
            _cache.Add(unknown[i].Bytes, created[i]);
            found[unknown[i]] = created[i];
        }
    }

    private PersonKey Remember(KeyRow row)
    {
        var key = _wrap.Unwrap(row.Person, row.Wrapped);
        _cache.Add(row.BlindIndex, key);
        return key;
    }
}
