using System.Net;
using System.Net.Http.Json;
using Revitalization.Contracts.Projects;

namespace Revitalization.SystemTests.Aid;

/// <summary>What tests of aid, projects and assets say over HTTP.</summary>
internal static class AidSteps
{
    public const string Proof = "0f343b0931126a20f133d67c2b018a3b1c4b8a4f2c2f2f3c9f8a4f4f0b7e1d11";
    private static readonly DateOnly Day = new(2022, 5, 12);

    public static async Task Ok(this Task<HttpResponseMessage> sent)
    {
        var reply = await sent;
        reply.StatusCode.ShouldBe(HttpStatusCode.OK, await reply.Content.ReadAsStringAsync());
    }

    public static async Task Refused(this Task<HttpResponseMessage> sent, string code)
    {
        var reply = await sent;
        (await reply.Content.ReadAsStringAsync()).ShouldContain($"/api/problems/{code}");
        ((int)reply.StatusCode).ShouldBeGreaterThanOrEqualTo(400);
    }

    /// <summary>Null while it is not there.</summary>
    public static async Task<T?> Find<T>(this HttpClient client, string address) where T : class =>
        await client.GetAsync(address) is { IsSuccessStatusCode: true } reply ? await reply.Content.ReadFromJsonAsync<T>() : null;

    public static Task Project(this HttpClient county, string id, long budgetFen, string region = "510821", string? partnership = null, bool workRelief = false) =>
        county.PutAsJsonAsync($"/api/projects/{id}", new ProjectBody(Day, "绿色家居产业城", "industry", region, 2022, budgetFen, partnership, workRelief)).Ok();

    public static async Task Stages(this HttpClient county, string id, params string[] stages)
    {
        foreach (var stage in stages) await county.PutAsJsonAsync($"/api/projects/{id}/stages/{stage}", new StageBody(Day, "文件", [Proof])).Ok();
    }

    public static async Task<T> Eventually<T>(Func<Task<T>> read, Func<T, bool> wanted)
    {
        for (var attempt = 0; ; attempt++)
        {
            var value = await read();
            if (wanted(value) || attempt == 100) return value;
            await Task.Delay(50);
        }
    }
}
