using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Revitalization.SystemTests.Feeds;

/// <summary>Many questions in one request, as SAP's and Microsoft's clients ask them; nothing can be written through it.</summary>
public sealed class BatchTests(SamplePortal portal) : IClassFixture<SamplePortal>
{
    [Fact]
    public async Task A_batch_in_JSON_answers_each_request_by_its_id()
    {
        var responses = await Json("""
            {"requests":[
              {"id":"a","method":"GET","url":"Regions('510823')?$select=Name"},
              {"id":"b","method":"get","url":"/odata/Regions/$count","dependsOn":["a"]},
              {"id":"c","method":"GET","url":"http://elsewhere.example/odata/Observations?$top=1","headers":{"Accept":"application/json;odata.metadata=none;IEEE754Compatible=true"}},
              {"id":"d","method":"GET","url":"$metadata"}]}
            """);

        responses.Select(response => response.GetProperty("id").GetString()).ShouldBe(["a", "b", "c", "d"]);
        responses.ShouldAllBe(response => response.GetProperty("status").GetInt32() == 200);
        responses[0].GetProperty("body").GetProperty("Name").GetString().ShouldBe("剑阁县");
        responses[1].GetProperty("body").GetString().ShouldBe("18");
        responses[2].GetProperty("body").GetProperty("value")[0].GetProperty("Value").ValueKind.ShouldBe(JsonValueKind.String);
        responses[2].GetProperty("headers").GetProperty("content-type").GetString()!.ShouldContain("IEEE754Compatible=true");
        responses[3].GetProperty("body").GetString().ShouldNotBeNullOrEmpty(); // XML, in base64url.
    }

    [Fact]
    public async Task A_batch_in_multipart_is_answered_part_by_part_in_the_version_asked_for()
    {
        var (status, type, body) = await Multipart(string.Join("\r\n",
            "--b_1", "Content-Type:application/http", "Content-Transfer-Encoding:binary", "", "GET Regions?$count=true&$top=2 HTTP/1.1",
            "Accept:application/json;odata.metadata=minimal;IEEE754Compatible=true", "Accept-Language:zh-CN", "Content-Type:application/json;charset=UTF-8;IEEE754Compatible=true", "", "",
            "--b_1", "Content-Type:application/http", "Content-Transfer-Encoding:binary", "Content-ID:two", "", "GET /odata/Indicators/$count HTTP/1.1", "", "",
            "--b_1--", ""), "b_1");

        status.ShouldBe(200);
        var boundary = type.Parameters.Single(parameter => parameter.Name == "boundary").Value!;
        var parts = body.Split("--" + boundary);
        parts.Length.ShouldBe(4);
        parts[1].ShouldContain("Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n");
        parts[1].ShouldContain("HTTP/1.1 200 OK\r\n");
        parts[1].ShouldContain("OData-Version: 4.0\r\n");
        parts[1].ShouldContain("\"@odata.count\":18");
        parts[2].ShouldContain("Content-ID: two");
        parts[2].TrimEnd().ShouldEndWith("4");
        parts[3].ShouldBe("--\r\n");
    }

    [Theory]
    [InlineData("POST", "Regions", 405)]
    [InlineData("DELETE", "Regions('510823')", 405)]
    [InlineData("GET", "$1/Children", 501)]
    [InlineData("GET", "$batch", 501)]
    [InlineData("GET", "/api/households", 400)]
    [InlineData("GET", "Regions('nowhere')", 404)]
    [InlineData("GET", "Regions?$filter=Nothing eq 1", 400)]
    public async Task Inside_a_batch_each_request_is_refused_for_itself(string method, string url, int status)
    {
        var responses = await Json(JsonSerializer.Serialize(new { requests = new[] { new { id = "1", method, url }, new { id = "2", method = "GET", url = "Regions/$count" } } }), "continue-on-error");

        responses[0].GetProperty("status").GetInt32().ShouldBe(status);
        responses[0].GetProperty("body").GetProperty("error").GetProperty("message").GetString().ShouldNotBeNullOrEmpty();
        responses[1].GetProperty("status").GetInt32().ShouldBe(200);
    }

