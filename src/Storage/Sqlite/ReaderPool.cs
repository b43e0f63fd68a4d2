using System.Collections.Concurrent;
using System.Data.Common;

namespace Revitalization.Storage.Sqlite;

/// <summary>A bounded set of reading connections with their prepared statements. One that failed is thrown away.</summary>
internal sealed class ReaderPool<TReader>(Func<TReader> open, int size) : IAsyncDisposable
    where TReader : IDisposable
{
    private readonly ConcurrentBag<TReader> _idle = [];
    private readonly SemaphoreSlim _room = new(size);
    private int _closed;

    public async ValueTask<T> Use<T>(Func<TReader, T> read, CancellationToken cancellation)
    {
        await _room.WaitAsync(cancellation);
        try
        {
            return ReadOnce(read);
        }
        finally
        {
            _room.Release();
        }
    }

    /// <summary>Waits for the readers under way, then closes all.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _closed, 1) == 1) return;
        for (var i = 0; i < size; i++) await _room.WaitAsync();
        while (_idle.TryTake(out var reader)) reader.Dispose();
        _room.Dispose();
    }

    private T ReadOnce<T>(Func<TReader, T> read)
    {
        TReader? reader = default;
        try
        {
            if (!_idle.TryTake(out reader)) reader = open();
            var result = read(reader);
            _idle.Add(reader);
            return result;
        }
        catch (DbException cause)
        {
            reader?.Dispose();
            throw new StorageFaultException("The database could not be read: " + cause.Message, cause);
        }
    }
}
