using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Orleans;
using Revitalization.Contracts.Imports;
using Revitalization.Hosting.Json;
using Revitalization.Silo.Imports;
using Revitalization.Silo.Imports.Files;
using Revitalization.Silo.Imports.Reading;
using Revitalization.Silo.Imports.Running;
using Revitalization.SystemTests.Silo;

namespace Revitalization.SystemTests.Imports;

/// <summary>Sends sheets and waits for what becomes of them.</summary>
internal static class ImportClient
{
    public static Task<HttpResponseMessage> Upload(this HttpClient client, string kind, byte[] sheet, string query = "")
    {
        var body = new ByteArrayContent(sheet);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return client.PostAsync($"/api/imports/{kind}{query}", body);
    }

    public static Task<HttpResponseMessage> Upload(this HttpClient client, string kind, string csv, string query = "") =>
        client.Upload(kind, Encoding.UTF8.GetBytes(csv), query);

    public static async Task<ImportProgress> Import(this HttpClient client, string kind, byte[] sheet, string query = "")
    {
        using var reply = await client.Upload(kind, sheet, query);
        reply.StatusCode.ShouldBe(HttpStatusCode.Accepted, await reply.Content.ReadAsStringAsync());
        var sent = (await reply.Content.ReadFromJsonAsync<ImportProgress>(ServiceJson.Options))!;
        reply.Headers.Location!.ToString().ShouldBe($"/api/imports/{sent.Id}");
        return await client.Finished(sent.Id);
    }

    public static Task<ImportProgress> Import(this HttpClient client, string kind, string csv, string query = "") =>
        client.Import(kind, Encoding.UTF8.GetBytes(csv), query);

    /// <summary>A sheet (one of a Silo) that is received and waits: it is not read before the test gives its id to the queue.</summary>
    public static async Task<string> Waiting(this RunningSilo silo, string kind, string csv, string source = SheetLayouts.OfficialSource)
    {
        var desk = new ImportDesk(silo.Get<IGrainFactory>(), silo.Get<ImportFiles>(), silo.Get<MappingDesk>(), new ImportQueue(), TimeProvider.System, SheetLimits.Default);
        var request = new ImportRequest(new string('b', 32), kind, "510823", source);
        await desk.Receive(request, new MemoryStream(Encoding.UTF8.GetBytes(csv)), RunningSilo.County, TestContext.Current.CancellationToken);
        return request.Id;
    }

    public static async Task<ImportProgress> Finished(this HttpClient client, string id)
    {
        for (var look = 0; look < 1200; look++)
        {
            var progress = (await client.GetFromJsonAsync<ImportProgress>($"/api/imports/{id}", ServiceJson.Options))!;
            if (ImportStates.IsFinal(progress.State)) return progress;
            await Task.Delay(50);
        }
        throw new TimeoutException("The import did not end within a minute.");
    }

    public static async Task<string[]> Errors(this HttpClient client, string id) =>
        (await client.GetStringAsync($"/api/imports/{id}/errors.csv")).TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
}
