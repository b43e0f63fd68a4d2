namespace Revitalization.SystemTests.Feeds;

/// <summary>An answer kept in memory is the answer that was first written, until another release stands.</summary>
public sealed class AnswerCacheTests
{
    // Below and above what is kept, and above what is sent in one piece.
    [Theory]
    [InlineData("/odata/Regions?$top=3", 0, 10)]
    [InlineData("/odata/Observations?$top=150", 10, 64)]
    [InlineData("/odata/Observations?$count=true", 64, 1000)]
    [InlineData("/odata/Observations?$filter=Period ne '2022'&$expand=Region", 64, 1000)]
    public async Task Asked_again_the_answer_has_the_same_bytes(string address, int overKilobytes, int underKilobytes)
    {
        await using var portal = new SamplePortal { PageRows = 1000 };
        await portal.InitializeAsync();

        var first = await portal.Client.GetByteArrayAsync(address);
        first.Length.ShouldBeInRange(overKilobytes * 1024, underKilobytes * 1024);
        for (var again = 0; again < 3; again++) (await portal.Client.GetByteArrayAsync(address)).ShouldBe(first);

        using var whole = await portal.Client.GetAsync(address);
        using var known = await portal.Send(address, headers => headers.IfNoneMatch.Add(whole.Headers.ETag!));
        ((int)known.StatusCode).ShouldBe(304);
        whole.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
    }

    [Fact]
    public async Task What_decides_an_answer_beside_its_address_is_not_mixed_up()
    {
        await using var portal = new SamplePortal();
        await portal.InitializeAsync();
        const string address = "/odata/Regions?$top=2";
        for (var round = 0; round < 2; round++)
        {
            (await Text(portal, "Accept", "application/json;odata.metadata=none")).ShouldNotContain("@odata.context");
            (await Text(portal, "Prefer", "maxpagesize=1")).ShouldContain("$skiptoken=");
            (await portal.Client.GetStringAsync(address)).ShouldContain("@odata.context");
            (await Text(portal, "X-Forwarded-Host", "data.example.cn")).ShouldContain("//data.example.cn/odata/$metadata");
        }

        static async Task<string> Text(SamplePortal portal, string header, string value)
        {
            using var response = await portal.Send(address, headers => headers.Add(header, value));
            return await response.Content.ReadAsStringAsync();
        }
    }

    [Fact]
    public async Task Another_release_forgets_them()
    {
        await using var portal = new SamplePortal();
        await portal.InitializeAsync();
        const string newest = "/odata/Observations?$top=20", earlier = "/odata/Observations?$top=20&asOf=2023-09-30";
        var (now, then) = (await portal.Client.GetStringAsync(newest), await portal.Client.GetStringAsync(earlier));

        await portal.PublishAgain();

        (await portal.Client.GetStringAsync(newest)).ShouldNotBe(now);
        (await portal.Client.GetStringAsync(newest)).ShouldContain("\"Release\":3");
        (await portal.Rows(earlier)).ShouldAllBe(row => row.GetProperty("Release").GetInt32() == 2);
        then.ShouldContain("\"Release\":2");
    }
}
