using System.Buffers;
using System.IO.Pipelines;

namespace Revitalization.Contracts.Releases;

/// <summary>Lines of a stream, each at most <see cref="LongestLine"/> bytes unless told otherwise, in constant memory.</summary>
public static class LineReader
{
    public const int LongestLine = 1 << 16;

    /// <summary>As the other, with each line's number from 0.</summary>
    public static Task ForEach(Stream stream, Action<ReadOnlySequence<byte>, long> take, CancellationToken cancellation)
    {
        var at = 0L;
        return ForEach(stream, line => take(line, at++), cancellation);
    }

    /// <exception cref="ReleaseRejectedException">A line is too long, or the last one has no end.</exception>
    public static async Task ForEach(
        Stream stream, Action<ReadOnlySequence<byte>> take, CancellationToken cancellation, int longest = LongestLine)
    {
        var pipe = PipeReader.Create(stream);
        try
        {
            while (true)
            {
                var read = await pipe.ReadAsync(cancellation);
                var rest = Lines(read.Buffer, take);
                if (read.IsCompleted)
                {
                    ReleaseVerification.Require(rest.IsEmpty, "its last row is cut off");
                    return;
                }
                ReleaseVerification.Require(rest.Length <= longest, "a row is too long");
                pipe.AdvanceTo(rest.Start, read.Buffer.End);
            }
        }
        finally
        {
            await pipe.CompleteAsync();
        }
    }

    private static ReadOnlySequence<byte> Lines(ReadOnlySequence<byte> buffer, Action<ReadOnlySequence<byte>> take)
    {
        while (buffer.PositionOf((byte)'\n') is { } end)
        {
            take(buffer.Slice(0, end));
            buffer = buffer.Slice(buffer.GetPosition(1, end));
        }
        return buffer;
    }
}