    // So says OData: who wants the rest in spite of an error says so.
    [Fact]
    public async Task After_the_first_error_nothing_more_is_run()
    {
        const string Body = """{"requests":[{"id":"1","method":"GET","url":"Nothing"},{"id":"2","method":"GET","url":"Regions"}]}""";
        (await Json(Body)).Select(response => response.GetProperty("status").GetInt32()).ShouldBe([404, 424]);
        const string Depending = """{"requests":[{"id":"1","method":"GET","url":"Nothing"},{"id":"2","method":"GET","url":"Regions","dependsOn":["1"]},{"id":"3","method":"GET","url":"Regions"}]}""";
        (await Json(Depending, "odata.continue-on-error=true")).Select(response => response.GetProperty("status").GetInt32()).ShouldBe([404, 424, 200]);
    }

    [Fact]
    public async Task A_change_set_is_refused_as_a_whole()
    {
        var (status, _, body) = await Multipart(string.Join("\r\n",
            "--b", "Content-Type: multipart/mixed; boundary=c", "", "--c", "Content-Type: application/http", "Content-ID: 1", "", "POST Regions HTTP/1.1", "", "{}", "--c--",
            "--b--", ""), "b");

        status.ShouldBe(200);
        body.ShouldContain("HTTP/1.1 405 Method Not Allowed");
    }

    [Theory]
    [InlineData("application/json", "{", 400)]
    [InlineData("application/json", "[]", 400)]
    [InlineData("application/json", """{"requests":[{"id":"1","method":"GET","url":"Regions"},{"id":"1","method":"GET","url":"Regions"}]}""", 400)]
    [InlineData("application/json", """{"requests":[{"id":"1","method":"GET","url":"Regions","dependsOn":["2"]}]}""", 400)]
    [InlineData("multipart/mixed", "x", 400)]
    [InlineData("multipart/mixed; boundary=b", "--b\r\n\r\nx\r\n--b--", 400)]
    [InlineData("text/plain", "x", 415)]
    public async Task What_is_no_batch_is_refused(string type, string body, int status)
    {
        using var content = new StringContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var response = await portal.Client.PostAsync("/odata/$batch", content);
        ((int)response.StatusCode).ShouldBe(status);
    }

    [Fact]
    public async Task A_batch_has_its_limits()
    {
        var many = JsonSerializer.Serialize(new { requests = Enumerable.Range(0, 101).Select(id => new { id = $"{id}", method = "GET", url = "Regions" }) });
        (await Post(many)).Status.ShouldBe(400);
        (await Post(new string(' ', 300 * 1024))).Status.ShouldBe(413);
        (await Post("""{"requests":[{"id":"1","method":"GET","atomicityGroup":"g","url":"Regions"}]}""")).Body.ShouldContain("501");
    }

    [Fact]
    public async Task A_query_may_stand_in_the_body()
    {
        using var content = new StringContent("$filter=" + Uri.EscapeDataString("Code eq '510823'") + "&$select=Name", Encoding.UTF8, "text/plain");
        using var response = await portal.Client.PostAsync("/odata/Regions/$query", content);
        (await response.Content.ReadAsStringAsync()).ShouldContain("剑阁县");
        using var other = new StringContent("{}");
        ((int)(await portal.Client.PostAsync("/odata/Regions", other)).StatusCode).ShouldBe(405);
    }

    private async Task<JsonElement[]> Json(string body, string? prefer = null)
    {
        var (status, text) = await Post(body, prefer);
        status.ShouldBe(200, text);
        return [.. JsonSerializer.Deserialize<JsonElement>(text).GetProperty("responses").EnumerateArray()];
    }

    private async Task<(int Status, string Body)> Post(string body, string? prefer = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/odata/$batch") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (prefer is not null) request.Headers.Add("Prefer", prefer);
        using var response = await portal.Client.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task<(int Status, MediaTypeHeaderValue Type, string Body)> Multipart(string body, string boundary)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/odata/$batch") { Content = new StringContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/mixed; boundary=" + boundary);
        request.Headers.Add("OData-MaxVersion", "4.0");
        request.Headers.Add("OData-Version", "4.0");
        request.Headers.Add("Accept", "multipart/mixed");
        using var response = await portal.Client.SendAsync(request);
        return ((int)response.StatusCode, response.Content.Headers.ContentType!, await response.Content.ReadAsStringAsync());
    }
}
