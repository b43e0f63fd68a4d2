using Revitalization.Conformance.Tests.Storage.Harness;
using Revitalization.Storage.Releases;

namespace Revitalization.Conformance.Tests.Storage;

/// <summary>A published release is whole, and is never written again.</summary>
public sealed class ReleaseStoreTests : IAsyncLifetime
{
    private readonly StorageLab _lab = StorageLab.Sqlite();
    private IReleaseStore _releases = null!;

    public async ValueTask InitializeAsync() => _releases = (await _lab.Open()).Releases;

    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    [Fact]
    public async Task A_published_release_is_listed_and_reads_back()
    {
        await Publish("public", 2, "two");
        await Publish("public", 1, "one");
        await Publish("public", 10, "ten");

        (await _releases.List("public")).ShouldBe([1, 2, 10]);
        (await _releases.List("province")).ShouldBeEmpty();
        await using var rows = await _releases.Open("public", 2, ReleaseFile.Rows);
        using var reader = new StreamReader(rows!);
        (await reader.ReadToEndAsync()).ShouldBe("two");
        (await _releases.Open("public", 3, ReleaseFile.Rows)).ShouldBeNull();
    }

    [Fact]
    public async Task A_release_that_was_not_published_leaves_nothing()
    {
        await using (var draft = await _releases.Begin("public", 1)) await Write(draft, "never seen");

        (await _releases.List("public")).ShouldBeEmpty();
        (await _releases.Open("public", 1, ReleaseFile.Rows)).ShouldBeNull();
        Directory.EnumerateFileSystemEntries(Path.Combine(_lab.Folder, "releases", "public")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_number_is_published_once_even_by_two_drafts_at_the_same_time()
    {
        await using var first = await _releases.Begin("public", 1);
        await using var second = await _releases.Begin("public", 1);
        await Write(first, "first");
        await Write(second, "second");
        await first.Publish();

        await Should.ThrowAsync<ReleaseExistsException>(() => second.Publish().AsTask());
        await Should.ThrowAsync<ReleaseExistsException>(() => _releases.Begin("public", 1).AsTask());
        await using var rows = await _releases.Open("public", 1, ReleaseFile.Rows);
        using var reader = new StreamReader(rows!);
        (await reader.ReadToEndAsync()).ShouldBe("first");
    }

    [Theory]
    [InlineData("../events.db")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData(".draft")]
    [InlineData("")]
    public async Task No_name_leads_out_of_the_releases_folder(string name)
    {
        await Should.ThrowAsync<ArgumentException>(() => _releases.Open("public", 1, name).AsTask());
        await Should.ThrowAsync<ArgumentException>(() => _releases.List(name).AsTask());
    }

    private async Task Publish(string channel, int number, string rows)
    {
        await using var draft = await _releases.Begin(channel, number);
        await Write(draft, rows);
        await draft.Publish();
    }

    private static async Task Write(IReleaseDraft draft, string text)
    {
        await using var rows = new StreamWriter(draft.Create(ReleaseFile.Rows));
        await rows.WriteAsync(text);
    }
}
