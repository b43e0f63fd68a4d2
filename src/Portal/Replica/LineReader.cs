using System.Buffers;
using System.IO.Pipelines;
using Revitalization.Contracts.Releases;

namespace Revitalization.Portal.Replica;

/// <summary>Lines of a stream, each at most <see cref="LongestLine"/> bytes unless told otherwise, in constant memory.</summary>
internal static class LineReader
{
    public const int LongestLine = 1 << 16;

    public static async Task ForEach(Stream stream, Action<ReadOnlySequence<byte>> take, CancellationToken cancellation, int longest = LongestLine)
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
