using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Revitalization.Portal;
using Revitalization.Portal.Cube;
using Revitalization.Portal.OData.Execution;
using Revitalization.Portal.OData.Http;
using Revitalization.Portal.OData.Requests;
using Revitalization.Portal.OData.Sql;
using Revitalization.Portal.Replica;

namespace Revitalization.SystemTests.Feeds;

/// <summary>The cube is a second way to the same answer: whatever it says, SQL says too, to the byte.</summary>
public sealed class CubeTests : IDisposable
{
    private const int Seed = 20240607, Releases = 6, QueriesEach = 300;

    private readonly string _folder = Directory.CreateTempSubdirectory("feeds-cube-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_answer_of_the_cube_is_the_answer_of_SQL()
    {
        var random = new Random(Seed);
        var (asked, byCube) = (0, 0L);
        for (var one = 0; one < Releases; one++)
        {
            var queries = new CubeQueries(random);
            using var store = await Taken(Path.Combine(_folder, $"{one}"), queries.Rows(1));
            var (cube, sql, executor) = Services(store);
            for (var query = 0; query < QueriesEach; query++) asked += await Same(cube, sql, queries.Address());
            byCube += executor.ByCube;
        }
        byCube.ShouldBeGreaterThan(asked / 2, "most of what is asked is what the cube was taught");
    }

    // A process that is killed while it writes leaves a missing or half a file; a disk may change a byte.
    [Theory]
    [InlineData("missing")]
    [InlineData("cut")]
    [InlineData("changed")]
    public async Task A_cube_that_is_not_whole_is_built_again(string harm)
    {
        using (await Taken(_folder, SampleCounty.Rows(1))) { }
        var file = Path.Combine(_folder, "releases", "1", "observations.cube");
        var whole = await File.ReadAllBytesAsync(file);
        if (harm == "missing") File.Delete(file);
        if (harm == "cut") await File.WriteAllBytesAsync(file, whole[..^100]);
        if (harm == "changed") await File.WriteAllBytesAsync(file, [.. whole[..200], (byte)(whole[200] ^ 1), .. whole[201..]]);

        using var store = new ReplicaStore(Options(_folder, "{}"));
        await store.Cubes.Ready;

        using var lease = store.Cubes.Lease(1).ShouldNotBeNull();
        (await File.ReadAllBytesAsync(file)).ShouldBe(whole);
    }

    // A reader of an old release goes on reading while the release is let go.
    [Fact]
    public async Task A_release_let_go_stays_readable_to_who_reads_it()
    {
        using var store = await Taken(_folder, SampleCounty.Rows(1));
        using var lease = store.Cubes.Lease(1).ShouldNotBeNull();
        var values = lease.File.Values.ToArray();

        store.Cubes.Forget(1);

        store.Cubes.Lease(1).ShouldBeNull();
        lease.File.Values.SequenceEqual(values).ShouldBeTrue();
    }

    // Asks the first page of both, then the next page with the token that the first gave.
    private static async Task<int> Same(ODataService cube, ODataService sql, string address)
    {
        var (status, body) = await Ask(cube, address);
        (status, body).ShouldBe(await Ask(sql, address), address);
        if (status != 200 || !body.Contains("nextLink", StringComparison.Ordinal)) return 1;
        var next = JsonSerializer.Deserialize<JsonElement>(body).GetProperty("@odata.nextLink").GetString()!;
        address = next[(next.IndexOf("/odata/", StringComparison.Ordinal) + "/odata/".Length)..];
        (await Ask(cube, address)).ShouldBe(await Ask(sql, address), address);
        return 2;
    }

    private static async Task<(int Status, string Body)> Ask(ODataService service, string address)
    {
        var question = address.IndexOf('?', StringComparison.Ordinal);
        var http = new DefaultHttpContext { Request = { Method = "GET", Scheme = "http", Host = new HostString("localhost"), Path = "/odata/" + address[..question], QueryString = new QueryString(address[question..]) } };
        using var body = new MemoryStream();
        http.Response.Body = body;
        await ODataEndpoints.Guarded(http, () => service.Answer(http, address[..question]));
        await http.Response.BodyWriter.FlushAsync();
        return (http.Response.StatusCode, Encoding.UTF8.GetString(body.ToArray()));
    }

    private static (ODataService Cube, ODataService Sql, QueryExecutor Executor) Services(ReplicaStore store)
    {
        var options = Options("", "{}");
        var (sql, facts) = (new SqlExecutor(store, options), new ReleaseFactsBook(store));
        var both = new QueryExecutor(sql, options, new CubeExecutor(store));
        var judge = new QueryExecutor(sql, options, null);
        return (new(store, both, facts, options, new(both, facts, store), new(store, options)), new(store, judge, facts, options, new(judge, facts, store), new(store, options)), both);
    }

    private static async Task<ReplicaStore> Taken(string folder, IEnumerable<Contracts.Releases.RowLine> rows)
    {
        using var releases = new GeneratedReleases();
        releases.Publish(new DateOnly(2023, 9, 30), rows);
        var store = new ReplicaStore(Options(folder, releases.PinnedKey));
        await store.CatchUp(releases, CancellationToken.None);
        return store;
    }

    private static PortalOptions Options(string folder, string key) => new("http://127.0.0.1:0", folder, null, key) { PageRows = 25 };
}
