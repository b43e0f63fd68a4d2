using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Revitalization.Portal.Data;

namespace Revitalization.SystemTests.Feeds;

/// <summary>What the web expects of a feed besides its rows: other origins, compression, headers alone, downloads that go on.</summary>
public sealed class FeedHeaderTests(SamplePortal portal) : IClassFixture<SamplePortal>
{
    [Fact]
    public async Task Pages_of_any_origin_may_read_the_feed()
    {
        using var asked = await portal.Send("/odata/$batch", headers =>
        {
            headers.Add("Origin", "https://newspaper.example");
            headers.Add("Access-Control-Request-Method", "POST");
            headers.Add("Access-Control-Request-Headers", "content-type,odata-maxversion");
        }, "OPTIONS");
        using var read = await portal.Send("/odata/Regions?$top=1", headers => headers.Add("Origin", "https://newspaper.example"));
        using var refused = await portal.Send("/odata/Nothing", headers => headers.Add("Origin", "https://newspaper.example"));

        ((int)asked.StatusCode).ShouldBe(204);
        asked.Headers.GetValues("Access-Control-Allow-Methods").Single().ShouldContain("POST");
        asked.Headers.GetValues("Access-Control-Allow-Headers").ShouldBe(["*"]);
        foreach (var response in (HttpResponseMessage[])[asked, read, refused]) response.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
        read.Headers.GetValues("Access-Control-Expose-Headers").Single().ShouldContain("ETag");
    }

    [Theory]
    [InlineData("/odata/")]
    [InlineData("/odata/$metadata")]
    [InlineData("/odata/Regions")]
    [InlineData("/odata/Regions('510823')")]
    [InlineData("/odata/Regions('510823')/Name")]
    [InlineData("/odata/Regions('510823')/Name/$value")]
    [InlineData("/odata/Regions/$count")]
    [InlineData("/data/Regions.csv")]
    [InlineData("/data/Regions.csv?$top=1")]
    [InlineData("/data/releases/1/manifest.json")]
    [InlineData("/data/releases/1/rows.jsonl")]
    [InlineData("/.well-known/jwks.json")]
    [InlineData("/")]
    [InlineData("/regions/510823")]
    [InlineData("/data/")]
    [InlineData("/documents")]
    public async Task Headers_alone_are_those_of_the_whole(string address)
    {
        using var whole = await portal.Client.GetAsync(address);
        using var head = await portal.Send(address, _ => { }, "HEAD");

        head.StatusCode.ShouldBe(whole.StatusCode);
        head.Content.Headers.ContentType.ShouldBe(whole.Content.Headers.ContentType);
        head.Headers.ETag.ShouldBe(whole.Headers.ETag);
        (await head.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/odata/Observations", "br")]
    [InlineData("/odata/Observations", "gzip")]
    [InlineData("/odata/$metadata", "gzip")]
    [InlineData("/data/Observations.jsonl?$top=100", "br")]
    public async Task What_is_sent_compressed_is_the_same(string address, string encoding)
    {
        var plain = await portal.Client.GetByteArrayAsync(address);
        using var response = await portal.Send(address, headers => headers.Add("Accept-Encoding", encoding));

        response.Content.Headers.ContentEncoding.ShouldBe([encoding]);
        response.Headers.Vary.ShouldContain("Accept-Encoding");
        var packed = await response.Content.ReadAsByteArrayAsync();
        packed.Length.ShouldBeLessThan(plain.Length / 2);
        SamplePortal.Unpacked(packed, encoding).ShouldBe(plain);
    }

    // Who fetches a whole set over a bad line goes on where it broke off, and never gets halves of two releases.
    [Theory]
    [InlineData("Observations.csv", null)]
    [InlineData("Observations.jsonl", "br")]
    [InlineData("Regions.json", "gzip")]
    public async Task A_whole_set_is_prepared_once_and_can_be_resumed(string file, string? encoding)
    {
        await Prepared();
        void Accept(HttpRequestHeaders headers)
        {
            if (encoding is not null) headers.Add("Accept-Encoding", encoding);
        }

        var streamed = await portal.Client.GetByteArrayAsync($"/data/{file}?$skip=0");
        using var whole = await portal.Send("/data/" + file, Accept);
        var bytes = await whole.Content.ReadAsByteArrayAsync();
        using var rest = await portal.Send("/data/" + file, headers =>
        {
            Accept(headers);
            headers.Range = new RangeHeaderValue(100, null);
            headers.IfRange = new RangeConditionHeaderValue(whole.Headers.ETag!);
        });
        using var another = await portal.Send("/data/" + file, headers =>
        {
            Accept(headers);
            headers.Range = new RangeHeaderValue(100, null);
            headers.IfRange = new RangeConditionHeaderValue(new EntityTagHeaderValue("\"other\""));
        });
        using var again = await portal.Send("/data/" + file, headers =>
        {
            Accept(headers);
            headers.IfNoneMatch.Add(whole.Headers.ETag!);
        });

        whole.Headers.ETag!.IsWeak.ShouldBeFalse();
        whole.Content.Headers.ContentLength.ShouldBe(bytes.Length);
        SamplePortal.Unpacked(bytes, encoding).ShouldBe(streamed);
        ((int)rest.StatusCode).ShouldBe(206);
        (await rest.Content.ReadAsByteArrayAsync()).ShouldBe(bytes[100..]);
        ((int)another.StatusCode).ShouldBe(200);
        ((int)again.StatusCode).ShouldBe(304);
    }

    // Of an older release nothing lies ready; it is streamed from its rows.
    [Fact]
    public async Task The_set_of_an_earlier_day_is_that_days()
    {
        await Prepared();
        var then = await portal.Client.GetStringAsync("/data/Observations.jsonl?asOf=2022-12-31");
        var now = await portal.Client.GetStringAsync("/data/Observations.jsonl?asOf=2023-09-30");

        then.ShouldContain("\"Release\":1");
        now.ShouldBe(await portal.Client.GetStringAsync("/data/Observations.jsonl"));
    }

    private Task Prepared() =>
        portal.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<PreparedSets>().Single().Prepare(TestContext.Current.CancellationToken);
}
