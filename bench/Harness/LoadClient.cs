using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Revitalization.Bench.Harness;

/// <summary>
/// One caller on one kept connection that writes requests made beforehand and reads answers without understanding them. It shares
/// the processor with what it measures, so it must cost little: a full HTTP client costs as much as the server it asks.
/// </summary>
internal sealed class LoadClient : IDisposable
{
    private static ReadOnlySpan<byte> LastChunk => "\r\n0\r\n\r\n"u8;

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[256 * 1024];
    private int _filled;

    private LoadClient()
    {
    }

    public static async Task<LoadClient> To(Uri address)
    {
        var client = new LoadClient();
        await client._socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, address.Port));
        return client;
    }

    /// <summary>A request as it goes over the wire.</summary>
    public static byte[] Request(string method, string target, Uri address, string headers = "", ReadOnlySpan<byte> body = default)
    {
        var length = body.IsEmpty ? "" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n");
        return [.. Encoding.ASCII.GetBytes($"{method} {target} HTTP/1.1\r\nHost: {address.Authority}\r\n{headers}{length}\r\n"), .. body];
    }

    /// <summary>Sends a request and reads its whole answer.</summary>
    public async ValueTask<LoadReply> Send(ReadOnlyMemory<byte> request, Action<int>? received = null)
    {
        await _socket.SendAsync(request);
        _filled = 0;
        int end;
        while ((end = _buffer.AsSpan(0, _filled).IndexOf("\r\n\r\n"u8)) < 0) await Receive(received);
        var head = Encoding.ASCII.GetString(_buffer, 0, end + 2);
        var status = int.Parse(head.AsSpan(9, 3), provider: null);
        var (first, read) = (end + 4, _filled - end - 4L);
        if (status is 304 or 204) return new(status, head, 0);
        return Length(head) is { } length ? new(status, head, await Counted(length, read, received)) : new(status, head, await Chunked(first, read, received));
    }

    public void Dispose() => _socket.Dispose();

    /// <summary>The value of an answer's header; null where there is none.</summary>
    public static string? Header(string head, string name)
    {
        var at = head.IndexOf("\r\n" + name + ":", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        var from = at + name.Length + 3;
        return head[from..head.IndexOf("\r\n", from, StringComparison.Ordinal)].Trim();
    }

    private static long? Length(string head) =>
        Header(head, "Content-Length") is { } stated && Utf8Parser.TryParse(Encoding.ASCII.GetBytes(stated), out long length, out _) ? length : null;

    private async ValueTask<long> Counted(long length, long read, Action<int>? received)
    {
        for (; read < length; read += _filled)
        {
            _filled = 0;
            await Receive(received);
        }
        return read;
    }

    // Its end is looked for at the end of what has come: an answer holds no such line itself, and only one is under way.
    private async ValueTask<long> Chunked(int first, long read, Action<int>? received)
    {
        var tail = LastChunk.Length;
        while (!_buffer.AsSpan(Math.Max(0, first - 2), _filled - Math.Max(0, first - 2)).EndsWith(LastChunk))
        {
            if (_filled > _buffer.Length / 2)
            {
                _buffer.AsSpan(_filled - tail, tail).CopyTo(_buffer);
                (_filled, first) = (tail, 2);
            }
            read += await Receive(received);
        }
        return read;
    }

    private async ValueTask<int> Receive(Action<int>? received)
    {
        if (_filled == _buffer.Length) throw new InvalidDataException("An answer's head has no end.");
        var count = await _socket.ReceiveAsync(_buffer.AsMemory(_filled));
        if (count == 0) throw new EndOfStreamException("The connection was closed within an answer.");
        _filled += count;
        received?.Invoke(count);
        return count;
    }
}

/// <param name="Head">Status line and headers.</param>
/// <param name="Bytes">Of the body, as transferred.</param>
internal sealed record LoadReply(int Status, string Head, long Bytes)
{
    public LoadReply Expect(int status) => Status == status ? this : throw new InvalidOperationException(Head);
}
