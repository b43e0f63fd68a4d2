using Revitalization.Storage.GroupCommit;

namespace Revitalization.Storage.Keyring;

/// <summary>A wrapped key as it lies in the table.</summary>
internal sealed record KeyRow(Guid Person, byte[] BlindIndex, byte[] Wrapped);

/// <summary>What the keyring's one writer is asked for: persons to find or create, or one to erase.</summary>
internal readonly record struct KeyWrite(IReadOnlyList<ReadOnlyMemory<byte>> Persons, Guid? Erase = null);

/// <summary>The table of wrapped keys in one database.</summary>
internal interface IKeyTable : IBatchSink<KeyWrite, IReadOnlyList<PersonKey>>, IAsyncDisposable
{
    ValueTask<IReadOnlyList<KeyRow>> Find(IReadOnlyList<ReadOnlyMemory<byte>> blindIndexes, CancellationToken cancellation);

    ValueTask<IReadOnlyList<KeyRow>> Find(IReadOnlyList<Guid> persons, CancellationToken cancellation);
}
