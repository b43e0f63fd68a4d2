namespace Revitalization.Storage.Keyring;

/// <summary>One person's key. Kept outside the log, so that dropping it erases what it sealed.</summary>
/// <param name="Person">Random; the log knows a person only by it.</param>
public sealed record PersonKey(Guid Person, ReadOnlyMemory<byte> Key);

/// <summary>
/// Persons by blind index (keyed hash of the national id) and their keys, wrapped by the deployment's master key.
/// Writes are group-committed and durable before they return: what a lost key sealed would be lost.
/// </summary>
public interface IKeyring : IAsyncDisposable
{
    /// <summary>The person with this blind index, created with a fresh key if unknown. Safe to call concurrently and again.</summary>
    ValueTask<PersonKey> GetOrCreate(ReadOnlyMemory<byte> blindIndex, CancellationToken cancellation = default);

    /// <summary>As <see cref="GetOrCreate(ReadOnlyMemory{byte}, CancellationToken)"/> for many at once, in the order given.</summary>
    ValueTask<IReadOnlyList<PersonKey>> GetOrCreate(IReadOnlyList<ReadOnlyMemory<byte>> blindIndexes, CancellationToken cancellation = default);

    /// <summary>The person with this blind index, or null.</summary>
    ValueTask<PersonKey?> Find(ReadOnlyMemory<byte> blindIndex, CancellationToken cancellation = default);

    /// <summary>The keys of these persons; an erased person is absent.</summary>
    ValueTask<IReadOnlyDictionary<Guid, ReadOnlyMemory<byte>>> Keys(IReadOnlyCollection<Guid> persons, CancellationToken cancellation = default);

    /// <summary>Drops key and blind index for good (依法删除).</summary>
    ValueTask Erase(Guid person, CancellationToken cancellation = default);
}
