using System.Net;
using System.Text;
using Revitalization.Contracts.Refusals;
using Revitalization.Contracts.Requests;

namespace Revitalization.SystemTests.Hosting;

// A township clerk's program must learn from the answer alone which field to mend.
public sealed class BadRequestTests(SampleService service) : IClassFixture<SampleService>
{
    private const string Good = """{"name":"东井","depthCm":900,"costFen":120000,"dugOn":"2023-05-01","buckets":[{"litres":10}]}""";

    public static TheoryData<string, string, string> Bodies => new()
    {
        { """{"name":"东井","depthCm":900,"costFen":1,"dugOn":"2023-05-01","buckets":[],"owner":"x"}""", "request.field-unknown", "owner" },
        { """{"name":"东井","depthCm":900,"costFen":1,"dugOn":"2023-05-01","buckets":[{"litres":1,"lid":2}]}""", "request.field-unknown", "buckets[0].lid" },
        { """{"name":"东井","depthCm":"九百","costFen":1,"dugOn":"2023-05-01","buckets":[]}""", "request.field-wrong-type", "depthCm" },
        { """{"name":"东井","depthCm":"900","costFen":1,"dugOn":"2023-05-01","buckets":[]}""", "request.field-wrong-type", "depthCm" },
        { """{"name":"东井","depthCm":9000000000,"costFen":1,"dugOn":"2023-05-01","buckets":[]}""", "request.number-out-of-range", "depthCm" },
        { """{"name":"东井","depthCm":900,"costFen":99999999999999999999,"dugOn":"2023-05-01","buckets":[]}""", "request.number-out-of-range", "costFen" },
        { """{"name":"东井","depthCm":900,"costFen":1.5,"dugOn":"2023-05-01","buckets":[]}""", "request.number-out-of-range", "costFen" },
        { """{"name":"东井","depthCm":900,"costFen":1,"dugOn":"2023-02-30","buckets":[]}""", "request.field-wrong-type", "dugOn" },
        { """{"name":"东井","depthCm":900,"costFen":1,"dugOn":"2023-05-01","buckets":[{"litres":true}]}""", "request.field-wrong-type", "buckets[0].litres" },
        { """{"name":null,"depthCm":900,"costFen":1,"dugOn":"2023-05-01","buckets":[]}""", "request.field-wrong-type", "name" },
        { """{"name":"东井","depthCm":900,"buckets":[]}""", "request.field-missing", "costFen,dugOn" },
        { """{"name":"东井","name":"西井","depthCm":900,"costFen":1,"dugOn":"2023-05-01","buckets":[]}""", "request.field-repeated", "name" },
        { """{"name":"东井","depthCm":900,""", "request.body-malformed", "" },
        { "", "request.body-missing", "" },
        { "[]", "request.field-wrong-type", "" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_that_cannot_be_read_is_refused_naming_the_field(string body, string code, string fields)
    {
        var problem = await ProblemReading.Of(await Put(Encoding.UTF8.GetBytes(body)));

        problem.Code.ShouldBe(code);
        string.Join(',', problem.Fields).ShouldBe(fields);
        problem.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_body_in_broken_utf8_is_refused_as_broken_text()
    {
        byte[] body = [.. Encoding.UTF8.GetBytes(Good.Replace("东井", "@", StringComparison.Ordinal))];
        body[Array.IndexOf(body, (byte)'@')] = 0xFF;

        var problem = await ProblemReading.Of(await Put(body));

        problem.Code.ShouldBe("request.encoding-broken");
        problem.Fields.ShouldBe(["name"]);
    }

    [Fact]
    public async Task A_good_body_is_accepted() => (await Put(Encoding.UTF8.GetBytes(Good))).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task A_body_over_the_limit_is_413()
    {
        var problem = await ProblemReading.Of(await Put(Encoding.UTF8.GetBytes(Good.Replace("东井", new string('井', 3000), StringComparison.Ordinal))));
        problem.Code.ShouldBe("request.too-large");
    }

    [Fact]
    public async Task A_form_where_json_is_wanted_is_415() =>
        (await ProblemReading.Of(await Put("a=1"u8.ToArray(), "application/x-www-form-urlencoded"))).Code.ShouldBe("request.media-type-unsupported");

    [Theory]
    [InlineData("/wells?limit=many", "request.parameter-invalid", "limit")]
    [InlineData("/wells", "request.parameter-invalid", "limit")]
    [InlineData("/nowhere", "request.address-unknown", "")]
    public async Task An_address_that_cannot_be_read_is_refused(string path, string code, string field)
    {
        var problem = await ProblemReading.Of(await service.Public.GetAsync(path));
        problem.Code.ShouldBe(code);
        string.Join(',', problem.Fields).ShouldBe(field);
    }

    [Fact]
    public async Task Another_method_is_405_and_says_which_is_allowed()
    {
        var response = await service.Public.DeleteAsync("/wells/1");
        (await ProblemReading.Of(response)).Code.ShouldBe("request.method-not-allowed");
        response.Content.Headers.Allow.ShouldBe(["PUT"]);
    }

    // What went wrong inside is for our log, not for the caller.
    [Fact]
    public async Task A_failure_of_ours_says_nothing_of_the_inside()
    {
        var response = await service.Public.GetAsync("/broken");
        (await ProblemReading.Of(response)).Code.ShouldBe("request.unexpected");
        (await response.Content.ReadAsStringAsync()).ShouldNotContain("secret");
    }

    // A grain that is asked too much is no fault of ours or the caller's: the same may be sent again.
    [Fact]
    public async Task Too_many_calls_waiting_is_503_and_says_when_to_come_again()
    {
        var response = await service.Public.GetAsync("/busy");

        (await ProblemReading.Of(response)).Code.ShouldBe(RefusalCatalog.CodeOf(RequestRefusal.ServiceUnavailable));
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(5));
        (await response.Content.ReadAsStringAsync()).ShouldNotContain("secret");
    }

    [Theory]
    [InlineData(431, RequestRefusal.HeaderTooLarge)]
    [InlineData(502, RequestRefusal.ServiceFailed)]
    public async Task A_bare_status_is_answered_as_the_problem_behind_it(int status, RequestRefusal refusal)
    {
        var problem = await ProblemReading.Of(await service.Public.GetAsync($"/status/{status}"));
        problem.Code.ShouldBe(RefusalCatalog.CodeOf(refusal));
        ((int)problem.Status).ShouldBe(status);
    }

    // The server itself refuses them before anything of ours is asked.
    [Fact]
    public async Task Headers_over_the_limit_are_431()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/wells?limit=1");
        request.Headers.Add("X-Long", new string('a', 40_000));
        (await service.Public.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.RequestHeaderFieldsTooLarge);
    }

    private async Task<HttpResponseMessage> Put(byte[] body, string mediaType = "application/json")
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new(mediaType);
        return await service.Public.PutAsync("/wells/1", content);
    }
}
