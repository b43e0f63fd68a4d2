using Revitalization.Contracts.Releases;

namespace Revitalization.Standalone.Verify;

/// <summary>The files of a downloaded release, found beside the one that was named.</summary>
internal sealed record ReleaseDownload(string Folder, string Manifest, string Rows)
{
    /// <exception cref="IOException">A file is missing, or there are several that could be it.</exception>
    public static ReleaseDownload Find(string file)
    {
        var folder = Directory.Exists(file) ? file : Path.GetDirectoryName(Path.GetFullPath(file))!;
        var manifest = file.EndsWith(".json", StringComparison.Ordinal) ? file : Path.Combine(folder, "manifest.json");
        var rows = file.EndsWith(".jsonl", StringComparison.Ordinal) ? file : RowsIn(folder);
        foreach (var needed in new[] { manifest, rows })
            if (!File.Exists(needed)) throw new IOException($"没有文件 {needed}。 There is no file {needed}.");
        return new(folder, manifest, rows);
    }

    public IReadOnlyList<SignedKeyStatement> Statements() => Beside("keys.json") is { } bytes ? KeyStatementJson.Read(bytes) : [];

    public SignedRedactions? Redactions() => Beside("redactions.json") is { } bytes ? RedactionJson.Read(bytes) : null;

    private static string RowsIn(string folder) => Directory.GetFiles(folder, "*.jsonl") switch
    {
        [var only] => only,
        [] => Path.Combine(folder, "rows.jsonl"),
        _ when File.Exists(Path.Combine(folder, "rows.jsonl")) => Path.Combine(folder, "rows.jsonl"),
        _ => throw new IOException("文件夹里有几个 .jsonl，请写明是哪一个。 The folder holds several .jsonl; name one."),
    };

    private byte[]? Beside(string name) => File.Exists(Path.Combine(Folder, name)) ? File.ReadAllBytes(Path.Combine(Folder, name)) : null;
}
