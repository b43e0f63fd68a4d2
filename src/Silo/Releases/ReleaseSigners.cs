using System.Collections.Concurrent;
using Revitalization.Contracts.Releases;
using Revitalization.Storage.Releases;

namespace Revitalization.Silo.Releases;

/// <summary>The signers of all channels, opened when first asked for.</summary>
public sealed class ReleaseSigners(string dataDirectory, IReleaseStore store) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<ReleaseSigner>> _byChannel = new(StringComparer.Ordinal);

    public ReleaseSigner this[string channel] => _byChannel.GetOrAdd(channel, _ => new Lazy<ReleaseSigner>(() =>
        ReleaseSigner.OpenOrCreate(dataDirectory, channel, Statements(channel, CancellationToken.None).AsTask().GetAwaiter().GetResult()))).Value;

    /// <summary>The signer with the key in force now: another Silo on the same folder may have changed it.</summary>
    public async ValueTask<ReleaseSigner> Fresh(string channel, CancellationToken cancellation)
    {
        var signer = this[channel];
        signer.Follow(await Statements(channel, cancellation));
        return signer;
    }

    public async ValueTask<IReadOnlyList<SignedKeyStatement>> Statements(string channel, CancellationToken cancellation) =>
        await store.ReadOfChannel(channel, ChannelFile.Keys, cancellation) is { } bytes ? KeyStatementJson.Read(bytes) : [];

    public void Dispose()
    {
        foreach (var signer in _byChannel.Values.Where(signer => signer.IsValueCreated)) signer.Value.Dispose();
    }
}
