using Revitalization.Storage;

namespace Revitalization.Conformance.Tests.Storage;

/// <summary>Keys and secrets lie in files that whoever comes first writes and nobody writes again.</summary>
public sealed class PrivateFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("private-file-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Two channels of a new deployment begin with one key at the same moment: a key that another replaced would have signed what nobody can verify.
    [Fact]
    public void Whoever_comes_at_the_same_moment_gets_what_the_first_wrote()
    {
        const int Callers = 4;
        for (var round = 0; round < 300; round++)
        {
            var path = Path.Combine(_folder, $"key-{round}");
            var got = new byte[Callers][];
            using var together = new Barrier(Callers);
            var threads = Enumerable.Range(0, Callers).Select(caller => new Thread(() =>
            {
                together.SignalAndWait();
                got[caller] = PrivateFile.ReadOrWrite(path, () => [(byte)caller]);
            })).ToList();
            threads.ForEach(thread => thread.Start());
            threads.ForEach(thread => thread.Join());
            got.ShouldAllBe(one => one.SequenceEqual(File.ReadAllBytes(path)));
        }
        Directory.EnumerateFiles(_folder).Count().ShouldBe(300); // No draft is left lying.
    }

    [Fact]
    public void A_file_is_replaced_whole_and_only_its_owner_reads_it()
    {
        var path = Path.Combine(_folder, "secrets.json");
        PrivateFile.ReadOrWrite(path, () => [1, 2, 3]).ShouldBe([1, 2, 3]);
        PrivateFile.ReadOrWrite(path, () => throw new InvalidOperationException("It is there already.")).ShouldBe([1, 2, 3]);
        PrivateFile.Write(path, [4]);
        File.ReadAllBytes(path).ShouldBe([4]);
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Should.Throw<IOException>(() => PrivateFile.Write(Path.Combine(_folder, "no", "such"), [1]));
        Directory.EnumerateFiles(_folder).Single().ShouldBe(path);
    }

    [Fact]
    public void A_folder_is_made_with_those_above_it()
    {
        DiskSync.CreateFolder(Path.Combine(_folder, "a", "b", "c"));
        DiskSync.CreateFolder(Path.Combine(_folder, "a", "b", "c"));
        Directory.Exists(Path.Combine(_folder, "a", "b", "c")).ShouldBeTrue();
    }
}
