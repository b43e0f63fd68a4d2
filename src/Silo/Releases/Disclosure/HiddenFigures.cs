using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Revitalization.Storage;

namespace Revitalization.Silo.Releases.Disclosure;

/// <summary>
/// What releases hide (未公布数值), a file for each by the root of its rows. Never part of a release and never served to a portal: the next release needs
/// the values, so as not to give them away, and the officer the reasons. Readable by the product's own account only.
/// </summary>
public sealed class HiddenFigures(string dataDirectory)
{
    private readonly string _folder = Path.Combine(dataDirectory, "secrets", "hidden-figures");

    /// <summary>Durable when it returns; the summary goes first.</summary>
    public async Task Write(string rowsRoot, HiddenSummary summary, IReadOnlyList<HiddenFigure> figures, CancellationToken cancellation)
    {
        DiskSync.CreateFolder(_folder);
        var draft = Path.Combine(_folder, "." + RandomNumberGenerator.GetHexString(16, lowercase: true));
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 1 << 16 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var stream = new FileStream(draft, options))
        {
            await Line(stream, summary, cancellation);
            foreach (var figure in figures) await Line(stream, figure, cancellation);
            stream.Flush(flushToDisk: true);
        }
        DiskSync.Replace(draft, FileOf(rowsRoot));
    }

    /// <summary>Null where nobody kept it: of releases older than this file.</summary>
    public async Task<HiddenSummary?> Summary(string rowsRoot, CancellationToken cancellation)
    {
        if (!File.Exists(FileOf(rowsRoot))) return null;
        using var reader = new StreamReader(FileOf(rowsRoot));
        return await reader.ReadLineAsync(cancellation) is { } line ? JsonSerializer.Deserialize<HiddenSummary>(line) : null;
    }

    public async IAsyncEnumerable<HiddenFigure> Read(string rowsRoot, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!File.Exists(FileOf(rowsRoot))) yield break;
        using var reader = new StreamReader(FileOf(rowsRoot));
        await reader.ReadLineAsync(cancellation);
        while (await reader.ReadLineAsync(cancellation) is { } line) yield return JsonSerializer.Deserialize<HiddenFigure>(line)!;
    }

    private static async Task Line<T>(Stream stream, T value, CancellationToken cancellation)
    {
        await JsonSerializer.SerializeAsync(stream, value, cancellationToken: cancellation);
        stream.WriteByte((byte)'\n');
    }

    private string FileOf(string rowsRoot) => rowsRoot.Length == 64 && rowsRoot.All(char.IsAsciiHexDigitLower)
        ? Path.Combine(_folder, rowsRoot + ".jsonl")
        : throw new ArgumentException("A root is 64 hex digits.", nameof(rowsRoot));
}
