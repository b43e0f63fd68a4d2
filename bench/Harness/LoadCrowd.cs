using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Revitalization.Bench.Harness;

/// <summary>
/// Many callers on one thread, each with a kept connection and one request under way (a closed loop). The thread asks the system which
/// answers have come and sends those callers' next requests: one that waits in an asynchronous read for each of them
/// costs three times as much, on the processor that is being measured.
/// </summary>
internal sealed class LoadCrowd : IDisposable
{
    private readonly Caller[] _callers;
    private readonly List<Socket> _ready = [];

    public LoadCrowd(Uri address, int callers) => _callers = [.. Enumerable.Range(0, callers).Select(_ => new Caller(address))];

    /// <summary>Answers a second, and what the callers cost; another status than 200 ends the run.</summary>
    /// <param name="request">The request of a caller and its count so far, as <see cref="LoadClient.Request"/> makes it.</param>
    public Task<Pace> PerSecond(TimeSpan time, Func<int, int, byte[]> request) =>
        Task.Factory.StartNew(() => Run(time, request), default, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    public void Dispose()
    {
        foreach (var caller in _callers) caller.Socket.Dispose();
    }

    private Pace Run(TimeSpan time, Func<int, int, byte[]> request)
    {
        var (started, processor, done, underWay) = (Stopwatch.GetTimestamp(), ThreadProcessor.Used(), 0, _callers.Length);
        for (var n = 0; n < _callers.Length; n++) _callers[n].Begin(n, request);
        var bySocket = _callers.ToDictionary(caller => caller.Socket);
        while (underWay > 0)
        {
            _ready.Clear();
            foreach (var caller in _callers)
            {
                if (caller.IsUnderWay) _ready.Add(caller.Socket);
            }
            Socket.Select(_ready, null, null, -1);
            foreach (var socket in _ready)
            {
                if (!bySocket[socket].Receive()) continue;
                done++;
                if (Stopwatch.GetElapsedTime(started) < time) bySocket[socket].Next(request);
                else underWay--;
            }
        }
        return new(done / Stopwatch.GetElapsedTime(started).TotalSeconds, (ThreadProcessor.Used() - processor) / done);
    }

    private sealed class Caller
    {
        private readonly byte[] _buffer = new byte[16 * 1024];
        private int _number, _count, _filled;

        public Caller(Uri address)
        {
            Socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            Socket.Connect(new IPEndPoint(IPAddress.Loopback, address.Port));
        }

        public Socket Socket { get; }

        public bool IsUnderWay { get; private set; }

        public void Begin(int number, Func<int, int, byte[]> request)
        {
            (_number, _count) = (number, 0);
            Send(request);
        }

        public void Next(Func<int, int, byte[]> request)
        {
            _count++;
            Send(request);
        }

        /// <summary>Takes what has come; true when the answer is whole.</summary>
        public bool Receive()
        {
            var count = Socket.Receive(_buffer.AsSpan(_filled));
            if (count == 0) throw new EndOfStreamException("The connection was closed within an answer, or its answer is too long for here.");
            _filled += count;
            var got = _buffer.AsSpan(0, _filled);
            var end = got.IndexOf("\r\n\r\n"u8);
            if (end < 0 || !IsWhole(got[..(end + 2)], got[(end + 4)..])) return false;
            if (!got.StartsWith("HTTP/1.1 200"u8)) throw new InvalidOperationException(Encoding.UTF8.GetString(got));
            IsUnderWay = false;
            return true;
        }

        private void Send(Func<int, int, byte[]> request)
        {
            (_filled, IsUnderWay) = (0, true);
            Socket.Send(request(_number, _count));
        }

        private static bool IsWhole(ReadOnlySpan<byte> head, ReadOnlySpan<byte> body)
        {
            var at = head.IndexOf("\r\nContent-Length: "u8);
            if (at < 0) return body.EndsWith("0\r\n\r\n"u8);
            return Utf8Parser.TryParse(head[(at + "\r\nContent-Length: ".Length)..], out int length, out _) && body.Length >= length;
        }
    }
}
